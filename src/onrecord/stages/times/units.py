"""Reads the expression around a unit of time: each kind has its rule, the first that reads wins."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from onrecord.stages.line import DASHES, low, tag
from onrecord.stages.times.away import read_away
from onrecord.stages.times.eras import read_century
from onrecord.stages.times.frames import read_frame
from onrecord.stages.times.lengths import read_length, read_long, read_run
from onrecord.stages.times.line import open_left
from onrecord.stages.times.meaning import Shift, Written
from onrecord.stages.times.quarters import read_quarter
from onrecord.stages.times.stretches import read_pointed
from onrecord.stages.times.unit import Unit, length_value
from onrecord.stages.times.words import singulars, times, word_sets

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.stages.times.found import Reading
    from onrecord.stages.tokens import Token

DISTANCES = frozenset({"ago", "earlier", "later", "before", "after"})
"""Words behind "a year" under which it is no rate."""
EACH = frozenset({"each", "every", "per"})


def read_unit(tokens: list[Token], i: int) -> Reading | None:
    """Read the expression around the unit at place `i`; None where it is no time ("16-year-old", "second thoughts")."""
    word = low(tokens, i)
    code, plural = singulars()[word], word not in times().units
    if _is_age(tokens, i) or _is_name(tokens, i):
        return None
    if not plural and (found := _in_calendar(tokens, i, code)) is not None:
        return found
    unit = Unit(tokens, i, code, plural, read_frame(tokens, i))
    if _is_other_sense(unit, word):
        return None
    return next((found for rule in RULES if (found := rule(unit)) is not None), None)


def _is_age(tokens: list[Token], i: int) -> bool:
    after = i + 2 if low(tokens, i + 1) in DASHES else i + 1
    return low(tokens, after) in {"old", "olds"} or (low(tokens, after) == "of" and low(tokens, after + 1) == "age")


def _is_name(tokens: list[Token], i: int) -> bool:
    """Tell whether a capital makes the word part of a name; a line all in capitals makes none."""
    return tokens[i].text[0].isupper() and i > 0 and not tokens[0].text.isupper()


def _in_calendar(tokens: list[Token], i: int, code: str) -> Reading | None:
    if code == "CE":
        return read_century(tokens, i)
    return read_quarter(tokens, i) if code == "Q" else None


def _is_other_sense(unit: Unit, word: str) -> bool:
    """Tell "a quarter of", "the minute", "second thoughts" from the units."""
    frame = unit.frame
    if word == "second":
        return not frame.counted
    if unit.code in {"TS", "TM"}:
        return not (frame.counted or unit.plural or frame.determiner in {"a", "an"})
    if unit.code != "Q" or unit.plural or frame.pointer:
        return False
    return (frame.count or 0) <= 1 and frame.determiner not in {"the", *EACH}


def _recurring(unit: Unit) -> Reading | None:
    """Read "every day", "per year", "$5 a week", "twice a day", "every two years"."""
    frame = unit.frame
    if unit.plural and frame.determiner != "every":
        return None
    bare = frame.determiner in {"a", "an"} and not frame.counted and not frame.pointer
    and_a_half = unit.word(1) == "and" and unit.word(3) == "half"
    rate = bare and not and_a_half and unit.word(1) not in DISTANCES and _is_rate(unit.tokens, frame.first - 1)
    if not rate and frame.determiner not in EACH:
        return None
    length = unit.length(frame.count or Decimal(1))
    return unit.reading("set", "SET", Written(length_value(length.unit, length.count)), 0.7)


def _is_rate(tokens: list[Token], at: int) -> bool:
    """Tell whether "a year" behind this word says how often: behind a count, money, or "twice"."""
    if at < 0:
        return False
    word = tokens[at]
    if word.lower in {"twice", "once", "times", "%", "percent"}:
        return True
    return word.tag == "CD" or (word.child("nummod") is not None and (word.tag == "NNS" or word.lower == "cent"))


def _spoken_of(unit: Unit) -> Reading | None:
    """Read "the end of the year", "the quarter", "for the year": a unit spoken of, which is mostly the current one."""
    frame = unit.frame
    if unit.plural or frame.determiner != "the" or frame.hyphen or unit.code.startswith("T") or unit.word(1) == "of":
        return None
    if unit.word(1) in {"ended", "ending"} and unit.code in {"Y", "Q"}:
        return unit.reading("length", "DURATION", unit.length(Decimal(1)), 0.6)
    if unit.code == "Q":
        return unit.reading("pointed", "DATE", Shift("Q", 0, anaphoric=True), 0.6)
    if unit.code == "Y" and unit.before in {"for", "during"} and tag(unit.tokens, unit.i + 1) in {"", ",", ".", "TO"}:
        return unit.reading("pointed", "DATE", Shift("Y", 0), 0.6)
    return _part_of(unit)


def _part_of(unit: Unit) -> Reading | None:
    """Read "the end of the month", "later in the week"."""
    at = unit.frame.first - 1
    if low(unit.tokens, at) not in {"of", "in"} or low(unit.tokens, at - 1) not in word_sets()["portions"]:
        return None
    first, mod = open_left(unit.tokens, unit.frame.first)
    found = unit.reading("pointed", "DATE", Shift(unit.code, 0), 0.8, first=first)
    found.mod = mod
    return found


RULES: tuple[Callable[[Unit], Reading | None], ...] = (
    read_run,
    _recurring,
    read_away,
    read_pointed,
    read_long,
    read_length,
    _spoken_of,
)
