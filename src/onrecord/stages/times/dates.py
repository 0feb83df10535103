"""Reads dates with a month or in figures: "May 28, 2017", "29th of March", "early March", "2017-05-28"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.stages.line import DASHES, low, tag
from onrecord.stages.times.calendar import make_day
from onrecord.stages.times.found import Reading
from onrecord.stages.times.line import open_left, ordinal, pointer_before, small_number, year_at
from onrecord.stages.times.meaning import Calendar
from onrecord.stages.times.words import times, word_sets

if TYPE_CHECKING:
    from onrecord.stages.times.found import TimeFound
    from onrecord.stages.tokens import Token

DOUBTFUL = "figures_either_way"
PREPOSITIONS = frozenset(
    {
        "in",
        "since",
        "by",
        "until",
        "till",
        "from",
        "of",
        "last",
        "next",
        "this",
        "during",
        "through",
        "before",
        "after",
        "to",
        "for",
        "between",
        "mid",
        "early",
        "late",
        "each",
        "every",
        "on",
        "ending",
        "ended",
        "throughout",
        "around",
        "and",
    }
)


def read_month(tokens: list[Token], i: int) -> Reading | None:
    """Read the date around a month name at place `i`."""
    if not tokens[i].text[0].isupper() and not tokens[i].lower.startswith("mid-"):
        return None
    first, last, day = _day(tokens, i)
    year, last = _year(tokens, last)
    if low(tokens, i) in word_sets()["doubtful"] and day is None and year is None and not _is_month(tokens, i):
        return None
    if day is None and year is None and (low(tokens, i + 1) == "'s" and low(tokens, i) == "may"):
        return None
    meaning = Calendar(year=year, month=times().months[low(tokens, i)], day=day)
    found = Reading("date", first, last, "DATE", meaning, 0.95 if day or year else 0.9)
    return _surroundings(tokens, _until(tokens, found))


def _is_month(tokens: list[Token], i: int) -> bool:
    return (
        low(tokens, i - 1) in PREPOSITIONS
        and tag(tokens, i).startswith("NNP")
        and not tag(tokens, i + 1).startswith("NNP")
    )


def _day(tokens: list[Token], i: int) -> tuple[int, int, int | None]:
    """Find the day beside a month; give the places of the first and last word, and the day."""
    after = low(tokens, i + 1)
    day = small_number(after) or ordinal(after)
    if day is not None and 1 <= day <= 31 and len(after) < 5 and not after.startswith("00"):
        return i, i + 1, day
    back = i - 1
    if low(tokens, back) == "of":
        back -= 1
    before = low(tokens, back)
    day = small_number(before) if back == i - 1 else None
    day = day or ordinal(before) if before not in {"first", "second"} or back == i - 2 else day
    if day is not None and 1 <= day <= 31 and tokens[back].text[0].isdecimal():
        return back, i, day
    return i, i, None


def _year(tokens: list[Token], last: int) -> tuple[int | None, int]:
    """Find the year behind a date: "2017", ", 2017", "of 1776", "'98"."""
    for at in (last + 1, last + 2):
        year = year_at(tokens, at)
        if year is not None and (at == last + 1 or low(tokens, last + 1) in {",", "of", "in"}):
            return year, at
    return None, last


def _until(tokens: list[Token], found: Reading) -> Reading:
    """Take in the end of an interval: "June 12-14", "March 20-Dec. 21"."""
    start = found.meaning
    if not isinstance(start, Calendar) or low(tokens, found.last + 1) not in DASHES:
        return found
    at = found.last + 2
    month = times().months.get(low(tokens, at))
    end = small_number(low(tokens, at + 1 if month else at))
    if start.day is None or end is None or not 1 <= end <= 31 or (month is None and end <= start.day):
        return found
    last = at + 1 if month else at
    year, last = _year(tokens, last)
    until = Calendar(year=year, month=month or start.month, day=end)
    found.meaning, found.last = replace(start, year=start.year or year, until=until), last
    return found


def _surroundings(tokens: list[Token], found: Reading) -> Reading:
    """Take in a weekday, a pointer, "early", "the week of" and "last year" around a date."""
    meaning = found.meaning
    if not isinstance(meaning, Calendar):
        return found
    before = found.first - (2 if low(tokens, found.first - 1) in {",", "the"} else 1)
    if meaning.day and low(tokens, before) in times().weekdays:
        found.first = before
    elif meaning.day is None and meaning.year is None and (pointer := pointer_before(tokens, found.first)) is not None:
        found.first, found.meaning = found.first - 1, replace(meaning, pointer=pointer)
    elif meaning.day and low(tokens, found.first - 1) == "of" and low(tokens, found.first - 2) in {"week", "weekend"}:
        found.first, found.meaning = found.first - 2, replace(meaning, week=True)
    elif (
        meaning.year is None
        and low(tokens, found.last + 2) == "year"
        and low(tokens, found.last + 1) in {"last", "this", "next"}
    ):
        found.meaning, found.last = (
            replace(meaning, years=times().pointers[low(tokens, found.last + 1)]),
            found.last + 2,
        )
    if meaning.day is None:
        found.first, found.mod = open_left(tokens, found.first)
    if low(tokens, found.first - 1) in {"each", "every"}:
        found.first, found.type = found.first - 1, "SET"
    return found


def read_figures(tokens: list[Token], i: int) -> Reading | None:
    """Read a date in figures: ISO, "05/28/2017" (month first, unless that cannot be), "28.05.2017", "9/11"."""
    word = tokens[i].text
    if word == "9/11":
        return Reading("named", i, i, "DATE", Calendar(2001, 9, 11), 0.95)
    parts, last = word.split("-"), i
    if len(parts) == 1 and len(word) == 4 and low(tokens, i + 1) == "-" and low(tokens, i + 3) == "-":
        parts, last = [word, low(tokens, i + 2), low(tokens, i + 4)], i + 4
    if len(parts) != 3:
        parts = word.split("/") if "/" in word else word.split(".")
    numbers = [small_number(part) for part in parts]
    if len(numbers) != 3 or None in numbers or not all(part for part in parts):
        return None
    day = _in_order([number or 0 for number in numbers], long_first=len(parts[0]) == 4, long_last=len(parts[2]) == 4)
    if day is None:
        return None
    doubtful = len(parts[0]) != 4 and day[1] <= 12 and day[2] <= 12
    return Reading(DOUBTFUL if doubtful else "figures", i, last, "DATE", Calendar(*day), 0.6 if doubtful else 0.95)


def _starts_with_day(date: Calendar, words: str) -> bool:
    return date.day is not None and date.day > 12 and words.replace(".", "/").startswith(f"{date.day}/")


def settle_order(found: list[TimeFound], text: str) -> None:
    """Read doubtful dates ("02/05/2018") day first where another date of the report can only be read so."""
    day_first = any(
        one.rule == "times.figures"
        and isinstance(one.meaning, Calendar)
        and _starts_with_day(one.meaning, text[slice(*one.span)])
        for one in found
    )
    for one in found:
        if day_first and one.rule == f"times.{DOUBTFUL}" and isinstance(one.meaning, Calendar):
            one.meaning = replace(one.meaning, month=one.meaning.day, day=one.meaning.month)


def _in_order(numbers: list[int], *, long_first: bool, long_last: bool) -> tuple[int, int, int] | None:
    one, two, three = numbers
    if long_first:
        orders = [(one, two, three)]
    else:
        year = three if long_last else three + (1900 if three > 40 else 2000)
        orders = [(year, one, two), (year, two, one)]
    return next((order for order in orders if order[0] >= 1000 and make_day(*order)), None)
