"""Tells numbers that are no figures: labels, scores, ages, telephone numbers, list numbers, "one" as a pronoun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.figures.words import word_sets
from onrecord.stages.line import DASHES, low, tag

if TYPE_CHECKING:
    from onrecord.stages.figures.amounts import Amount
    from onrecord.stages.tokens import Token

KNOWN = 4
"""Small numbers in words that, behind "the", single out what is known."""
ENDS = frozenset({"", ".", ",", ":", "-RRB-"})


def is_no_figure(tokens: list[Token], amount: Amount, counted: Token | None, *, measured: bool) -> bool:
    """Tell whether an amount is no figure; `measured` where a unit or sign of money stands with it."""
    if is_age(tokens, amount):
        return True
    if measured:
        return False
    return (
        _is_ordinal(amount)
        or _is_label(tokens, amount, counted)
        or _is_score(tokens, amount, counted)
        or _is_list_number(tokens, amount)
        or _is_pronoun(tokens, amount, counted)
        or _is_known_pair(tokens, amount)
        or _is_bare_half(tokens, amount)
    )


def _is_ordinal(amount: Amount) -> bool:
    """Suffixes that are no unit make an ordinal, a decade or a code: "3rd", "90s", "4x4"."""
    return bool(amount.suffix) and amount.suffix not in {"+"}


def _is_label(tokens: list[Token], amount: Amount, counted: Token | None) -> bool:
    """Tell whether the number names: "Flight 370", "Boeing 747", "Article 5", "Room 12"."""
    after = amount.last + 1
    if amount.digits and low(tokens, after) in {"g", "d"} and tokens[after].start == tokens[amount.last].end:
        return True
    before = amount.first - 1
    word, kind = low(tokens, before), tag(tokens, before)
    if word in word_sets()["labels"] or word in {"#", "№"}:
        return counted is None or kind.startswith("NN") or word in {"no.", "#"}
    if (
        low(tokens, before) in DASHES
        and before > 0
        and tokens[before].start == tokens[before - 1].end
        and tag(tokens, before - 1).startswith(("NNP", "NN"))
        and tokens[before].end == tokens[amount.first].start
    ):
        return True
    if amount.digits and counted is not None and counted.tag == "NNP" and amount.size > 1:
        return True
    if kind.startswith("NNP") and amount.digits and amount.value is not None:
        token = tokens[amount.first]
        named = token.tag.startswith("NNP") or (
            token.head is not None and token.head.i < token.i and token.head.tag.startswith("NNP")
        )
        return named and counted is None
    return tokens[amount.first].tag.startswith("NNP") and tag(tokens, amount.last + 1).startswith("NNP")


def _is_score(tokens: list[Token], amount: Amount, counted: Token | None) -> bool:
    """Tell whether the number is a side of a score or of a code with dashes or strokes: "2-1", "555-1234", "27/2017"."""
    nearby = (low(tokens, amount.last + 1), low(tokens, amount.first - 1))
    after = tokens[amount.last + 2] if amount.last + 2 < len(tokens) else None
    before = tokens[amount.first - 2] if amount.first >= 2 else None
    dashed = (
        nearby[0] in {*DASHES, "/", ":"}
        and after is not None
        and after.text[0].isdecimal()
        and after.start == tokens[amount.last + 1].end
    )
    dashed = dashed or (
        nearby[1] in {*DASHES, "/", ":"}
        and before is not None
        and before.text[-1].isdecimal()
        and before.end == tokens[amount.first - 1].start
    )
    if dashed:
        return True
    if "/" in tokens[amount.first].text and counted is None and low(tokens, amount.last + 1) != "of":
        return True
    spans_range = amount.value is None and not amount.conventional and amount.digits
    return spans_range and counted is None and (amount.high or 0) < 200


def is_age(tokens: list[Token], amount: Amount) -> bool:
    """Tell whether the number is an age that identifies: "33-year-old", "aged 40", "Smith, 52, said"."""
    at = amount.last + 1
    at += low(tokens, at) in DASHES
    if low(tokens, at) in {"year", "years", "month", "months", "week", "weeks", "day", "days", "yo"}:
        after = at + 1 + (low(tokens, at + 1) in DASHES)
        return (
            low(tokens, after) in {"old", "olds"}
            or low(tokens, at) == "yo"
            or (low(tokens, after) == "of" and low(tokens, after + 1) == "age")
        )
    if low(tokens, amount.first - 1) in {"aged", "age"}:
        return True
    apposed = low(tokens, amount.first - 1) == "," and tag(tokens, amount.last + 1) in ENDS
    return (
        apposed
        and tag(tokens, amount.first - 2).startswith("NNP")
        and amount.first == amount.last
        and 0 < amount.size < 120
        and amount.digits
    )


def _is_list_number(tokens: list[Token], amount: Amount) -> bool:
    """Tell whether the number counts the parts of a list: "1. …", "(2) …", "3) …"."""
    alone = amount.first == amount.last and amount.size < 100 and amount.digits
    after = low(tokens, amount.last + 1)
    if amount.first == 0 and after in {".", ")", ":"}:
        return alone
    return alone and low(tokens, amount.first - 1) in {"(", "["} and after in {")", "]"}


def _is_pronoun(tokens: list[Token], amount: Amount, counted: Token | None) -> bool:
    """Tell whether "one" counts nothing: "one of the men", "no one", "one day", "the one"."""
    if low(tokens, amount.first) != "one" or amount.first != amount.last or amount.part:
        return False
    if (
        counted is None
        or low(tokens, amount.last + 1) == "of"
        or low(tokens, amount.first - 1) in {"no", "any", "every", "the", "this", "that", "each", "-", "just"}
    ):
        return True
    return counted.lemma in word_sets()["uncounted"] or counted.tag.startswith("NNP")


def _is_known_pair(tokens: list[Token], amount: Amount) -> bool:
    """Tell whether the number only says which ones: "the two countries", "these three men"."""
    small = (
        not amount.digits
        and amount.value is not None
        and amount.size <= KNOWN
        and amount.first == amount.last
        and not amount.part
    )
    return small and low(tokens, amount.first - 1) in {"the", "these", "those", "both"}


def _is_bare_half(tokens: list[Token], amount: Amount) -> bool:
    """Tell whether "half" is no share: "half way", "the first half"."""
    if low(tokens, amount.first) != "half" or amount.first != amount.last:
        return False
    if low(tokens, amount.first - 1) in {"first", "second", "other", "last", "latter", "this", "next", "final"}:
        return True
    return low(tokens, amount.last + 1) not in {"of", "the", "a", "an", "its", "their", "his", "her", "all"}
