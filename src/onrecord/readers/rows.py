"""Many articles in one file: JSON Lines, JSON, CSV and TSV; one report a row, bad rows set aside with their number."""

from __future__ import annotations

import codecs
import csv
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import msgspec

from onrecord.errors import OptionError, UnreadableError
from onrecord.model import Published
from onrecord.readers.charset import decode
from onrecord.readers.columns import COLUMNS, authors_of, cell_of
from onrecord.readers.compose import compose
from onrecord.readers.dates import given_date, on_day, parse_stamp
from onrecord.readers.intake import MAX_BYTES, Intake
from onrecord.readers.published import published_by_url
from onrecord.readers.refused import Refused
from onrecord.readers.text import parts_of_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from onrecord.model import Report
    from onrecord.options import Options

ADVICE = "Give one object or row with at least a text for each report; name its columns with the columns option."
DELIMITERS = (",", "\t", ";")


def read_json_lines(intake: Intake, options: Options) -> Iterator[Report | Refused]:
    """Read one JSON object a line, in constant memory; blank lines are no rows."""
    for number, line in enumerate(intake.take_lines(), start=1):
        if line.strip():
            at = replace(intake, ref=f"{intake.ref}:{number}")
            yield _outcome(lambda line=line, at=at: _read_row(_decode_line(line, at.ref), line.strip(), at, options))  # type: ignore[misc]


def read_json(intake: Intake, options: Options) -> Iterator[Report | Refused]:
    """Read one JSON object, or an array of them."""
    data = intake.take_all().removeprefix(codecs.BOM_UTF8).strip()
    if not data.startswith(b"["):
        yield _outcome(lambda: _read_row(_decode_line(data, intake.ref), data, intake, options))
        return
    try:
        rows = msgspec.json.decode(data, type=list[msgspec.Raw])
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise UnreadableError(intake.ref, f"is not JSON: {error}", ADVICE) from error
    for number, raw in enumerate(rows, start=1):
        at, row = replace(intake, ref=f"{intake.ref}:{number}"), bytes(raw)
        yield _outcome(lambda row=row, at=at: _read_row(_decode_line(row, at.ref), row, at, options))  # type: ignore[misc]


def read_csv(intake: Intake, options: Options) -> Iterator[Report | Refused]:
    """Read comma-, tab- or semicolon-separated rows under a line of column names, in constant memory."""
    first = intake.head.split(b"\n", 1)[0].replace(b"\x00", b"").decode("utf-8", "replace")
    csv.field_size_limit(MAX_BYTES)
    reader = csv.reader(_text_lines(intake), delimiter=max(DELIMITERS, key=first.count))
    names: list[str] = []
    while True:
        at = replace(intake, ref=f"{intake.ref}:{reader.line_num + 1}")
        try:
            cells = next(reader, None)
        except csv.Error as error:
            yield Refused(ref=at.ref, reason=f"is not a row: {error}", advice="Correct the row.")
            continue
        if cells is None:
            return
        if not names:
            names = [name.strip() for name in cells]
        elif any(cell.strip() for cell in cells):
            row = dict(zip(names, cells, strict=False))
            yield _outcome(lambda row=row, cells=cells, at=at: _read_row(row, msgspec.json.encode(cells), at, options))  # type: ignore[misc]


def _text_lines(intake: Intake) -> Iterator[str]:
    """Decode a table line by line; one in UTF-16, as spreadsheets save it, as a whole."""
    if intake.head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        yield from decode(intake.take_all(), intake.ref)[0].splitlines(keepends=True)
        return
    for line in intake.take_lines():
        bare = line.replace(b"\x00", b"").removeprefix(codecs.BOM_UTF8)
        try:
            yield bare.decode("utf-8")
        except UnicodeDecodeError:
            yield bare.decode("cp1252", "replace")


def _outcome(read: Callable[[], Report]) -> Report | Refused:
    try:
        return read()
    except UnreadableError as error:
        return Refused.from_error(error)


def _decode_line(line: bytes, ref: str) -> Any:
    if len(line) > MAX_BYTES:
        raise UnreadableError(ref, f"is larger than {MAX_BYTES // 2**20} MiB", "Shorten the row.")
    try:
        return msgspec.json.decode(line.removeprefix(codecs.BOM_UTF8))
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise UnreadableError(ref, f"is not a JSON object: {error}", "Correct the line.") from error


def _read_row(row: Any, data: bytes, intake: Intake, options: Options) -> Report:
    """Make one row a report. `data` is what its hash is taken of, and what is kept."""
    if not isinstance(row, dict):
        raise UnreadableError(intake.ref, f"is no object but {type(row).__name__}", ADVICE)
    text = cell_of(row, "text", options)
    if text is None:
        wanted = options.columns.get("text") or ", ".join(COLUMNS["text"])
        held = ", ".join(str(name) for name in list(row)[:12]) or "no columns"
        raise UnreadableError(intake.ref, f"has no text: looked for {wanted}; has {held}", ADVICE)
    page = parts_of_text(text.replace("\x00", ""), cell_of(row, "title", options))
    page.url, page.publisher = cell_of(row, "url", options), cell_of(row, "publisher", options)
    page.language, page.authors = cell_of(row, "language", options), authors_of(row, options)
    page.published = _published(cell_of(row, "published", options), page.url, options)
    return compose(page, intake, intake.source_of(data), options)


def _published(stamp: str | None, url: str | None, options: Options) -> Published:
    if options.published:
        return given_date(options.published)
    day = parse_stamp(stamp) if stamp else None
    if day is not None:
        return on_day(day, "metadata", stamp or "")
    try:
        return msgspec.structs.replace(given_date(stamp or ""), basis="metadata")
    except OptionError:
        return published_by_url(url) or Published()
