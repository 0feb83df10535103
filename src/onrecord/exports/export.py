"""The list of formats that readings can be written in."""

from collections.abc import Callable, Iterable, Iterator

import msgspec

from onrecord.errors import OptionError
from onrecord.exports.canonical import write_json, write_jsonl
from onrecord.exports.dossier import write_md
from onrecord.exports.page import write_html
from onrecord.exports.table import write_csv
from onrecord.exports.terminal import write_text
from onrecord.model import Reading


class Export(msgspec.Struct, frozen=True):
    """A format: `write` turns readings into pieces of text (UTF-8 in a file), one report at a time where it can."""

    name: str
    suffix: str
    write: Callable[[Iterable[Reading]], Iterator[str]]
    about: str


EXPORTS: tuple[Export, ...] = (
    Export("text", ".txt", write_text, "for reading on a terminal"),
    Export("jsonl", ".jsonl", write_jsonl, "the canonical record, one report a line"),
    Export("json", ".json", write_json, "the same, indented, as one array"),
    Export("csv", ".csv", write_csv, "one row an event, in ACLED's columns and ours"),
    Export("html", ".html", write_html, "one self-contained page"),
    Export("md", ".md", write_md, "a dossier in Markdown"),
)


def export_named(name: str) -> Export:
    """Give a format by its name or by a file's suffix. Raises OptionError where there is none."""
    for export in EXPORTS:
        if name in {export.name, export.suffix}:
            return export
    option = "format"
    raise OptionError(option, name, " or ".join(export.name for export in EXPORTS))
