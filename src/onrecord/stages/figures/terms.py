"""Numbers inside time expressions: none is a figure, save the years of a prison term, which are both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.figures.digits import plain
from onrecord.stages.figures.found import NumberFound
from onrecord.stages.figures.qualify import bounds_of
from onrecord.stages.figures.words import word_sets
from onrecord.stages.times.meaning import Length

if TYPE_CHECKING:
    from decimal import Decimal

    from onrecord.model.figure import Qualifier
    from onrecord.stages.draft import Draft
    from onrecord.stages.times.found import TimeFound

UNITS = {"Y": "years", "M": "months", "W": "weeks", "D": "days"}
NEAR = 6
"""Words on either side of a term that may tell of a sentence."""
MODS: dict[str, Qualifier] = {
    "APPROX": "about",
    "MORE_THAN": "more_than",
    "EQUAL_OR_MORE": "at_least",
    "EQUAL_OR_LESS": "at_most",
    "LESS_THAN": "less_than",
}


def timed_tokens(draft: Draft) -> frozenset[int]:
    """Give the places of all tokens that stand inside time expressions."""
    return frozenset(i for found in draft.time_expressions for i in range(found.first.i, found.last.i + 1))


def prison_terms(draft: Draft) -> dict[int, list[NumberFound]]:
    """Give the terms of prison by sentence: "jailed for six years", "a 10-year sentence"."""
    terms: dict[int, list[NumberFound]] = {}
    for found in draft.time_expressions:
        length = found.meaning
        if isinstance(length, Length) and length.count is not None and length.count > 0 and _is_term(found):
            terms.setdefault(found.head.sentence.i, []).append(_term(found, length, length.count))
    return terms


def _is_term(found: TimeFound) -> bool:
    tokens = found.head.sentence.tokens
    first, last = found.first.i - tokens[0].i, found.last.i - tokens[0].i
    return any(token.lemma in word_sets()["sentences"] for token in tokens[max(0, first - NEAR) : last + NEAR])


def _term(found: TimeFound, length: Length, count: Decimal) -> NumberFound:
    qualifier = MODS.get(found.mod or "", "exact")
    value = plain(count)
    low, high = bounds_of(value, qualifier)
    return NumberFound(
        rule="figures.term", score=0.8, reason="a term of prison", span=found.span, head=found.head, numeral=found.head,
        value=value, low=low, high=high, qualifier=qualifier, unit=UNITS.get(length.unit, "years"),
    )  # fmt: skip
