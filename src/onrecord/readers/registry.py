"""The readers, as one list: what each takes, and the function that reads it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from onrecord.errors import UnreadableError
from onrecord.readers.columns import COLUMNS
from onrecord.readers.compose import compose
from onrecord.readers.feed import FEED_TYPES, is_feed, read_feed
from onrecord.readers.html import read_html
from onrecord.readers.rows import read_csv, read_json, read_json_lines
from onrecord.readers.text import read_text
from onrecord.readers.warc import is_warc, parts_of_wacz, parts_of_warc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from onrecord.model import Report
    from onrecord.options import Options
    from onrecord.readers.compose import Page
    from onrecord.readers.intake import Intake, Piece
    from onrecord.readers.refused import Refused

ReadFunction: TypeAlias = "Callable[[Intake, Options], Iterator[Report | Refused]]"
Parts: TypeAlias = "Callable[[Intake], Iterator[Piece | Refused]]"


def _one(read: Callable[[bytes, Intake, Options], Page]) -> ReadFunction:
    """Make a reader of one page into a reader like the others."""

    def read_one(intake: Intake, options: Options) -> Iterator[Report | Refused]:
        data = intake.take_all()
        source = intake.source_of(data)
        yield compose(read(data, intake, options), intake, source, options)

    return read_one


def _is_html(head: bytes) -> bool:
    low = head.replace(b"\x00", b"").lower()
    marks = (b"<!doctype html", b"<html", b"<head", b"<body", b"<article", b"<div", b"<p>", b"<p ", b"<meta ")
    return low.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:1] == b"<" and any(mark in low for mark in marks)


def _is_row(head: bytes) -> bool:
    first, newline, _ = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")
    try:
        return isinstance(msgspec.json.decode(first), dict)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return first.startswith(b'{"') and not newline


def _is_json(head: bytes) -> bool:
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in {b"[", b"{"}


def _is_never(_: bytes) -> bool:
    return False


def _is_anything(_: bytes) -> bool:
    return True


def _is_table(head: bytes) -> bool:
    first = head.removeprefix(b"\xef\xbb\xbf").partition(b"\n")[0].decode("utf-8", "replace").lower()
    for delimiter in (",", "\t", ";"):
        names = [name.strip(' \r"') for name in first.split(delimiter)]
        if len(names) > 1 and any(name in COLUMNS["text"] for name in names) and all(len(name) < 40 for name in names):
            return True
    return False


@dataclass(frozen=True, slots=True)
class Reader:
    """A kind of input: the media types and file suffixes it goes by, a test of its first bytes, and what reads it.

    An archive has `parts`, each an input for another reader, instead of `read`.
    """

    name: str
    media_types: tuple[str, ...]
    suffixes: tuple[str, ...]
    is_like: Callable[[bytes], bool]
    read: ReadFunction | None = None
    parts: Parts | None = None


READERS: tuple[Reader, ...] = (
    Reader("warc", ("application/warc",), (".warc",), is_warc, parts=parts_of_warc),
    Reader("wacz", ("application/wacz",), (".wacz",), _is_never, parts=parts_of_wacz),
    Reader("feed", FEED_TYPES, (".rss", ".atom"), is_feed, read_feed),
    Reader("html", ("text/html", "application/xhtml+xml"), (".html", ".htm", ".xhtml"), _is_html, _one(read_html)),
    Reader("jsonl", ("application/x-ndjson", "application/jsonl"), (".jsonl", ".ndjson"), _is_row, read_json_lines),
    Reader("json", ("application/json",), (".json",), _is_json, read_json),
    Reader("csv", ("text/csv", "text/tab-separated-values"), (".csv", ".tsv"), _is_table, read_csv),
    Reader("text", ("text/plain", "text/markdown"), (".txt", ".text", ".md"), _is_anything, _one(read_text)),
)  # fmt: skip

KNOWN = ", ".join(suffix for reader in READERS for suffix in reader.suffixes)


def choose_reader(intake: Intake) -> Reader:
    """Choose by file name, else by what a server claims, else by the first bytes; a text that begins as a page is one.

    Raises UnreadableError for a file name or media type that no reader takes.
    """
    suffix = PurePath(intake.ref.removesuffix(".gz")).suffix.lower()
    claimed = (intake.media_type or "").lower()
    by_name = next((reader for reader in READERS if suffix in reader.suffixes), None) if intake.url is None else None
    reader = by_name or next((reader for reader in READERS if claimed in reader.media_types), None)
    if reader is None and claimed and not claimed.startswith(("text/", "application/octet-stream")):
        raise UnreadableError(intake.ref, f"is {claimed}, which no reader takes", f"Known kinds: {KNOWN}.")
    if reader is None or (reader.name == "text" and _is_html(intake.head)):
        return next(reader for reader in READERS if reader.is_like(intake.head))
    return reader
