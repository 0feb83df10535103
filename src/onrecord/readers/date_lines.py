"""Lines that do nothing but date a page: "Published June 19, 2017 | 8:58 PM EDT"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from onrecord.readers.dates import parse_written_date
from onrecord.readers.furniture import is_in, normal, words

if TYPE_CHECKING:
    from datetime import date

LONGEST = 120
MOST_AFTER = 4
"""Words that may follow the date, clock and zone not counted."""

_WORD = re.compile(r"[\w:.]+")


def parse_date_line(line: str) -> tuple[date, bool] | None:
    """Give the day of a date line, and whether it is the day of publication rather than of a change."""
    line = " ".join(line.split())
    found = parse_written_date(line) if len(line) <= LONGEST else None
    if found is None:
        return None
    day, (start, end) = found
    lead = " ".join(word for word in normal(line[:start]).split() if not _is_clock(word.strip(",")))
    after = [word for word in _WORD.findall(line[end:].lower()) if not _is_clock(word)]
    if (lead and not is_in("date_leads", lead)) or len(after) > MOST_AFTER:
        return None
    if after and not is_in("date_leads", after[0]) and parse_written_date(line[end:]) is None:
        return None
    return day, not lead or is_in("published_leads", lead)


@cache
def _clock_words() -> frozenset[str]:
    return frozenset(words().clock_words)


def _is_clock(word: str) -> bool:
    """Tell words of day and time: "Monday", "8:58", "9am", "p.m.", "EDT"."""
    bare = word.replace(".", "").replace(":", "")
    return not bare or bare.isdigit() or bare in _clock_words() or (bare[:-2].isdigit() and bare[-2:] in {"am", "pm"})
