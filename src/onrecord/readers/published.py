"""When a report was published: the caller's word, then the page's data, its address, its text; else what bounds it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from onrecord.model import Published
from onrecord.readers.date_lines import parse_date_line
from onrecord.readers.dates import date_in_name, date_in_path, given_date, on_day, parse_written_date

if TYPE_CHECKING:
    from datetime import date

    from onrecord.model import Dropped
    from onrecord.options import Options

DATE_LINE = "date line"
LONGEST_HEAD = 120
"""Characters of a line between title and story that may date the report."""
PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".heic")


def published_in_text(dropped: list[Dropped], head: list[str], options: Options, url: str | None) -> Published:
    """Date a plain text: given, else by its address, its date line, its head, or its newest screenshot as a bound."""
    if options.published:
        return given_date(options.published)
    lines = [line.text for line in dropped if line.reason == DATE_LINE]
    pictures = [line.text for line in dropped]
    return published_by_url(options.url or url) or published_by_lines(lines, head) or bound_by_pictures(pictures)


def published_by_url(url: str | None) -> Published | None:
    """Date a report by the whole date in its address."""
    try:
        path = urlsplit(url or "").path
    except ValueError:
        return None
    found = date_in_path(path)
    return on_day(found[0], "url", found[1]) if found else None


def published_by_lines(lines: list[str], head: list[str]) -> Published | None:
    """Date a report by its date line, else by the one date in the short lines between title and story (`head`).

    A line that dates a change only bounds publication from above.
    """
    found = [(line, dated) for line in lines if (dated := parse_date_line(line)) is not None]
    for line, (day, is_publication) in found:
        if is_publication:
            return on_day(day, "text", line)
    if by_head := _one_date(head):
        return by_head
    if not found:
        return None
    line, (day, _) = found[0]
    return Published(latest=day.isoformat(), basis="text", evidence=line)


def _one_date(head: list[str]) -> Published | None:
    """Use a date beside other words ("By Ann Lee, June 19, 2017"), where all such lines give the same."""
    short = [line for line in head if len(line) <= LONGEST_HEAD]
    dated = [(found[0], line) for line in short if (found := parse_written_date(line)) is not None]
    days = {day for day, _ in dated}
    return on_day(dated[0][0], "text", dated[0][1]) if len(days) == 1 else None


def bound_by_pictures(names: list[str]) -> Published:
    """Bound a publication from below by the newest day in the file names of its pictures."""
    dated = [(day, name) for name in names if (day := _picture_day(name)) is not None]
    if not dated:
        return Published()
    day, name = max(dated)
    return Published(earliest=day.isoformat(), basis="inferred", evidence=name)


def _picture_day(name: str) -> date | None:
    return date_in_name(name) if name.lower().rstrip().endswith(PICTURES) else None
