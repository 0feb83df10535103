"""Where a number stands in its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.stages.figures.found import NumberFound
    from onrecord.stages.tokens import Token

FEW = 3
"""Words between two numbers that are looked at."""


def place_of(tokens: list[Token], number: NumberFound) -> int:
    """Give the place in the sentence of a number's first word."""
    at = number.numeral.i - tokens[0].i
    while at > 0 and tokens[at].start > number.span[0]:
        at -= 1
    return at


def place_after(tokens: list[Token], number: NumberFound) -> int:
    """Give the place of the word behind a number."""
    at = number.numeral.i - tokens[0].i
    while at < len(tokens) and tokens[at].start < number.span[1]:
        at += 1
    return at


def words_between(tokens: list[Token], one: NumberFound, other: NumberFound) -> list[str]:
    """Give the first words between two numbers, in lower case."""
    start = place_after(tokens, one)
    return [token.lower for token in tokens[start : min(place_of(tokens, other), start + FEW)]]
