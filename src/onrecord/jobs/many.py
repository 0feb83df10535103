"""Many inputs, in this process or in several: the same readings in the same order, whatever the number of jobs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.errors import OptionError
from onrecord.jobs.one import read_reports, works_of
from onrecord.jobs.outcome import Duplicate, Outcome
from onrecord.jobs.pool import Pool
from onrecord.knowledge.relink import registry_with
from onrecord.readers import Refused
from onrecord.readers.dates import given_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.model import Reading
    from onrecord.options import Options


def read_many(refs: Iterable[str], options: Options, jobs: int = 1) -> Iterator[Outcome]:
    """Read every report that the references name, in input order.

    Yields a Reading for each report, a Duplicate where the same text of the same publisher and address came before, and
    a Refused for each input from which none can be made. Raises OptionError for options that cannot be used, and
    DataError for a registry file that cannot, before anything is read.
    """
    if jobs < 1:
        option = "jobs"
        raise OptionError(option, jobs, "a number of processes, 1 or more")
    if options.registry:
        registry_with(options.registry)
    if options.published:
        given_date(options.published)
    works = works_of(refs, options)
    if jobs == 1:
        found: Iterator[Reading | Refused] = (one for work in works for one in read_reports(work, options))
    else:
        found = Pool(jobs, options).read_all(works)
    return _parted(found)


def _parted(found: Iterator[Reading | Refused]) -> Iterator[Outcome]:
    """Tell duplicates from what is new."""
    seen: dict[tuple[str, str | None, str | None], str] = {}
    for one in found:
        if isinstance(one, Refused):
            yield one
            continue
        report = one.report
        key = (report.text_id, report.publisher, report.url)
        if key in seen:
            yield Duplicate(ref=report.source.ref, of=seen[key])
        else:
            seen[key] = report.source.ref
            yield one
