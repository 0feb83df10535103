"""Many articles in one file: JSON Lines, JSON, CSV and TSV; one report a row, bad rows set aside with their number."""

from __future__ import annotations

import codecs
import csv
import hashlib
import io
from typing import TYPE_CHECKING, Any

import msgspec

from onrecord.errors import OptionError, UnreadableError
from onrecord.model import Published, Source
from onrecord.options import Options
from onrecord.readers.charset import decode
from onrecord.readers.compose import compose
from onrecord.readers.dates import given_date, on_day, parse_stamp
from onrecord.readers.intake import MAX_BYTES, Intake
from onrecord.readers.published import published_by_url
from onrecord.readers.refused import Refused
from onrecord.readers.text import parts_of_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model import Report

COLUMNS: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline", "heading", "article_title"),
    "text": ("text", "body", "content", "article", "maintext", "main_text", "full_text", "fulltext", "article_text", "story"),
    "url": ("url", "link", "source_url", "article_url", "canonical_url", "web_url"),
    "published": ("published", "date", "publication_date", "date_publish", "published_at", "publish_date", "pub_date", "datetime", "timestamp"),
    "publisher": ("publisher", "source", "site", "outlet", "publication", "source_name", "source_domain", "newspaper", "site_name"),
    "authors": ("authors", "author", "byline", "creator"),
    "language": ("language", "lang"),
}  # fmt: skip
"""Column names that are looked for where `Options.columns` names none."""

_ROWS = "Give one object with at least a text a row; name its columns with the columns option."


def read_json_lines(intake: Intake, options: Options) -> Iterator[Report | Refused]:
    """Read one JSON object a line; blank lines are no rows."""
    for number, line in enumerate(intake.take_lines(), start=1):
        if line.strip():
            ref = f"{intake.ref}:{number}"
            yield _read_row(_decode_object(line.removeprefix(codecs.BOM_UTF8), ref), line.strip(), ref, intake, options)


def read_json(intake: Intake, options: Options) -> Iterator[Report | Refused]:
    """Read one JSON object or an array of them."""
    data = intake.take_all()
    try:
        whole = msgspec.json.decode(data.removeprefix(codecs.BOM_UTF8))
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise UnreadableError(intake.ref, f"is not JSON: {error}", _ROWS) from error
    rows = whole if isinstance(whole, list) else [whole]
    for number, row in enumerate(rows, start=1):
        ref = f"{intake.ref}:{number}" if isinstance(whole, list) else intake.ref
        yield _read_row(row, msgspec.json.encode(row), ref, intake, options)


def read_csv(intake: Intake, options: Options) -> Iterator[Report | Refused]:
    """Read comma- or tab-separated rows under a line of column names."""
    text, _ = decode(intake.take_all(), intake.ref, intake.charset)
    first = text.split("\n", 1)[0]
    delimiter = max(",\t;", key=first.count)
    csv.field_size_limit(MAX_BYTES)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    names: list[str] = []
    while True:
        ref = f"{intake.ref}:{reader.line_num + 1}"
        try:
            cells = next(reader, None)
        except csv.Error as error:
            yield Refused(ref=ref, reason=f"is not a row: {error}", advice="Correct the row.")
            continue
        if cells is None:
            return
        if not names:
            names = [name.strip() for name in cells]
        elif any(cell.strip() for cell in cells):
            row = dict(zip(names, cells, strict=False))
            yield _read_row(row, msgspec.json.encode(cells), ref, intake, options)


def _decode_object(line: bytes, ref: str) -> Any:
    if len(line) > MAX_BYTES:
        return UnreadableError(ref, f"is larger than {MAX_BYTES // 2**20} MiB", "Shorten the row.")
    try:
        return msgspec.json.decode(line)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        return UnreadableError(ref, f"is not a JSON object: {error}", "Correct the line.")


def _read_row(row: Any, data: bytes, ref: str, intake: Intake, options: Options) -> Report | Refused:
    try:
        if isinstance(row, UnreadableError):
            raise row
        if not isinstance(row, dict):
            raise UnreadableError(ref, f"is no object but {type(row).__name__}", _ROWS)
        return _compose_row(
            row, Intake(ref, intake.stream, media_type=intake.media_type), _source(ref, data, intake), options
        )
    except UnreadableError as error:
        return Refused.from_error(error)


def _source(ref: str, data: bytes, intake: Intake) -> Source:
    return Source(ref=ref, media_type=intake.media_type or "application/json", sha256=hashlib.sha256(data).hexdigest())


def _compose_row(row: dict[str, Any], intake: Intake, source: Source, options: Options) -> Report:
    text = _cell(row, "text", options)
    if text is None:
        wanted = options.columns.get("text") or ", ".join(COLUMNS["text"])
        found = f"has no text: looked for {wanted}; has {', '.join(map(str, list(row)[:12])) or 'no columns'}"
        raise UnreadableError(intake.ref, found, _ROWS)
    page = parts_of_text(text.replace("\x00", ""), _cell(row, "title", options))
    page.url, page.publisher = _cell(row, "url", options), _cell(row, "publisher", options)
    page.language, page.authors = _cell(row, "language", options), _authors(row, options)
    page.published = _published(_cell(row, "published", options), page.url, options)
    return compose(page, intake, source, options)


def _published(stamp: str | None, url: str | None, options: Options) -> Published:
    if options.published:
        return given_date(options.published)
    if stamp:
        day = parse_stamp(stamp)
        if day is not None:
            return on_day(day, "metadata", stamp)
        try:
            return msgspec.structs.replace(given_date(stamp), basis="metadata")
        except OptionError:
            pass
    return published_by_url(url) or Published()


def _authors(row: dict[str, Any], options: Options) -> list[str]:
    name = _column(row, "authors", options)
    value = row.get(name) if name else None
    if isinstance(value, list):
        return [" ".join(str(author).split()) for author in value if str(author).strip()]
    cell = _cell(row, "authors", options)
    return (
        [part.strip() for part in cell.removeprefix("By ").replace(" and ", ";").split(";") if part.strip()]
        if cell
        else []
    )


def _column(row: dict[str, Any], wanted: str, options: Options) -> str | None:
    if chosen := options.columns.get(wanted):
        return chosen if chosen in row else None
    lower = {str(name).lower(): str(name) for name in row}
    return next((lower[name] for name in COLUMNS[wanted] if name in lower), None)


def _cell(row: dict[str, Any], wanted: str, options: Options) -> str | None:
    name = _column(row, wanted, options)
    value = row.get(name) if name else None
    if value is None or isinstance(value, (dict, list)):
        return None
    text = str(value).strip()
    return text or None
