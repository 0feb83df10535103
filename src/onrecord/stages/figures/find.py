"""Finds figures: amounts that are no dates, labels or ages, with their unit, bounds and qualifier."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.stages.figures.amounts import Amount, may_start, read_amount
from onrecord.stages.figures.change import tie_changes
from onrecord.stages.figures.counted import counted_noun, is_casualty, is_other, numeral_head, phrase_end, unit_of
from onrecord.stages.figures.exclude import is_no_figure
from onrecord.stages.figures.found import NumberFound
from onrecord.stages.figures.measure import rate_after, sign_before, unit_after
from onrecord.stages.figures.numerals import plain
from onrecord.stages.figures.outcome import outcome_after, outcome_of
from onrecord.stages.figures.qualify import bounds, qualifier_after, qualifier_before
from onrecord.stages.figures.ranges import merge_ranges
from onrecord.stages.figures.terms import prison_terms, timed_tokens
from onrecord.stages.figures.words import word_sets
from onrecord.stages.line import low

if TYPE_CHECKING:
    from decimal import Decimal

    from onrecord.model.figure import Number, Qualifier
    from onrecord.stages.draft import Draft
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
class _Unit:
    """What a number counts or measures: unit, last word, noun, and what became of those counted."""

    unit: str | None
    last: int
    counted: Token | None = None
    outcome: str | None = None
    measured: bool = False
    inherited: bool = False


def find_numbers(draft: Draft) -> list[NumberFound]:
    """Give the figures in text order."""
    timed, terms = timed_tokens(draft), prison_terms(draft)
    found: list[NumberFound] = []
    for sentence in draft.syntax.sentences:
        here: list[NumberFound] = []
        tokens, i = sentence.tokens, 0
        while i < len(tokens):
            token = tokens[i]
            amount = read_amount(tokens, i) if token.i not in timed and may_start(tokens, i) else None
            if amount is not None:
                number = _number(tokens, amount, [*found[-MEMORY:], *here[-MEMORY:]])
                here += [number] if number is not None else []
                i = amount.last
            elif token.lower in {"no", "none"} and (number := _nought(tokens, i)) is not None:
                here.append(number)
            i += 1
        here = merge_ranges(tokens, here)
        tie_changes(tokens, here)
        here += terms.get(sentence.i, [])
        found += sorted(here, key=lambda number: number.span)
    return found


def _number(tokens: list[Token], amount: Amount, before: list[NumberFound]) -> NumberFound | None:
    """Make a figure of an amount; None where it is none."""
    code, start = sign_before(tokens, amount.first)
    what = _unit(tokens, amount, code)
    if is_no_figure(tokens, amount, what.counted, measured=what.measured):
        return None
    if what.unit is None:
        _inherit(tokens, amount, what, before)
    qualifier, first = _qualifier_before(tokens, start - (low(tokens, start - 1) == "minus"))
    after, last = qualifier_after(tokens, what.last if what.unit and not what.counted else amount.last)
    if what.unit is None and not _stands_alone(tokens, amount, qualifier or after):
        return None
    return _found(tokens, amount, what, qualifier or after or "exact", (first, max(last, what.last)))


def _qualifier_before(tokens: list[Token], start: int) -> tuple[Qualifier | None, int]:
    """Read the qualifier before a number, over an article: "more than a dozen", "about $5"."""
    qualifier, first = qualifier_before(tokens, start)
    if qualifier is None and low(tokens, start - 1) in {"a", "an", "the", "between"}:
        qualifier, first = qualifier_before(tokens, start - 1)
        first = first if qualifier else start - 1
    return qualifier, first


def _unit(tokens: list[Token], amount: Amount, code: str | None) -> _Unit:
    """Find what stands with the number: money, a measure, or the noun that it counts."""
    if code is not None:
        _, last = unit_after(tokens, amount)
        rate, last = rate_after(tokens, last)
        return _Unit(code + rate, last, measured=True)
    unit, last = unit_after(tokens, amount)
    if unit is not None:
        rate, last = rate_after(tokens, last)
        return _Unit(unit + rate, last, measured=True)
    outcome, last = outcome_after(tokens, amount.last)
    if outcome is not None:
        return _Unit(f"people {outcome}", last, outcome=outcome)
    noun = counted_noun(tokens, amount)
    if noun is None:
        return _Unit(None, amount.last)
    return _counted(tokens, amount, noun)


def _counted(tokens: list[Token], amount: Amount, noun: Token) -> _Unit:
    outcome = outcome_of(noun)
    name = unit_of(noun)
    rate, last = rate_after(tokens, phrase_end(tokens, amount, noun))
    suffix = f" {outcome}" if outcome and outcome not in name and not is_other(noun) and noun.lemma != outcome else ""
    if is_other(noun) and outcome:
        suffix = f" {outcome}"
    return _Unit(name + rate + (suffix if not rate else ""), last, noun, outcome)


def _inherit(tokens: list[Token], amount: Amount, what: _Unit, before: list[NumberFound]) -> None:
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


def _stands_alone(tokens: list[Token], amount: Amount, qualifier: Qualifier | None) -> bool:
    """Tell whether a number without a unit is still a figure: qualified, large, or a plural such as "millions"."""
    if amount.conventional:
        return low(tokens, amount.last + 1) != "of"
    return amount.digits and not amount.part and (amount.size >= LARGE or qualifier is not None)


def _found(
    tokens: list[Token], amount: Amount, what: _Unit, qualifier: Qualifier, edges: tuple[int, int]
) -> NumberFound:
    numeral = numeral_head(tokens, amount)
    final, (least, most) = bounds(amount, qualifier)
    rule = (
        "money" if what.measured and what.unit and what.unit[:3].isupper() else "measure" if what.measured else "count"
    )
    return NumberFound(
        rule=f"figures.{'shared' if what.inherited else rule if what.unit else 'bare'}",
        score=0.75 if what.inherited else 0.9 if what.measured else 0.85 if what.counted else 0.6,
        reason=f"“{tokens[amount.first].text}”, {final}" + (f", of “{what.counted.text}”" if what.counted else ""),
        span=(tokens[edges[0]].start, tokens[edges[1]].end),
        head=what.counted if what.counted and not what.inherited else numeral,
        numeral=numeral,
        value=_plain(amount.value),
        low=_plain(least),
        high=_plain(most),
        qualifier=final,
        unit=what.unit,
        counted=what.counted,
        outcome=what.outcome,
        conventional=amount.conventional,
    )


def _plain(value: Decimal | None) -> Number | None:
    return None if value is None else plain(value)


def _nought(tokens: list[Token], i: int) -> NumberFound | None:
    """Read "no casualties", "no reported injuries", "none of the injured"."""
    token = tokens[i]
    amount = Amount(i, i, None)
    noun = (
        token.head
        if token.dep == "det" and token.head is not None and token.head.i > token.i
        else counted_noun(tokens, amount)
    )
    if noun is None and low(tokens, i + 1) == "of" and i + 3 < len(tokens):
        noun = tokens[i + 3] if low(tokens, i + 2) in {"the", "those", "them"} else tokens[i + 2]
    if noun is None or not is_casualty(noun):
        return None
    last = phrase_end(tokens, amount, noun)
    return NumberFound(
        rule="figures.nought", score=0.8, reason=f"“{token.text}” with “{noun.text}”", span=(token.start, tokens[last].end), head=noun,
        numeral=token, value=0, low=0, high=0, qualifier="exact", unit=noun.lower if is_other(noun) else unit_of(noun), counted=noun, outcome=outcome_of(noun),
    )  # fmt: skip
