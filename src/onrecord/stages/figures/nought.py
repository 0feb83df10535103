"""Reads figures of nought: "no casualties", "no reported injuries", "none of the injured"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.figures.amounts import Amount
from onrecord.stages.figures.counted import counted_noun, is_casualty, is_other, phrase_end, unit_of
from onrecord.stages.figures.found import NumberFound
from onrecord.stages.figures.outcome import outcome_of
from onrecord.stages.line import low

if TYPE_CHECKING:
    from onrecord.stages.tokens import Token


def read_nought(tokens: list[Token], i: int) -> NumberFound | None:
    """Read "no" or "none" at place `i` where it counts casualties."""
    token, amount = tokens[i], Amount(i, i, None)
    noun = _noun(tokens, i, amount)
    if noun is None or not is_casualty(noun):
        return None
    last = phrase_end(tokens, amount, noun)
    return NumberFound(
        rule="figures.nought",
        score=0.8,
        reason=f"“{token.text}” with “{noun.text}”",
        span=(token.start, tokens[last].end),
        head=noun,
        numeral=token,
        value=0,
        low=0,
        high=0,
        qualifier="exact",
        unit=noun.lower if is_other(noun) else unit_of(noun),
        counted=noun,
        outcome=outcome_of(noun),
    )


def _noun(tokens: list[Token], i: int, amount: Amount) -> Token | None:
    token = tokens[i]
    if token.dep == "det" and token.head is not None and token.head.i > token.i:
        return token.head
    noun = counted_noun(tokens, amount)
    if noun is None and low(tokens, i + 1) == "of" and i + 3 < len(tokens):
        return tokens[i + 3] if low(tokens, i + 2) in {"the", "those"} else tokens[i + 2]
    return noun
