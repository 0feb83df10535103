"""Reads how exact a number is, and the bounds that this implies."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from onrecord.stages.figures.digits import MARKS, plain
from onrecord.stages.figures.words import Phrase, qualifiers
from onrecord.stages.line import follows, low, precedes, tag

if TYPE_CHECKING:
    from onrecord.model.figure import Number, Qualifier
    from onrecord.stages.figures.amounts import Amount
    from onrecord.stages.tokens import Token

LONGEST = 4
"""Words of the longest qualifier."""
ABOUT = Decimal("0.1")
"""Share by which "about" may be off, either way."""
Bounds = tuple[Decimal | None, Decimal | None]


def qualifier_before(tokens: list[Token], first: int) -> tuple[Qualifier | None, int]:
    """Read the qualifier that ends right before a place; give it and the place of its first word."""
    table = qualifiers("before")
    if first < len(tokens) and (mark := tokens[first].lower) and not mark[0].isdecimal():
        for glued in ("sub", *MARKS):
            if mark.startswith(glued) and (glued,) in table:
                return table[glued,], first
    for size in range(LONGEST, 0, -1):
        phrase: Phrase = tuple(token.lower for token in tokens[max(0, first - size) : first])
        if len(phrase) == size and phrase in table and _is_qualifier(tokens, first - size, phrase):
            return table[phrase], first - size
    return None, first


def _is_qualifier(tokens: list[Token], start: int, phrase: Phrase) -> bool:
    """Keep words out that are mostly something else: "50 more", "near 50 men", "over the two rivers"."""
    if phrase in {("more",), ("near",), ("above",), ("below",), ("beyond",)}:
        return False
    return phrase != ("over",) or not precedes(tokens, start, ("the",))


def qualifier_after(tokens: list[Token], last: int) -> tuple[Qualifier | None, int]:
    """Read "or more", "or so" behind a place; give it and the place of its last word."""
    for phrase, qualifier in qualifiers("after").items():
        if follows(tokens, last + 1, phrase) and (phrase != ("plus",) or _counts_on(tokens, last + 2)):
            return qualifier, last + len(phrase)
    if tag(tokens, last + 1) == "HYPH" and low(tokens, last + 2) == "plus":
        return "at_least", last + 2
    return None, last


def _counts_on(tokens: list[Token], at: int) -> bool:
    """Tell "50 plus people" from the sum "50 plus 20"."""
    return tag(tokens, at).startswith(("NN", "JJ"))


def bounds(amount: Amount, qualifier: Qualifier) -> tuple[Qualifier, Bounds]:
    """Give the qualifier and the inclusive bounds; "more than n" starts at n + 1 where n is whole."""
    value = amount.value
    if value is None:
        if qualifier in {"at_least", "more_than"}:
            return qualifier, (amount.low, None)
        if qualifier in {"at_most", "less_than"}:
            return qualifier, (None, amount.high)
        return "between", (amount.low, amount.high)
    return qualifier, _of_value(value, qualifier)


def bounds_of(value: Number, qualifier: Qualifier) -> tuple[Number | None, Number | None]:
    """Give the inclusive bounds that a qualifier puts on one value; None where open."""
    least, most = _of_value(Decimal(str(value)), qualifier)
    return None if least is None else plain(least), None if most is None else plain(most)


def _of_value(value: Decimal, qualifier: Qualifier) -> Bounds:
    step = Decimal(1) if value == value.to_integral_value() else Decimal(0)
    table: dict[Qualifier, Bounds] = {
        "about": (min(value * (1 - ABOUT), value * (1 + ABOUT)), max(value * (1 - ABOUT), value * (1 + ABOUT))),
        "at_least": (value, None),
        "more_than": (value + step, None),
        "at_most": (None, value),
        "less_than": (None, value - step),
    }
    return table.get(qualifier, (value, value))
