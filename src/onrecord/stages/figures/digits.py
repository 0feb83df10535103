"""Reads the digits of one word: "8,400", "1.5bn", "3/4", "~40", "USD1,700"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from onrecord.stages.figures.words import signs

if TYPE_CHECKING:
    from onrecord.model.figure import Number

LONGEST = 18
"""Digits of the longest number read; what is longer counts nothing."""
SMALLEST_PART = 1000
"""Denominator of the smallest part of one that is read."""
MARKS = "~≈<>≤≥+"
MINUS = "-−–"


def plain(value: Decimal) -> Number:
    """Write a value as a whole number where it is one, else as a float."""
    return int(value) if value == value.to_integral_value() else float(round(value, 6))


def strip_marks(word: str, before: str = "") -> str:
    """Take away what is glued before a number's digits: "~", a minus, a code of money ("USD1,700", "$US55").

    `before` is the word before. Gives "" where what is glued makes it no number.
    """
    start = 0
    while start < len(word) and not word[start].isdecimal():
        start += 1
    prefix = word[:start].lower()
    if start == len(word) or len(prefix) > 6:
        return ""
    bare = prefix.lstrip(MARKS)
    if before == "$" and (f"${bare}",) in signs():
        return word[start:]
    return word[start:] if bare in {"", "sub-", "minus-", *MINUS} or _is_code(bare) else ""


def _is_code(word: str) -> bool:
    """Tell whether a word is a code of money that may be glued to its number; two letters are mostly a name ("RS2")."""
    return (word,) in signs() and (len(word) > 2 or word == "rm" or not word.isalpha())


def split_digits(word: str) -> tuple[Decimal, str] | None:
    """Split "8,400", "1.5bn" or "3/4" into value and what is glued to it; None where no number stands first."""
    end = 0
    while end < len(word) and (word[end].isdecimal() or word[end] in ",./"):
        end += 1
    digits = word[:end].rstrip(",./")
    if not digits or not digits[0].isdecimal() or sum(map(str.isdecimal, digits)) > LONGEST or not digits.isascii():
        return None
    value = read_fraction(digits) if "/" in digits else _grouped(digits)
    return None if value is None else (value, word[len(digits) :])


def _grouped(digits: str) -> Decimal | None:
    """Read digits in groups; "1.234.567" is grouped by points, "10,5" is no number of English."""
    groups = digits.split(",")
    if len(groups) > 1 and (
        any(len(group) not in {2, 3} for group in groups[1:-1]) or len(groups[-1].split(".")[0]) != 3
    ):
        return None
    joined = "".join(groups)
    if joined.count(".") > 1:
        thousands = joined.split(".")
        return Decimal("".join(thousands)) if all(len(group) == 3 for group in thousands[1:]) else None
    return Decimal(joined)


def read_fraction(digits: str) -> Decimal | None:
    """Read "3/4"; None where it is no part of one, or a code such as "27/2017"."""
    above, _, below = digits.partition("/")
    if not (above.isdecimal() and below.isdecimal()) or not int(above) < int(below) <= SMALLEST_PART:
        return None
    return Decimal(above) / Decimal(below)
