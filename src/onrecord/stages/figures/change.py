"""Ties a number to the older one that it is held against, and says which way numbers went."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

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


def tie_changes(tokens: list[Token], found: list[NumberFound]) -> None:
    """Set `change_from` and `direction` on the numbers of one sentence, and lend them along."""
    for k, number in enumerate(found):
        number.direction = _direction(tokens, number)
        if k + 1 < len(found) and found[k + 1].span[0] - number.span[1] < APART:
            _tie(tokens, number, found[k + 1])
    for number, other in pairwise(found):
        _lend(tokens, number, other)


def _lend(tokens: list[Token], number: NumberFound, other: NumberFound) -> None:
    """Lend qualifier and direction to the same amount said again: "more than 100 km (60 miles)", "190 points, or 2 %"."""
    between = [token.lower for token in tokens if number.span[1] <= token.start < other.span[0]]
    if (
        between == ["("]
        and other.qualifier == "exact"
        and number.qualifier not in {"exact", "between"}
        and other.value is not None
    ):
        other.qualifier = number.qualifier
        other.low, other.high = bounds_of(other.value, number.qualifier)
    if between in (["("], ["or"], [",", "or"]) and other.direction is None:
        other.direction = number.direction


def _tie(tokens: list[Token], number: NumberFound, other: NumberFound) -> None:
    """Read "8,400, down from 100,000" and "from 5 to 10"."""
    start, end = _place(tokens, number), _place(tokens, other)
    if precedes(tokens, start, ("from",)) and _between(tokens, start, end, number) == "to" and _alike(number, other):
        other.change_from = number.value
    elif (
        number.change_from is None
        and _is_held_against(tokens, end)
        and _alike(number, other)
        and other.value is not None
    ):
        number.change_from = other.value


def merge_ranges(tokens: list[Token], found: list[NumberFound]) -> list[NumberFound]:
    """Join two numbers that bound one amount: "1 per cent to 1.5 per cent", "between $62 and $68"."""
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
    if (
        one.value is None
        or other.value is None
        or one.value >= other.value
        or one.unit != other.unit
        or one.unit is None
    ):
        return False
    start = _place(tokens, one)
    joint = _between(tokens, start, _place(tokens, other), one)
    before = low(tokens, start - 1)
    changes = (
        one.direction or other.direction or any(token.lemma in directions() for token in tokens if token.pos == "VERB")
    )
    if other.qualifier != "exact" or one.qualifier not in {"exact", "about"}:
        return False
    return (joint == "and" and "between" in {before, low(tokens, start)}) or (joint in {"to", "-", "–"} and not changes)


def _alike(one: NumberFound, other: NumberFound) -> bool:
    """Tell whether two numbers are of the same thing."""
    return one.unit is None or other.unit is None or one.unit == other.unit or one.counted is other.counted is not None


def _place(tokens: list[Token], number: NumberFound) -> int:
    return next(i for i, token in enumerate(tokens) if token.start >= number.span[0])


def _between(tokens: list[Token], start: int, end: int, number: NumberFound) -> str:
    words = [low(tokens, i) for i in range(start, end) if tokens[i].start >= number.span[1]]
    return words[0] if len(words) == 1 else ""


def _is_held_against(tokens: list[Token], at: int) -> bool:
    for phrase in figures().against.words:
        words = tuple(phrase.split())
        if words != ("from",) and precedes(tokens, at, words):
            return True
    return low(tokens, at - 1) == "from" and any(low(tokens, at - back) in {"down", "up"} for back in (2, 3))


def _direction(tokens: list[Token], number: NumberFound) -> Direction | None:
    """Read "up 5 percent", "rose by 300", "a 41-percent fall", "21 percent less"."""
    start = _place(tokens, number)
    before = (
        low(tokens, start - 1)
        if low(tokens, start - 1) not in {"by", "another", "a", "an", "about"}
        else low(tokens, start - 2)
    )
    end = next((i for i, token in enumerate(tokens) if token.start >= number.span[1]), len(tokens))
    if start and tokens[start - 1].dep == "compound:prt":
        return None
    for word, known in ((before, {"up", "down"}), (low(tokens, end), {"higher", "lower", "less", "fewer"})):
        if word in known and (way := directions().get(word)):
            return "up" if way == "up" else "down"
    return _by_verb(number)


def _by_verb(number: NumberFound) -> Direction | None:
    token = number.head
    for _ in range(STEPS):
        if token.head is None:
            return None
        case = {child.lower for child in token.children if child.dep == "case"}
        amount = token.dep in {
            "obj",
            "obl",
            "obl:unmarked",
            "nummod",
            "advmod",
            "compound",
            "amod",
            "nmod",
            "xcomp",
        } and not case - {"by"}
        token = token.head
        way = directions().get(token.lemma)
        if way and amount and token.pos in {"VERB", "NOUN", "ADV", "ADJ"}:
            return "up" if way == "up" else "down"
        if not amount or token.pos == "VERB":
            return None
    return None
