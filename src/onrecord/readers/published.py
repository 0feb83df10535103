"""When a report was published: the caller's word, then the page's data, its address, its text; else what bounds it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from onrecord.model import Published
from onrecord.readers.dates import date_in_name, date_in_path, given_date, make_date, on_day
from onrecord.readers.furniture import date_line

if TYPE_CHECKING:
    from datetime import date

    from onrecord.model import Dropped
    from onrecord.options import Options


def published_in_text(dropped: list[Dropped], options: Options, url: str | None) -> Published:
    """Date a plain text: given, else by its address, its date line, or the newest screenshot on it as a lower bound."""
    if options.published:
        return given_date(options.published)
    return (
        published_by_url(options.url or url) or _by_date_line(dropped) or bound_by_pictures([d.text for d in dropped])
    )


def published_by_url(url: str | None) -> Published | None:
    """Date a report by the whole date in its address."""
    try:
        path = urlsplit(url or "").path
    except ValueError:
        return None
    found = date_in_path(path)
    return on_day(found[0], "url", found[1]) if found else None


def _by_date_line(dropped: list[Dropped]) -> Published | None:
    """Use the first line that dates the page; one that dates a change only bounds it from above."""
    changed: Published | None = None
    for line in dropped:
        found = date_line(line.text) if line.reason == "date line" else None
        if found and found[1]:
            return on_day(_iso(found[0]), "text", line.text)
        if found and changed is None:
            changed = Published(latest=found[0], basis="text", evidence=line.text)
    return changed


def bound_by_pictures(names: list[str]) -> Published:
    """Bound a publication from below by the newest day in the file names of its pictures."""
    dated = [(day, name) for name in names if (day := _picture_day(name)) is not None]
    if not dated:
        return Published()
    day, name = max(dated)
    return Published(earliest=day.isoformat(), basis="inferred", evidence=name)


def _picture_day(name: str) -> date | None:
    return (
        date_in_name(name)
        if name.lower().rstrip().endswith((".png", ".jpg", ".jpeg", ".webp", ".gif", ".heic"))
        else None
    )


def _iso(value: str) -> date:
    year, month, day = (int(part) for part in value.split("-"))
    found = make_date(year, month, day)
    if found is None:
        raise ValueError(value)
    return found
