"""Finds figures: amounts that are no dates, labels or ages, with their unit, bounds and qualifier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.figures.amounts import may_start, read_amount
from onrecord.stages.figures.change import tie_changes
from onrecord.stages.figures.counted import numeral_head
from onrecord.stages.figures.digits import plain
from onrecord.stages.figures.exclude import is_no_figure
from onrecord.stages.figures.found import NumberFound
from onrecord.stages.figures.measure import sign_before
from onrecord.stages.figures.nought import read_nought
from onrecord.stages.figures.qualify import bounds, qualifier_after, qualifier_before
from onrecord.stages.figures.ranges import merge_ranges
from onrecord.stages.figures.terms import prison_terms, timed_tokens
from onrecord.stages.figures.what import LARGE, MEMORY, find_what, inherit
from onrecord.stages.line import low

if TYPE_CHECKING:
    from decimal import Decimal

    from onrecord.model.figure import Number, Qualifier
    from onrecord.stages.draft import Draft
    from onrecord.stages.figures.amounts import Amount
    from onrecord.stages.figures.what import What
    from onrecord.stages.tokens import Token


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
            elif token.lower in {"no", "none"} and (number := read_nought(tokens, i)) is not None:
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
    what = find_what(tokens, amount, code)
    if is_no_figure(tokens, amount, what.counted, measured=what.measured):
        return None
    if what.unit is None:
        inherit(tokens, amount, what, before)
    qualifier, first = _qualifier_before(tokens, start - (low(tokens, start - 1) == "minus"))
    after, last = qualifier_after(tokens, what.last if what.unit and not what.counted else amount.last)
    if what.unit is None and not _stands_alone(tokens, amount, qualifier or after):
        return None
    return _found(tokens, amount, what, qualifier or after or "exact", (first, max(last, what.last)))


def _qualifier_before(tokens: list[Token], start: int) -> tuple[Qualifier | None, int]:
    """Read the qualifier before a number, over an article: "more than a dozen", "about $5"."""
    qualifier, first = qualifier_before(tokens, start)
    if qualifier is None and low(tokens, start - 1) in {"a", "an", "the", "between"}:
        over = low(tokens, start - 2) not in {"under", "below", "over", "above"}  # "under a 5-inch slab"
        qualifier, first = qualifier_before(tokens, start - 1) if over else (None, start)
        first = first if qualifier else start - 1
    return qualifier, first


def _stands_alone(tokens: list[Token], amount: Amount, qualifier: Qualifier | None) -> bool:
    """Tell whether a number without a unit is still a figure: qualified, large, or a plural such as "millions"."""
    if amount.conventional:
        return low(tokens, amount.last + 1) != "of"
    return amount.digits and not amount.part and (amount.size >= LARGE or qualifier is not None)


def _found(
    tokens: list[Token], amount: Amount, what: What, qualifier: Qualifier, edges: tuple[int, int]
) -> NumberFound:
    numeral = numeral_head(tokens, amount)
    final, (least, most) = bounds(amount, qualifier)
    rule = (
        "money" if what.measured and what.unit and what.unit[:3].isupper() else "measure" if what.measured else "count"
    )
    return NumberFound(
        rule=f"figures.{'shared' if what.inherited else rule if what.unit else 'bare'}",
        score=0.6 if what.inherited else 0.92 if what.measured else 0.8 if what.counted else 0.5,
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
