"""Finds what a number counts, and says it in the plural."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.figures.words import figures, word_sets
from onrecord.stages.line import low, tag

if TYPE_CHECKING:
    from onrecord.stages.figures.amounts import Amount
    from onrecord.stages.tokens import Token

REACH = 7
"""Words between a number and its noun, at most."""
MODIFIERS = ("JJ", "NN", "VBN", "VBG", "POS", "HYPH", "CD")


def numeral_head(tokens: list[Token], amount: Amount) -> Token:
    """Give the token of the numeral whose head stands outside it."""
    inside = tokens[amount.first : amount.last + 1]
    places = {token.i for token in inside}
    return next((token for token in inside if token.head is None or token.head.i not in places), inside[-1])


def counted_noun(tokens: list[Token], amount: Amount) -> Token | None:
    """Give the noun that a number counts, None where the number stands alone."""
    last = amount.last
    if low(tokens, last + 1) == "-" and low(tokens, last + 2) == "plus":
        return _noun_from(tokens, last + 3)
    after = low(tokens, last + 1)
    if after == "of":
        start = last + 2
        while tag(tokens, start) in {"DT", "PRP$", "PDT"} or low(tokens, start) in {"other", "'s", "’s"}:
            start += 1
        return (
            _noun_from(tokens, start)
            if low(tokens, start) not in {"them", "us", "whom", "which", "those", "these"}
            else None
        )
    head = numeral_head(tokens, amount)
    if head.dep == "nummod" and head.head is not None and head.i < head.head.i <= tokens[last].i + REACH:
        return _not_currency(head.head)
    return _noun_from(tokens, last + 1)


def _not_currency(noun: Token) -> Token | None:
    return None if noun.tag in {"$", "CD", "SYM", ","} or noun.text[0].isdecimal() else noun


def _noun_from(tokens: list[Token], start: int) -> Token | None:
    """Give the head of the noun phrase that starts at a place."""
    noun: Token | None = None
    for at in range(start, min(start + REACH, len(tokens))):
        token = tokens[at]
        if not (token.tag.startswith(MODIFIERS) or token.lower in {"-", "and", ","}) or (
            token.lower in {"and", ","} and not _joins_modifiers(tokens, at)
        ):
            break
        if token.tag.startswith("NN") and not token.text[0].isdecimal():
            if noun is not None and noun.tag == "NNS" and tag(tokens, at - 1) not in {"HYPH", "POS"}:
                break
            noun = token
    return noun


def _joins_modifiers(tokens: list[Token], at: int) -> bool:
    return tag(tokens, at - 1).startswith("JJ") and tag(tokens, at + 1).startswith(("JJ", "VBN"))


def unit_of(noun: Token) -> str:
    """Write what is counted in the plural: "fighters", "people"."""
    word = noun.lower
    if word in word_sets()["others"]:
        return "people"
    if noun.tag == "NNPS" or (noun.tag == "NNS" and noun.text[:2].isupper()):
        return noun.text
    if noun.tag == "NNS" or word in word_sets()["invariable"]:
        return word
    return _plural(noun.lemma if noun.lemma.isalpha() else word)


def _plural(word: str) -> str:
    if word == "person":
        return "people"
    if word.endswith("man") and len(word) > 3:
        return f"{word[:-3]}men"
    if word.endswith("y") and word[-2:-1] not in {"a", "e", "o", "u"}:
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "ch", "sh", "z")) else f"{word}s"


def phrase_end(tokens: list[Token], amount: Amount, noun: Token | None) -> int:
    """Give the place of the last word of number and noun together."""
    if noun is None:
        return amount.last
    at = noun.i - tokens[0].i
    return at if amount.last < at <= amount.last + REACH + 2 else amount.last


def is_other(noun: Token) -> bool:
    """Tell whether a word stands for things counted before ("five others")."""
    return noun.lower in word_sets()["others"]


def is_casualty(noun: Token) -> bool:
    """Tell whether "no …" of this noun is a figure of nought."""
    return noun.lemma in figures().casualties or noun.lower in figures().casualties
