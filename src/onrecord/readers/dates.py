"""Dates as pages write them: ISO, month names, addresses, file names of screenshots."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from onrecord.errors import OptionError
from onrecord.model import Published

if TYPE_CHECKING:
    from onrecord.model.report import DateBasis

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
OPTION = "published"
FIRST_YEAR, LAST_YEAR = 1900, 2099

_ISO = re.compile(r"(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)")
_IN_PATH = re.compile(r"(?<!\d)((?:19|20)\d{2})[/\-_](\d{1,2}|[a-z]{3})[/\-_](\d{1,2})(?!\d)")
_MONTH_FIRST = re.compile(r"\b([A-Za-z]{3,9})\.?\s{1,3}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}((?:19|20)\d{2})\b")
_DAY_FIRST = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\s{1,3}([A-Za-z]{3,9})\.?,?\s{1,3}((?:19|20)\d{2})\b")
_GIVEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def make_date(year: int, month: int, day: int) -> date | None:
    """Give the date, or None where there is no such day or the year cannot be a newspaper's."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def parse_written_date(text: str) -> tuple[date, tuple[int, int]] | None:
    """Find the first date with day, month and year in a short text; give it and where it stands."""
    found: list[tuple[int, int, date]] = []
    for pattern, order in ((_ISO, (1, 3, 4)), (_MONTH_FIRST, (3, 1, 2)), (_DAY_FIRST, (3, 2, 1))):
        for match in pattern.finditer(text[:2000]):
            month = match[order[1]]
            number = int(month) if month.isdigit() else MONTHS.get(month.lower(), 0)
            if day := make_date(int(match[order[0]]), number, int(match[order[2]])):
                found.append((match.start(), match.end(), day))
                break
    if not found:
        return None
    start, end, day = min(found)
    return day, (start, end)


def parse_stamp(stamp: str) -> date | None:
    """Read a machine's date ("2018-03-31T10:00:00Z", "20180331", "Sat, 31 Mar 2018 …"): the day as written there."""
    stamp = stamp.strip()[:80]
    if found := parse_written_date(stamp):
        return found[0]
    if match := _COMPACT.match(stamp):
        return make_date(int(match[1]), int(match[2]), int(match[3]))
    return None


def date_in_path(path: str) -> tuple[date, str] | None:
    """Find a whole date in the path of an address ("/2018/mar/31/", "/20180331/"), and the words that give it."""
    for pattern in (_IN_PATH, _COMPACT):
        for match in pattern.finditer(path[:1000].lower()):
            month = int(match[2]) if match[2].isdigit() else MONTHS.get(match[2], 0)
            if day := make_date(int(match[1]), month, int(match[3])):
                return day, match[0]
    return None


def date_in_name(name: str) -> date | None:
    """Find the day in a file name such as "Screen Shot 2017-06-19 at 8.58.32 PM.png" or "IMG_20170619.jpg"."""
    for pattern in (_ISO, _COMPACT):
        for match in pattern.finditer(name[:300]):
            month, day = (match[3], match[4]) if pattern is _ISO else (match[2], match[3])
            if found := make_date(int(match[1]), int(month), int(day)):
                return found
    return None


def given_date(value: str) -> Published:
    """Read `Options.published`; a year or month bounds the day. Raises OptionError for anything else."""
    match = _GIVEN.fullmatch(value.strip())
    year, month, day = (int(part) if part else None for part in match.groups()) if match else (None, None, None)
    first = make_date(year or 0, month or 1, day or 1)
    if first is None:
        raise OptionError(OPTION, value, "a date as YYYY-MM-DD, YYYY-MM or YYYY")
    if day is not None:
        return on_day(first, "given", value)
    last_month = month or 12
    last = date(first.year, last_month, monthrange(first.year, last_month)[1])
    return Published(earliest=first.isoformat(), latest=last.isoformat(), basis="given", evidence=value)


def on_day(day: date, basis: DateBasis, evidence: str) -> Published:
    """Give a publication on a known day."""
    iso = day.isoformat()
    return Published(value=iso, earliest=iso, latest=iso, basis=basis, evidence=evidence)
