"""Finds what a number counts or measures, beside it or before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.stages.figures.counted import counted_noun, is_other, numeral_head, phrase_end, unit_of
from onrecord.stages.figures.digits import plain
from onrecord.stages.figures.measure import rate_after, unit_after
from onrecord.stages.figures.outcome import outcome_after, outcome_of
from onrecord.stages.figures.words import word_sets

if TYPE_CHECKING:
    from onrecord.stages.figures.amounts import Amount
    from onrecord.stages.figures.found import NumberFound
    from onrecord.stages.tokens import Token

NEAR, MEMORY = 4, 40
"""Figures before a bare number that may lend their unit: by nearness, or by having the same value."""
REACH_OF_BARE, REACH_OF_SUBJECTS = 1, 4
"""Sentences that a unit is lent across."""
LOOK_BACK = 40
"""Words before a bare number in which its noun may stand."""
LARGE = 100
"""A bare number below this counts only where what it counts was named before."""


@dataclass(slots=True)
class What:
    """What a number counts or measures: unit, last word, noun, and what became of those counted."""

    unit: str | None
    last: int
    counted: Token | None = None
    outcome: str | None = None
    measured: bool = False
    inherited: bool = False


def find_what(tokens: list[Token], amount: Amount, code: str | None) -> What:
    """Find what stands with the number: money, a measure, or the noun that it counts."""
    if code is not None:
        _, last = unit_after(tokens, amount)
        rate, last = rate_after(tokens, last)
        return What(code + rate, last, measured=True)
    unit, last = unit_after(tokens, amount)
    if unit is not None:
        rate, last = rate_after(tokens, last)
        return What(unit + rate, last, measured=True)
    outcome, last = outcome_after(tokens, amount.last)
    if outcome is not None:
        return What(f"people {outcome}", last, outcome=outcome)
    noun = counted_noun(tokens, amount)
    if noun is None:
        return What(None, amount.last)
    return _counted(tokens, amount, noun)


def _counted(tokens: list[Token], amount: Amount, noun: Token) -> What:
    outcome = outcome_of(noun)
    name = unit_of(noun)
    rate, last = rate_after(tokens, phrase_end(tokens, amount, noun))
    suffix = f" {outcome}" if outcome and outcome not in name and not is_other(noun) and noun.lemma != outcome else ""
    if is_other(noun) and outcome:
        suffix = f" {outcome}"
    return What(name + rate + (suffix if not rate else ""), last, noun, outcome)


def inherit(tokens: list[Token], amount: Amount, what: What, before: list[NumberFound]) -> None:
    """Take the unit from the figure before ("3,000 fighters … 400 are Chechens"), else from a plural noun before."""
    head = numeral_head(tokens, amount)
    what.outcome = outcome_of(head)
    if (source := _antecedent(amount, head, before)) is not None and source.counted is not None:
        what.counted, what.inherited = source.counted, True
        base = unit_of(source.counted)
        what.unit = f"{base} {what.outcome}" if what.outcome and what.outcome not in base else base
    elif (noun := _subject_before(tokens, amount)) is not None and not _is_spent(head):
        what.unit, what.inherited = unit_of(noun), True
    elif what.outcome:
        what.unit = f"people {what.outcome}"


def _antecedent(amount: Amount, head: Token, before: list[NumberFound]) -> NumberFound | None:
    """Give the figure whose unit a bare number shares: the last one near, or an earlier one of the same value."""
    reach = REACH_OF_SUBJECTS if head.dep in {"nsubj", "nsubj:pass"} else REACH_OF_BARE
    for number in reversed(before[-NEAR:]):
        if number.counted is not None and head.sentence.i - number.head.sentence.i <= reach and not _is_spent(head):
            return number
    if amount.value is None or amount.size < LARGE:
        return None
    return next(
        (
            number
            for number in reversed(before[-MEMORY:])
            if number.counted is not None and number.value == plain(amount.size)
        ),
        None,
    )


def _is_spent(head: Token) -> bool:
    """Tell whether a bare number is money: "spent millions"."""
    return head.head is not None and head.head.lemma in word_sets()["spending"]


def _subject_before(tokens: list[Token], amount: Amount) -> Token | None:
    for at in range(amount.first - 1, max(-1, amount.first - LOOK_BACK), -1):
        if tokens[at].tag == "NNS" and tokens[at].dep in {"nsubj", "nsubj:pass", "root"}:
            return tokens[at] if tokens[at].lemma not in word_sets()["tallies"] else None
    return None
