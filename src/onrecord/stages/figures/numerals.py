"""Reads numerals, in digits or words: "8,400", "$3.2 billion", "two hundred and six", "a dozen", "two-thirds"."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from onrecord.stages.figures.digits import MARKS, MINUS, read_fraction, split_digits, strip_marks
from onrecord.stages.figures.words import numbers

if TYPE_CHECKING:
    from onrecord.stages.tokens import Token

SPACED = frozenset({"mn", "mln", "bn", "bln", "tn"})
"""Short scales that may stand apart from their digits: "40 mn"."""
VULGAR = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅓": Decimal(1) / 3, "⅔": Decimal(2) / 3}


@dataclass(slots=True)
class Numeral:
    """A numeral: its exact value and the places in the sentence of its first and last token.

    `suffix` is what is glued to its digits ("km" of "40km"); `part` marks a fraction such as "two-thirds".
    """

    value: Decimal
    first: int
    last: int
    suffix: str = ""
    digits: bool = True
    part: bool = False


@cache
def _openers() -> frozenset[str]:
    words = numbers()
    return frozenset([*words.cardinals, *words.scales, *words.sets, "half"])


def starts_numeral(tokens: list[Token], i: int) -> bool:
    """Tell whether a numeral may start here."""
    token = tokens[i]
    text = token.text
    if text.isalpha():
        return token.lower in _openers()
    return text[0].isdecimal() or text in VULGAR or bool(strip_marks(text, _before(tokens, i)))


def _before(tokens: list[Token], i: int) -> str:
    return tokens[i - 1].lower if i else ""


def read_numeral(tokens: list[Token], i: int) -> Numeral | None:
    """Read the numeral that starts at place `i`; None where none does."""
    token = tokens[i]
    if token.lower in _openers():
        return _read_words(tokens, i)
    return (
        _read_digits(tokens, i)
        if token.text in VULGAR or token.text[0].isdecimal() or strip_marks(token.text, _before(tokens, i))
        else None
    )


def _read_digits(tokens: list[Token], i: int) -> Numeral | None:
    text = tokens[i].text
    split = (VULGAR[text], "") if text in VULGAR else split_digits(strip_marks(text, _before(tokens, i)))
    if split is None:
        return None
    value, suffix = split
    if text.lstrip(MARKS)[0] in MINUS or text.lower().startswith("minus-") or (i and tokens[i - 1].lower == "minus"):
        value = -value
    found = Numeral(value, i, i, suffix)
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is not None and not suffix and (more := _small_part(following)) is not None and value == int(value):
        found.value, found.last = value + more, i + 1
    if (
        (scale := numbers().short_scales.get(suffix.lower()))
        and suffix not in {"M", "B"}
        and (suffix != "m" or _is_million(tokens, i, i + 1))
    ):
        found.value, found.suffix = found.value * scale, ""
    return _scaled(tokens, found)


def _small_part(token: Token) -> Decimal | None:
    """Read the "1/2" of "10 1/2"."""
    if token.text in VULGAR:
        return VULGAR[token.text]
    return read_fraction(token.text) if "/" in token.text and len(token.text) <= 5 else None


def _scaled(tokens: list[Token], found: Numeral) -> Numeral:
    """Multiply by the scales that follow: "3.2 billion", "1.5-million", "$8.1 m", "4 hundred"."""
    words = numbers()
    while found.last + 1 < len(tokens):
        following = tokens[found.last + 1]
        step = 1
        if following.text in "-–" and found.last + 2 < len(tokens):
            following, step = tokens[found.last + 2], 2
        scale = words.scales.get(following.lower) or words.sets.get(following.lower)
        written_apart = following.lower in SPACED
        glued = (
            written_apart
            or following.start == tokens[found.last].end
            or (found.first and tokens[found.first - 1].tag == "$")
        )
        if (
            scale is None
            and step == 1
            and glued
            and found.digits
            and (following.lower != "m" or _is_million(tokens, found.first, found.last + 2))
        ):
            scale = words.short_scales.get(following.lower.rstrip("."))
        if scale is None or found.suffix:
            break
        found.value, found.last = found.value * scale, found.last + step
    return found


def _is_million(tokens: list[Token], first: int, after: int) -> bool:
    """Tell "£48m" and "1.5m people" from "48m tall"."""
    if (first and tokens[first - 1].tag == "$") or not tokens[first].text[0].isdecimal():
        return True
    return (
        after < len(tokens)
        and tokens[after].tag.startswith(("NN", "JJ"))
        and tokens[after].lower not in numbers().extents.words
    )


def _read_words(tokens: list[Token], i: int) -> Numeral | None:
    """Read number words up to the last one: "two hundred and fifty thousand", "half a million", "two-thirds"."""
    words = numbers()
    if tokens[i].lower == "half":
        return _half(tokens, i)
    total, group, last, end = Decimal(0), Decimal(0), i, len(tokens)
    seen, j = False, i
    while j < end:
        word = tokens[j].lower
        if word in words.cardinals:
            if seen and not _adds(group, words.cardinals[word]):
                break
            group += words.cardinals[word]
        elif word in words.scales or word in words.sets:
            scale = words.scales.get(word) or words.sets[word]
            group = (group or Decimal(1)) * scale
            if scale >= 1000:
                total, group = total + group, Decimal(0)
        elif (
            word in {"-", "and"}
            and seen
            and j + 1 < end
            and tokens[j + 1].lower in words.cardinals
            and (word == "-" or _open_hundred(tokens, j))
        ):
            j += 1
            continue
        else:
            break
        seen, last, j = True, j, j + 1
    return _as_part(tokens, Numeral(total + group, i, last, digits=False))


def _adds(group: Decimal, value: int) -> bool:
    """Tell whether a cardinal continues a group: "twenty four", "hundred six", not "five six"."""
    return (
        (group == 0) or (group % 100 == 0 and group > 0) or (20 <= group % 100 < 100 and group % 10 == 0 and value < 10)
    )


def _open_hundred(tokens: list[Token], j: int) -> bool:
    return tokens[j - 1].lower in numbers().scales


def _half(tokens: list[Token], i: int) -> Numeral:
    """Read "half a million" and "half"."""
    words = numbers()
    for j in (i + 1, i + 2):
        if j < len(tokens) and tokens[j].lower in words.scales | words.sets:
            scale = words.scales.get(tokens[j].lower) or words.sets[tokens[j].lower]
            return Numeral(Decimal(scale) / 2, i, j, digits=False)
        if j < len(tokens) and tokens[j].lower not in {"a", "-"}:
            break
    return Numeral(Decimal("0.5"), i, i, digits=False, part=True)


def _as_part(tokens: list[Token], found: Numeral) -> Numeral:
    """Divide by a following denominator: "two-thirds", "three quarters"."""
    parts = numbers().parts
    j = found.last + 1
    hyphened = j < len(tokens) and tokens[j].text == "-"
    if hyphened:
        j += 1
    if (
        j < len(tokens)
        and tokens[j].lower in parts
        and found.value < parts[tokens[j].lower]
        and (found.value > 1) == tokens[j].lower.endswith("s")
    ):
        follows = tokens[j + 1].lower if j + 1 < len(tokens) else ""
        if hyphened or follows in {"of", "majority"} or found.value > 1:
            return Numeral(found.value / parts[tokens[j].lower], found.first, j, digits=False, part=True)
    return found
