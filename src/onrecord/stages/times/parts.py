"""Reads parts of a day: "this morning", "last night", "noon", "Thursday morning"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.stages.line import low
from onrecord.stages.times.found import Reading
from onrecord.stages.times.meaning import Calendar, Shift
from onrecord.stages.times.words import times

if TYPE_CHECKING:
    from onrecord.stages.tokens import Token

FROM_TODAY = {"this": 0, "last": -1, "tomorrow": 1, "yesterday": -1}
FROM_BEFORE = {"that": 0, "same": 0, "next": 1, "following": 1}


def read_part(tokens: list[Token], i: int) -> Reading | None:
    """Read a part of day that stands by itself; weekdays take theirs themselves."""
    value, before = _value(low(tokens, i)), low(tokens, i - 1)
    if before in FROM_TODAY:
        return Reading("part", i - 1, i, "TIME", Shift("D", FROM_TODAY[before], part=value), 0.93)
    if before in FROM_BEFORE:
        shift = Shift("D", FROM_BEFORE[before], anaphoric=True, part=value)
        return Reading("part", i - 1, i, "TIME", shift, 0.65)
    if before == "late" and low(tokens, i - 2) == "last":
        return Reading("part", i - 2, i, "TIME", Shift("D", -1, part=value), 0.9, "END")
    if before in {"every", "each"}:
        return Reading("part", i - 1, i, "SET", Calendar(part=value), 0.8)
    return None if before == "-" else _spoken_of(tokens, i, value)


def _spoken_of(tokens: list[Token], i: int, value: str) -> Reading | None:
    """Read "noon", "early morning", "in the afternoon": of the day spoken of before."""
    before, shift = low(tokens, i - 1), Shift("D", 0, anaphoric=True, part=value)
    if ":" in value or before in {"mid", "early", "late"} or low(tokens, i + 1) in times().weekdays:
        return Reading("part", i, i, "TIME", shift, 0.8)
    in_it = before == "the" and low(tokens, i - 2) in {"in", "during", "of", "into", "by"}
    return Reading("part", i - 1, i, "TIME", shift, 0.6) if in_it and low(tokens, i + 1) != "of" else None


def with_part(tokens: list[Token], found: Reading) -> Reading:
    """Take in a part of day that follows a day: "Thursday morning", "tomorrow night"."""
    word = low(tokens, found.last + 1)
    if word not in times().parts_of_day or low(tokens, found.last + 2) == "-":
        return found
    found.last, found.type = found.last + 1, "TIME"
    if isinstance(found.meaning, Calendar | Shift):
        found.meaning = replace(found.meaning, part=_value(word))
    return found


def _value(word: str) -> str:
    part = times().parts_of_day[word]
    return part if part.startswith("T") else f"T{part}"
