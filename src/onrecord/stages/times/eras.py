"""Reads decades, centuries and years of an era: "the '90s", "mid-1990s", "the 20th century", "400 BCE"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.line import low
from onrecord.stages.times.found import Reading
from onrecord.stages.times.line import open_left, ordinal, small_number
from onrecord.stages.times.meaning import Era
from onrecord.stages.times.words import times

if TYPE_CHECKING:
    from onrecord.stages.tokens import Token

ERAS = frozenset({"bc", "bce", "ad", "ce"})
APOSTROPHES = frozenset({"'", "’", "`"})
YEARS_OF_DECADE = {"START": (0, 3), "MID": (4, 6), "END": (5, 9)}
"""First and last year that "early", "mid" and "late" leave of a decade."""


def read_era(tokens: list[Token], i: int) -> Reading | None:
    """Read "400 BCE" and "394 AD"."""
    number, first, last = small_number(low(tokens, i)), i, i + 1
    era = low(tokens, i + 1).replace(".", "")
    if era not in ERAS and low(tokens, i - 1) in {"ad", "a.d."}:
        era, first, last = "ad", i - 1, i
    if number is None or number < 1 or era not in ERAS or not tokens[last if first == i else first].text[0].isupper():
        return None
    sign = -1 if era.startswith("b") else 1
    value = f"{sign * number:05}" if sign < 0 else f"{number:04}"
    return Reading("year", first, last, "DATE", Era(value, sign * number, sign * number), 0.9)


def read_decade(tokens: list[Token], i: int) -> Reading | None:
    """Read "1990s", "1990's", "the '90s", "mid-1990s", "the nineties"."""
    if (spoken := times().decades.get(low(tokens, i))) is not None:
        return _decade(tokens, i, i, 1900 + spoken)
    word = low(tokens, i).lstrip("'’`")
    digits = word.removesuffix("s").rstrip("'’")
    number = small_number(digits)
    if number is None or number % 10:
        return None
    if not word.endswith("s"):
        return _decade(tokens, i, i + 1, number) if len(digits) == 4 and _takes_s(tokens, i) else None
    if len(digits) == 2:
        return _short_decade(tokens, i, number, glued=word != low(tokens, i))
    return _decade(tokens, i, i, number)


def _takes_s(tokens: list[Token], i: int) -> bool:
    """Tell whether "'s" behind a year makes it a decade: "the 1990's"."""
    return low(tokens, i - 1) == "the" and low(tokens, i + 1) in {"'s", "’s", "s"}


def _short_decade(tokens: list[Token], i: int, number: int, *, glued: bool) -> Reading | None:
    """Read "'90s"; without its apostrophe it is an age or a temperature."""
    if not glued and low(tokens, i - 1) not in APOSTROPHES:
        return None
    return _decade(tokens, i if glued else i - 1, i, number + (1900 if number > 20 else 2000))


def _decade(tokens: list[Token], first: int, last: int, year: int) -> Reading | None:
    if not 1000 <= year <= 2100:
        return None
    first, mod = open_left(tokens, first)
    start, end = YEARS_OF_DECADE.get(mod or "", (0, 9))
    return Reading("decade", first, last, "DATE", Era(f"{year // 10}X", year + start, year + end), 0.92, mod)


def read_century(tokens: list[Token], i: int) -> Reading | None:
    """Read "the 20th century" at its last word."""
    at = i - 2 if low(tokens, i - 1) == "-" else i - 1
    number = ordinal(low(tokens, at))
    if number is None or not 1 <= number <= 30:
        return None
    first, mod = open_left(tokens, at)
    start = (number - 1) * 100
    return Reading("century", first, i, "DATE", Era(f"{number - 1:02}XX", max(start, 1), start + 99), 0.9, mod)
