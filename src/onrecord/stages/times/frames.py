"""Looks left of a unit of time: number, pointer, determiner ("the past two", "several", "each", "a")."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from onrecord.stages.figures.numerals import read_numeral
from onrecord.stages.line import DASHES, low, tag
from onrecord.stages.times.words import length_modifiers, times, word_sets

if TYPE_CHECKING:
    from onrecord.stages.tokens import Token

NUMERAL_WORDS = 6
"""Tokens of the longest numeral before a unit."""


@dataclass(slots=True)
class Frame:
    """What stands before a unit: place of the first word, count, and the words that point.

    `counted` where a number or "several" stands there; `pointer` is "last", "next", "that" …; `determiner` "a", "the",
    "each" or ""; `run` marks "straight", "consecutive".
    """

    first: int
    count: Decimal | None = None
    counted: bool = False
    pointer: str = ""
    determiner: str = ""
    mod: str | None = None
    hyphen: bool = False
    run: bool = False


def read_frame(tokens: list[Token], i: int) -> Frame:
    """Read leftwards from the unit at place `i`."""
    frame = Frame(i)
    at = i - 1
    if low(tokens, at) in DASHES and at > 0 and tokens[at].start == tokens[at - 1].end:
        frame.hyphen, at = True, at - 1
    while low(tokens, at) in word_sets()["between"]:
        frame.run = frame.run or low(tokens, at) in {"straight", "consecutive", "successive"}
        frame.first, at = at, at - 1
    at = _count(tokens, at, frame)
    while frame.counted and low(tokens, at) in {"first", "final", "early", "full"}:
        frame.first, at = at, at - 1
    if not frame.hyphen:
        at = _pointer(tokens, at, frame)
    if frame.counted and not frame.pointer:
        _modifier(tokens, frame)
        at = frame.first - 1
    if low(tokens, at) in {"a", "an", "the", "each", "every", "per", "any", "no"}:
        frame.determiner, frame.first = low(tokens, at), at
        if not frame.counted and frame.determiner in {"a", "an"}:
            frame.count = Decimal(1)
            _modifier(tokens, frame)
    return frame


def _count(tokens: list[Token], at: int, frame: Frame) -> int:
    """Read a number that ends at a place, and step over it; "12 to 18" has no one value."""
    start = _numeral_start(tokens, at)
    if start is not None:
        numeral = read_numeral(tokens[start : at + 1], 0)
        frame.counted, frame.first = True, start
        frame.count = numeral.value if numeral else None
        joined = low(tokens, start - 1) in {"to", "or", "and", *DASHES}
        if joined and (other := _numeral_start(tokens, start - 2)) is not None:
            frame.first, frame.count = other, None
        return frame.first - 1
    word = low(tokens, at)
    if word == "of" and low(tokens, at - 1) in {"couple", "number", "matter"}:
        frame.counted, frame.count = True, Decimal(2) if low(tokens, at - 1) == "couple" else None
        frame.first = at - 2 if low(tokens, at - 2) == "a" else at - 1
        return frame.first - 1
    if word in word_sets()["few"] or (word == "couple" and low(tokens, at - 1) == "a"):
        frame.counted, frame.first = True, at
        if low(tokens, at - 1) in {"a", "very"}:
            frame.first = at - 1
        return frame.first - 1
    return at


def _numeral_start(tokens: list[Token], at: int) -> int | None:
    """Find where a numeral starts that ends at a place."""
    if at < 0 or not (
        tokens[at].text[0].isdecimal() or tag(tokens, at) == "CD" or low(tokens, at) in {"half", "dozen"}
    ):
        return None
    for start in range(max(0, at - NUMERAL_WORDS), at + 1):
        numeral = read_numeral(tokens[start : at + 1], 0) if tokens[start].lower not in {"-", "and"} else None
        if numeral is not None and numeral.last == at - start and not numeral.suffix:
            return start
    return None


def _pointer(tokens: list[Token], at: int, frame: Frame) -> int:
    word = low(tokens, at)
    if word in {"recent", "latest"} or word in times().pointers or (word == "that" and tag(tokens, at) == "DT"):
        frame.pointer, frame.first = word, at
        return at - 1
    if word in {"these", "those"}:
        frame.pointer, frame.first = "these", at
        return at - 1
    return at


def _modifier(tokens: list[Token], frame: Frame) -> None:
    """Take in "more than", "nearly", "at least" before a number."""
    for size in (3, 2, 1):
        start = frame.first - size
        if start < 0:
            continue
        mod = length_modifiers().get(tuple(low(tokens, start + n) for n in range(size)))
        if mod is not None:
            frame.first, frame.mod = start, mod
            return
