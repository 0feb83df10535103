"""Reads quarters and halves of a year: "the third quarter of 2017", "fourth-quarter", "Q3"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.stages.line import low
from onrecord.stages.times.found import Reading
from onrecord.stages.times.line import pointer_before, small_number, year_at
from onrecord.stages.times.meaning import Calendar
from onrecord.stages.times.words import times

if TYPE_CHECKING:
    from onrecord.stages.tokens import Token

PARTS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}


def read_quarter(tokens: list[Token], i: int) -> Reading | None:
    """Read the quarter around the word "quarter"."""
    at = i - 2 if low(tokens, i - 1) == "-" else i - 1
    number = PARTS.get(low(tokens, at))
    return _read(tokens, at, i, Calendar(quarter=number)) if number is not None else None


def read_half(tokens: list[Token], i: int) -> Reading | None:
    """Read "the first half of 2018"; a half of nothing told is no time."""
    number = {"last": 2, "final": 2}.get(low(tokens, i - 1)) or PARTS.get(low(tokens, i - 1))
    if number is None or number > 2 or not (low(tokens, i + 1) == "of" or year_at(tokens, i + 1)):
        return None
    found = _read(tokens, i - 1, i, Calendar(half=number))
    told = isinstance(found.meaning, Calendar) and (found.meaning.year or found.meaning.years is not None)
    return found if told else None


def _read(tokens: list[Token], first: int, last: int, meaning: Calendar) -> Reading:
    """Take in the year or pointer beside a part of a year."""
    meaning, last = _year_behind(tokens, last, meaning)
    if meaning.year is None and meaning.years is None:
        meaning, first = _year_before(tokens, first, meaning)
    first -= low(tokens, first - 1) == "fiscal"
    if meaning.year is None and meaning.years is None and (pointer := pointer_before(tokens, first)) is not None:
        meaning, first = replace(meaning, pointer=pointer), first - 1
    first -= low(tokens, first - 1) == "the"
    return Reading("quarter", first, last, "DATE", meaning, 0.85)


def _year_behind(tokens: list[Token], last: int, meaning: Calendar) -> tuple[Calendar, int]:
    """Read "… 2017", "… of 2017", "… of last year"."""
    if (year := year_at(tokens, last + 1)) is not None:
        return replace(meaning, year=year), last + 1
    if low(tokens, last + 1) not in {"of", ","}:
        return meaning, last
    if (year := year_at(tokens, last + 2)) is not None:
        return replace(meaning, year=year), last + 2
    if low(tokens, last + 3) == "year" and (years := times().pointers.get(low(tokens, last + 2))) is not None:
        return replace(meaning, years=years), last + 3
    return meaning, last


def _year_before(tokens: list[Token], first: int, meaning: Calendar) -> tuple[Calendar, int]:
    """Read "1988 third quarter", "this year's third quarter", "year-ago third quarter"."""
    if (year := year_at(tokens, first - 1)) is not None:
        return replace(meaning, year=year), first - 1
    if low(tokens, first - 1) in {"'s", "’s"} and low(tokens, first - 2) == "year":
        return replace(meaning, years=times().pointers.get(low(tokens, first - 3))), first - 3
    if low(tokens, first - 1) in {"earlier", "ago"} and low(tokens, first - 3) == "year":
        return replace(meaning, years=-1), first - 3
    return meaning, first


def read_short_quarter(tokens: list[Token], i: int) -> Reading | None:
    """Read "Q3", "Q3 2018" and "H1"."""
    word = tokens[i].text
    number = small_number(word[1:])
    if number is None or not 1 <= number <= (4 if word[0] == "Q" else 2):
        return None
    year = year_at(tokens, i + 1)
    meaning = Calendar(year=year, quarter=number if word[0] == "Q" else None, half=number if word[0] == "H" else None)
    return Reading("quarter", i, i if year is None else i + 1, "DATE", meaning, 0.85)
