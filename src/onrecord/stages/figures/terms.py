"""Numbers inside time expressions: none is a figure, save the years of a prison term, which are both."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from onrecord.stages.figures.found import NumberFound
from onrecord.stages.figures.numerals import plain
from onrecord.stages.figures.qualify import bounds_of
from onrecord.stages.figures.words import word_sets
from onrecord.stages.times.meaning import Length

if TYPE_CHECKING:
    from onrecord.model.figure import Qualifier
    from onrecord.stages.draft import Draft
    from onrecord.stages.times.found import TimeFound
    from onrecord.stages.tokens import Sentence

UNITS = {"Y": "years", "M": "months", "W": "weeks", "D": "days"}
NEAR = 6
"""Words on either side of a term that may tell of a sentence."""
MODS: dict[str, Qualifier] = {
    "APPROX": "about", "MORE_THAN": "more_than", "EQUAL_OR_MORE": "at_least", "EQUAL_OR_LESS": "at_most", "LESS_THAN": "less_than",
}  # fmt: skip


def timed_tokens(draft: Draft) -> frozenset[int]:
    """Give the places of all tokens that stand inside time expressions."""
    places: list[int] = []
    for found in draft.time_expressions:
        inside = found.head.sentence.tokens
        places += [token.i for token in inside if found.span[0] <= token.start < found.span[1]]
    return frozenset(places)


def prison_terms(draft: Draft, sentence: Sentence) -> list[NumberFound]:
    """Give the terms of prison in a sentence: "jailed for six years", "a 10-year sentence"."""
    start, end = sentence.span
    return [
        _term(found, found.meaning)
        for found in draft.time_expressions
        if start <= found.span[0] < end
        and isinstance(found.meaning, Length)
        and found.meaning.count
        and _is_term(found, sentence)
    ]


def _is_term(found: TimeFound, sentence: Sentence) -> bool:
    inside = [i for i, token in enumerate(sentence.tokens) if found.span[0] <= token.start < found.span[1]]
    near = sentence.tokens[max(0, inside[0] - NEAR) : inside[-1] + NEAR]
    return any(token.lemma in word_sets()["sentences"] for token in near)


def _term(found: TimeFound, length: Length) -> NumberFound:
    qualifier = MODS.get(found.mod or "", "exact")
    value = plain(length.count or Decimal(0))
    low, high = bounds_of(value, qualifier)
    return NumberFound(
        rule="figures.term", score=0.8, reason="a term of prison", span=found.span, head=found.head, numeral=found.head,
        value=value, low=low, high=high, qualifier=qualifier, unit=UNITS.get(length.unit, "years"),
    )  # fmt: skip
