"""Reads amounts: a numeral, a range of two, or a plural that only convention bounds ("dozens", "several hundred")."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from onrecord.stages.figures.numerals import Numeral, read_numeral, starts_numeral
from onrecord.stages.figures.words import numbers, signs
from onrecord.stages.line import DASHES, low

if TYPE_CHECKING:
    from onrecord.stages.tokens import Token

NEEDS_OF = frozenset({"tens", "scores"})


@dataclass(slots=True)
class Amount:
    """Value, or bounds where there are two; places in the sentence of the first and last token of the numeral."""

    first: int
    last: int
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    suffix: str = ""
    digits: bool = True
    part: bool = False
    conventional: bool = False

    @property
    def size(self) -> Decimal:
        """Give the value, or the lower bound of a range."""
        return self.value if self.value is not None else self.low or Decimal(0)


@cache
def _openers() -> frozenset[str]:
    words = numbers()
    return frozenset([*words.plurals, *words.vague, *words.parts])


def may_start(tokens: list[Token], i: int) -> bool:
    """Tell whether an amount may start at this token: two look-ups for most words."""
    return starts_numeral(tokens, i) or tokens[i].lower in _openers()


def read_amount(tokens: list[Token], i: int) -> Amount | None:
    """Read the amount that starts at place `i`."""
    word, words = tokens[i].lower, numbers()
    if word in words.plurals:
        return _read_plural(tokens, i)
    if word in words.vague:
        scale = words.scales.get(low(tokens, i + 1)) or words.sets.get(low(tokens, i + 1))
        if scale is None:
            return None
        least = Decimal(words.vague[word] * scale)
        return Amount(i, i + 1, None, least, Decimal(10 * scale - 1), digits=False, conventional=True)
    if word in words.parts and word != "half":
        return _read_share(tokens, i)
    numeral = read_numeral(tokens, i)
    if numeral is None:
        return None
    return _range(tokens, numeral) or Amount(
        numeral.first, numeral.last, numeral.value, suffix=numeral.suffix, digits=numeral.digits, part=numeral.part
    )


def _read_share(tokens: list[Token], i: int) -> Amount | None:
    """Read "a third of" and "a quarter million"."""
    words, after = numbers(), low(tokens, i + 1)
    part = 1 / Decimal(words.parts[tokens[i].lower])
    if after in words.scales:
        return Amount(i, i + 1, part * words.scales[after], digits=False)
    share = low(tokens, i - 1) in {"a", "an"} and after == "of"
    return Amount(i - 1, i, part, digits=False, part=True) if share else None


def _read_plural(tokens: list[Token], i: int) -> Amount | None:
    """Read "hundreds", "tens of thousands", "hundreds of millions"."""
    words = numbers()
    least, most = (Decimal(bound) for bound in words.plurals[tokens[i].lower])
    last = i
    following = low(tokens, i + 2).removesuffix("s")
    if low(tokens, i + 1) == "of" and following in words.scales:
        scale, last = words.scales[following], i + 2
        least, most = least * scale, (most + 1) * scale - 1
    elif tokens[i].lower in NEEDS_OF and low(tokens, i + 1) != "of":
        return None
    return Amount(i, last, None, least, most, digits=False, conventional=True)


def _range(tokens: list[Token], one: Numeral) -> Amount | None:
    """Read the second numeral of "20-30", "three to five", "between 3 and 5", "five or six"."""
    at = one.last + 1
    joint, before = low(tokens, at), low(tokens, one.first - 1)
    if (before,) in signs():
        before = low(tokens, one.first - 2)
    joins = joint in {"or", *DASHES} or (joint == "to" and before != "from") or (joint == "and" and before == "between")
    if not joins:
        return None
    at += 2 if (low(tokens, at + 1),) in signs() else 1
    other = read_numeral(tokens, at) if at < len(tokens) and starts_numeral(tokens, at) else None
    if other is None or one.suffix or one.part or other.part:
        return None
    least = _shared_scale(tokens, one, other)
    if least >= other.value or (joint == "or" and other.value > 2 * least):
        return None
    return Amount(one.first, other.last, None, least, other.value, other.suffix, one.digits)


def _shared_scale(tokens: list[Token], one: Numeral, other: Numeral) -> Decimal:
    """Lend the second numeral's scale to the first: "1 to 2 thousand", "$3-5 billion"."""
    if one.last > one.first or other.last == other.first:
        return one.value
    scale = numbers().scales.get(tokens[other.last].lower)
    lent = one.value * scale if scale else one.value
    return lent if lent < other.value else one.value
