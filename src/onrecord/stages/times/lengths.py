"""Reads durations: "six months", "nearly 16-year", "weeks-long", "years", "the fourth straight day"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from onrecord.stages.line import DASHES, low, tag
from onrecord.stages.times.line import ordinal, year_at
from onrecord.stages.times.words import times

if TYPE_CHECKING:
    from onrecord.stages.times.found import Reading
    from onrecord.stages.times.unit import Unit

OWNED = frozenset({"PRP$", "JJ", "POS", "NN"})
"""Tags before a bare plural under which it is no duration: "his days", "good days"."""


def read_run(unit: Unit) -> Reading | None:
    """Read "the fourth straight day", "a third consecutive year"."""
    if not unit.frame.run or unit.frame.counted:
        return None
    number = ordinal(unit.before)
    if number is None:
        return None
    return unit.reading("length", "DURATION", unit.length(Decimal(number)), 0.8, first=unit.frame.first - 1)


def read_long(unit: Unit) -> Reading | None:
    """Read "weeks-long", "year-long", "two-year-long"."""
    if unit.word(1) not in DASHES or unit.word(2) != "long":
        return None
    if unit.frame.counted:
        return unit.reading("length", "DURATION", unit.length(unit.frame.count), 0.9, after=2)
    count = None if unit.plural else Decimal(1)
    return unit.reading("length", "DURATION", unit.length(count), 0.9, first=unit.i, after=2)


def read_length(unit: Unit) -> Reading | None:
    """Read a number of units, "a week", or a bare plural."""
    if unit.frame.counted:
        return _counted(unit)
    if unit.frame.count is not None:
        return unit.reading("length", "DURATION", unit.length(unit.frame.count), 0.75)
    return _bare(unit)


def _counted(unit: Unit) -> Reading | None:
    frame = unit.frame
    if frame.determiner == "no" or (frame.count == 1 and not frame.hyphen and not frame.mod and _is_some_day(unit)):
        return None
    of_first = low(unit.tokens, unit.i - 2) in {"first", "last", "final"}
    after = _of_year(unit) - unit.i if of_first else 0
    return unit.reading("length", "DURATION", unit.length(frame.count), 0.8, after=after)


def _is_some_day(unit: Unit) -> bool:
    """Tell whether "one day" stands for some day, as it mostly does."""
    return unit.code == "D" and low(unit.tokens, unit.i - 1) == "one"


def _bare(unit: Unit) -> Reading | None:
    """Read "years", "for weeks"; not "minutes", which are mostly notes, nor days that are someone's."""
    frame = unit.frame
    if not unit.plural or frame.pointer or frame.hyphen or frame.determiner not in {"", "the"}:
        return None
    owned = frame.first == unit.i and tag(unit.tokens, unit.i - 1) in OWNED
    if owned or unit.code in {"TS", "TM"}:
        return None
    return unit.reading("length", "DURATION", unit.length(None), 0.7, first=unit.i)


def _of_year(unit: Unit) -> int:
    """Step over "of the current fiscal year", "of 2017" behind "the first nine months"."""
    tokens, i = unit.tokens, unit.i
    if unit.word(1) not in {"of", "in"}:
        return i
    if year_at(tokens, i + 2) is not None:
        return i + 2
    start = at = i + 3 if unit.word(2) == "the" else i + 2
    at += low(tokens, at) in times().pointers
    at += low(tokens, at) in {"fiscal", "financial", "calendar"}
    return at if low(tokens, at) == "year" and at > start else i
