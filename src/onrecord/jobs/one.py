"""One piece of work: a reference or a report, read in whatever process it lands in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from onrecord.fetch import fetch_page
from onrecord.knowledge.relink import registry_with, relink
from onrecord.model import Reading, Report
from onrecord.readers import READERS, Refused, files_under, read_source
from onrecord.stages.pipeline import read_report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.options import Options

Work: TypeAlias = str | Report | Refused
"""A reference that a worker opens itself, or a report from a file of many, or what could not be read of such a file."""

ROWS = {suffix for reader in READERS if reader.name in {"jsonl", "json", "csv"} for suffix in reader.suffixes}


def read_reports(work: Work, options: Options) -> list[Reading | Refused]:
    """Do one piece of work. Raises OptionError and DataError for options that cannot be used, and nothing else."""
    found = read_source(work, options, fetch=fetch_page) if isinstance(work, str) else [work]
    return [one if isinstance(one, Refused) else read_with(one, options) for one in found]


def read_with(report: Report, options: Options) -> Reading:
    """Read a report, and link it by the user's own registry where there is one. Raises DataError for a bad file."""
    reading = read_report(report)
    return relink(reading, registry_with(options.registry)) if options.registry else reading


def works_of(refs: Iterable[str], options: Options) -> Iterator[Work]:
    """Part references into pieces of work, in input order: a folder into its files, a file of rows into its reports."""
    for ref in refs:
        if "://" not in ref and ref != "-" and Path(ref).is_dir():
            names = [str(file) for file in files_under(Path(ref))]
        else:
            names = [ref]
        for name in names:
            if name == "-" or Path(name.removesuffix(".gz")).suffix.lower() in ROWS:
                yield from read_source(name, options, fetch=fetch_page)
            else:
                yield name
        if not names:
            yield Refused(ref=ref, reason="is an empty folder", advice="Give a folder with pages, texts or rows in it.")
