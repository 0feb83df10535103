"""Tells numbers that are no figures: labels, scores, ages, telephone numbers, list numbers, "one" as a pronoun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.figures.words import word_sets
from onrecord.stages.line import DASHES, low, tag

if TYPE_CHECKING:
    from onrecord.stages.figures.amounts import Amount
    from onrecord.stages.tokens import Token

ORDINALS = frozenset({"st", "nd", "rd", "th"})
KNOWN = 10
"""Small numbers in words that, behind "the", single out what is known."""
ENDS = frozenset({"", ".", ",", ":", "-RRB-", "CC"})


def is_no_figure(tokens: list[Token], amount: Amount, counted: Token | None, *, measured: bool) -> bool:
    """Tell whether an amount is no figure; `measured` where a unit or sign of money stands with it."""
    if is_age(tokens, amount):
        return True
    if measured:
        return low(tokens, amount.first) == "one" and low(tokens, amount.last + 1) in word_sets()["uncounted"]
    return (
        _is_ordinal(tokens, amount)
        or _is_label(tokens, amount, counted)
        or _is_score(tokens, amount, counted)
        or _is_list_number(tokens, amount)
        or _is_pronoun(tokens, amount, counted)
        or _is_known_pair(tokens, amount)
        or _is_bare_half(tokens, amount)
    )


def _is_ordinal(tokens: list[Token], amount: Amount) -> bool:
    """Suffixes that are no unit make an ordinal, a decade or a code: "3rd", "23 rd", "90s", "4x4"."""
    return amount.suffix not in {"", "+"} or low(tokens, amount.last + 1) in ORDINALS


def _is_label(tokens: list[Token], amount: Amount, counted: Token | None) -> bool:
    """Tell whether the number names: "Flight 370", "Boeing 747", "Article 5", "Galaxy S-10", "5G"."""
    before, after = amount.first - 1, amount.last + 1
    word = low(tokens, before)
    if word in word_sets()["labels"] or word in {"#", "№"}:
        return counted is None or tag(tokens, before).startswith("NN") or word in {"no.", "#"}
    if amount.digits and low(tokens, after) in {"g", "d"} and tokens[after].start == tokens[amount.last].end:
        return True
    return _is_model(tokens, before) or _is_named(tokens, amount, counted)


def _is_model(tokens: list[Token], before: int) -> bool:
    """Tell whether a dash without spaces ties the number to a name: "Covid-19", "F-16"."""
    if before < 1 or low(tokens, before) not in DASHES:
        return False
    name, dash, number = tokens[before - 1 : before + 2]
    return name.tag.startswith("NN") and name.end == dash.start and dash.end == number.start


def _is_named(tokens: list[Token], amount: Amount, counted: Token | None) -> bool:
    """Tell whether the number belongs to a name before or after it: "Nasdaq 100", "49 Zorro Road"."""
    token = tokens[amount.first]
    if not amount.digits or amount.value is None:
        before, after = tag(tokens, amount.first - 1), tag(tokens, amount.last + 1)
        capital = token.text[0].isupper() and amount.first > 0
        return (token.tag.startswith("NNP") and after.startswith("NNP")) or (capital and before.startswith("NNP"))
    if counted is not None and token.text in word_sets()["emergency"] and counted.lemma in word_sets()["called"]:
        return True
    if counted is not None:
        return counted.tag == "NNP" and amount.size > 1
    if not tag(tokens, amount.first - 1).startswith("NNP"):
        return False
    behind = token.head is not None and token.head.i < token.i and token.head.tag.startswith("NNP")
    return token.tag.startswith("NNP") or behind


def _is_score(tokens: list[Token], amount: Amount, counted: Token | None) -> bool:
    """Tell whether the number is a side of a score or part of a code: "2-1", "555-1234", "27/2017"."""
    if _tied(tokens, amount.last + 1) or _tied(tokens, amount.first - 1):
        return True
    if counted is not None:
        return False
    if "/" in tokens[amount.first].text:
        return low(tokens, amount.last + 1) != "of"
    is_range = amount.value is None and not amount.conventional
    return is_range and any(token.text in DASHES for token in tokens[amount.first : amount.last])


def _tied(tokens: list[Token], at: int) -> bool:
    """Tell whether a dash or stroke at a place ties two numbers, with no space between."""
    if low(tokens, at) not in {*DASHES, "/", ":"} or not 0 < at < len(tokens) - 1:
        return False
    before, mark, after = tokens[at - 1 : at + 2]
    numbers = before.text[-1].isdecimal() and after.text[0].isdecimal()
    return numbers and before.end == mark.start and mark.end == after.start


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
