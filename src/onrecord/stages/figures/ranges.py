"""Joins two numbers that bound one amount, each with its own unit: "1 per cent to 1.5 per cent"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.figures.places import place_of, words_between
from onrecord.stages.figures.words import directions
from onrecord.stages.line import low

if TYPE_CHECKING:
    from onrecord.stages.figures.found import NumberFound
    from onrecord.stages.tokens import Token

NEAR = 12
"""Words before two numbers in which a verb of change makes them two amounts."""


def merge_ranges(tokens: list[Token], found: list[NumberFound]) -> list[NumberFound]:
    """Join the pairs among the numbers of one sentence."""
    merged: list[NumberFound] = []
    for number in found:
        if merged and _bound_one(tokens, merged[-1], number):
            first = merged[-1]
            first.span, first.qualifier = (first.span[0], number.span[1]), "between"
            first.low, first.high, first.value = first.value, number.value, None
        else:
            merged.append(number)
    return merged


def _bound_one(tokens: list[Token], one: NumberFound, other: NumberFound) -> bool:
    if one.value is None or other.value is None or one.value >= other.value:
        return False
    if (
        one.unit is None
        or one.unit != other.unit
        or other.qualifier != "exact"
        or one.qualifier not in {"exact", "about"}
    ):
        return False
    start, words = place_of(tokens, one), words_between(tokens, one, other)
    if words == ["and"]:
        return "between" in {low(tokens, start - 1), low(tokens, start)}
    return words in (["to"], ["-"], ["–"]) and not _is_change(tokens, start)


def _is_change(tokens: list[Token], start: int) -> bool:
    """Tell whether numbers went from one to the other: "rose from 5 to 8"."""
    return any(token.lemma in directions() and token.pos == "VERB" for token in tokens[max(0, start - NEAR) : start])
