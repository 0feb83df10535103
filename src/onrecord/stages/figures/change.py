"""Ties a number to the older one that it is held against, and says which way numbers went."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.stages.figures.places import place_after, place_of, words_between
from onrecord.stages.figures.qualify import bounds_of
from onrecord.stages.figures.words import directions, figures
from onrecord.stages.line import low, precedes

if TYPE_CHECKING:
    from onrecord.model.figure import Direction
    from onrecord.stages.figures.found import NumberFound
    from onrecord.stages.tokens import Token

APART = 120
"""Characters between a number and the older one, at most."""
STEPS = 3
"""Words above a number that may be its verb of change."""
MANY = 60
"""Words below one word, more than any real sentence has."""
AMOUNTS = frozenset({"obj", "obl", "obl:unmarked", "nummod", "advmod", "compound", "amod", "nmod", "xcomp"})
"""Relations in which an amount stands to the word that says how it changed."""
BEFORE, AFTER = frozenset({"up", "down"}), frozenset({"higher", "lower", "less", "fewer"})


def tie_changes(tokens: list[Token], found: list[NumberFound]) -> None:
    """Set `change_from` and `direction` on the numbers of one sentence, and lend them along."""
    for number in found:
        number.direction = _direction(tokens, number)
    for number, other in pairwise(found):
        if other.span[0] - number.span[1] < APART:
            _tie(tokens, number, other)
        _lend(tokens, number, other)


def _lend(tokens: list[Token], number: NumberFound, other: NumberFound) -> None:
    """Lend qualifier and direction to an amount said again: "more than 100 km (60 miles)", "190 points, or 2 %"."""
    between = words_between(tokens, number, other)
    if between == ["("] and other.qualifier == "exact" and number.qualifier != "between" and other.value is not None:
        other.qualifier = number.qualifier
        other.low, other.high = bounds_of(other.value, number.qualifier)
    if between in (["("], ["or"], [",", "or"]) and other.direction is None:
        other.direction = number.direction


def _tie(tokens: list[Token], number: NumberFound, other: NumberFound) -> None:
    """Read "8,400, down from 100,000" and "from 5 to 10"."""
    if not _alike(number, other):
        return
    from_to = words_between(tokens, number, other) == ["to"] and low(tokens, place_of(tokens, number) - 1) == "from"
    to_from = words_between(tokens, number, other) == ["from"] and low(tokens, place_of(tokens, number) - 1) == "to"
    if from_to:
        other.change_from = number.value
    elif to_from:
        number.change_from = other.value
    elif number.change_from is None and _is_held_against(tokens, place_of(tokens, other)):
        number.change_from = other.value
        other.rule = "figures.older"


def _alike(one: NumberFound, other: NumberFound) -> bool:
    """Tell whether two numbers are of the same thing."""
    return one.unit is None or other.unit is None or one.unit == other.unit or one.counted is other.counted is not None


def _is_held_against(tokens: list[Token], at: int) -> bool:
    if any(precedes(tokens, at, tuple(phrase.split())) for phrase in figures().against.words):
        return True
    return low(tokens, at - 1) == "from" and any(low(tokens, at - back) in BEFORE for back in (2, 3))


def _direction(tokens: list[Token], number: NumberFound) -> Direction | None:
    """Read "up 5 percent", "rose by 300", "a 41-percent fall", "21 percent less"."""
    start, end = place_of(tokens, number), place_after(tokens, number)
    if start and tokens[start - 1].dep == "compound:prt":
        return None
    skipped = low(tokens, start - 1) in {"by", "another", "a", "an", "about"}
    before, after = low(tokens, start - 1 - skipped), low(tokens, end)
    if before in BEFORE:
        return directions()[before]
    return directions()[after] if after in AFTER else _by_verb(number)


def _by_verb(number: NumberFound) -> Direction | None:
    token = number.head
    for _ in range(STEPS):
        head = token.head
        if len(token.children) > MANY:
            return None
        cases = {child.lower for child in token.children if child.dep == "case"}
        if head is None or token.dep not in AMOUNTS or cases - {"by"}:
            return None
        if head.lemma in directions() and head.pos in {"VERB", "NOUN", "ADV", "ADJ"}:
            return directions()[head.lemma]
        if head.pos == "VERB":
            return None
        token = head
    return None
