"""Reads units with a pointer: "last year", "this week", "the next day", "the past three years", "recent years"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from onrecord.stages.times.line import open_left
from onrecord.stages.times.meaning import Shift, Written
from onrecord.stages.times.words import times, word_sets

if TYPE_CHECKING:
    from onrecord.stages.times.found import Reading
    from onrecord.stages.times.unit import Unit

SPANNING = frozenset({"over", "during", "in", "for", "within", "throughout", "of"})
"""Prepositions under which "the last year" is a stretch that ends today."""
TURNING = frozenset({"last", "next", "coming", "previous", "preceding"})
"""Pointers that name a unit, or, under such a preposition, a stretch."""


def read_pointed(unit: Unit) -> Reading | None:
    """Read a unit behind a pointer."""
    if not unit.frame.pointer or unit.frame.hyphen:
        return None
    if unit.frame.counted or unit.plural:
        return _several(unit)
    return _stretch(unit) if _is_stretch(unit) else _one(unit)


def _several(unit: Unit) -> Reading | None:
    """Read "the past three years", "recent months", "the coming weeks"."""
    if unit.frame.pointer == "recent" and not unit.frame.counted:
        return unit.reading("recent", "DATE", Written("PAST_REF"), 0.7)
    if not unit.side and not unit.frame.counted:
        return None
    return unit.reading("stretch", "DURATION", unit.length(unit.frame.count, unit.side), 0.8)


def _is_stretch(unit: Unit) -> bool:
    """Tell "over the last year" and "the past year" from "last year"; hours are always stretches."""
    spanning = unit.before in SPANNING and unit.frame.determiner == "the" and unit.frame.pointer in TURNING
    return unit.code.startswith("T") or unit.frame.pointer == "past" or (spanning and unit.code != "D")


def _stretch(unit: Unit) -> Reading | None:
    return unit.reading("stretch", "DURATION", unit.length(Decimal(1), unit.side), 0.8) if unit.side else None


def _one(unit: Unit) -> Reading | None:
    """Read "last year", "the next day", "that week", "the latest quarter"."""
    pointer = unit.frame.pointer
    if pointer == "recent" or (pointer == "latest" and unit.code != "Q"):
        return None
    anaphoric = pointer in word_sets()["anaphoric"] or (pointer == "next" and unit.frame.determiner == "the")
    steps = times().pointers.get(pointer, -1 if pointer == "latest" else 0)
    first, mod = open_left(unit.tokens, unit.frame.first)
    found = unit.reading("pointed", "DATE", Shift(unit.code, steps, anaphoric), 0.6 if anaphoric else 0.8, first=first)
    found.mod = mod
    return found
