"""Reads the small parts of time expressions: ordinals, years, what stands before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.line import DASHES, low
from onrecord.stages.times.words import modifiers, times

if TYPE_CHECKING:
    from onrecord.stages.tokens import Token

OF = frozenset({"of", "in"})


def small_number(word: str) -> int | None:
    """Read up to four plain digits."""
    return int(word) if word.isascii() and word.isdecimal() and len(word) <= 4 else None


def ordinal(word: str) -> int | None:
    """Read "3rd" or "third"."""
    if word[-2:] in {"st", "nd", "rd", "th"} and (number := small_number(word[:-2])) is not None:
        return number
    return times().ordinals.get(word)


def year_at(tokens: list[Token], i: int) -> int | None:
    """Read a year of four digits."""
    word = low(tokens, i)
    return (
        int(word) if len(word) == 4 and (number := small_number(word)) is not None and 1000 <= number <= 2199 else None
    )


def open_left(tokens: list[Token], first: int) -> tuple[int, str | None]:
    """Take in what says where in a time: "early March", "the end of 1994", "mid-November", "the late 1990s"."""
    if tokens[first].lower.startswith("mid-"):
        return _article(tokens, first), "MID"
    before = first - 1
    if low(tokens, before) in DASHES:
        before -= 1
    mod = modifiers().get(low(tokens, before))
    if mod is not None and (before == first - 1 or low(tokens, before) == "mid"):
        return _article(tokens, before), mod
    back = first - 1
    if low(tokens, back) in {"the", "this"}:
        back -= 1
    if low(tokens, back) in OF and (mod := modifiers().get(low(tokens, back - 1))):
        return _article(tokens, back - 1), mod
    return _article(tokens, first), None


def _article(tokens: list[Token], first: int) -> int:
    return first - 1 if low(tokens, first - 1) == "the" else first


def pointer_before(tokens: list[Token], first: int) -> int | None:
    """Read a pointer right before a place: "last", "next", "this"."""
    return times().pointers.get(low(tokens, first - 1))
