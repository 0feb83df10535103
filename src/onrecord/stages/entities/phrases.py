"""How far a mention reaches: from its first modifier to the words that complete it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.model import Span
    from onrecord.stages.tokens import Token

BEFORE = {
    "det",
    "det:predet",
    "amod",
    "compound",
    "nummod",
    "nmod:poss",
    "nmod",
    "advmod",
    "obl:unmarked",
    "punct",
    "appos",
}
COMPLETING = {"of", "from"}
CLOSING = {"POS"}
STOPS = frozenset({",", ";", ":", "(", ")", "[", "]", "–", "—", "--"})
NAME_STOPS = STOPS | {"-"}


def noun_phrase(head: Token) -> Span:
    """Give a noun's own words: modifiers before it without a break, and an "of" or "from" phrase after it."""
    start, end = phrase_start(head), head.end
    for child in head.children:
        if child.dep == "nmod" and child.i > head.i:
            cases = child.each("case")
            if cases and cases[0].lower in COMPLETING and cases[0].i - head.i <= 2:
                end = max(end, child.end)
                break
    return (start, end)


def phrase_start(head: Token, own: Token | None = None) -> int:
    """Give where a noun phrase begins: the farthest modifier before the head with no comma or verb between.

    `own` is the first token of a name, whose own words are not looked at.
    """
    inside = {head.i}
    for child in head.children:
        if child.i < head.i and child.dep in BEFORE:
            inside.update(token.i for token in child.subtree())
    first = start = own if own is not None and own.i < head.i else head
    stops = STOPS if own is None else NAME_STOPS
    for token in reversed(head.sentence.tokens[: start.i - head.sentence.tokens[0].i]):
        if token.i not in inside or token.text in stops:
            break
        first = token
    while first is not start and first.dep in {"punct", "advmod"}:
        first = head.sentence.tokens[first.i + 1 - head.sentence.tokens[0].i]
    return first.start


def head_of(tokens: list[Token]) -> Token:
    """Give the syntactic head of a run of tokens: the last whose own head lies outside."""
    inside = {token.i for token in tokens}
    outer = [token for token in tokens if token.head is None or token.head.i not in inside]
    words = [token for token in outer if token.tag not in CLOSING and token.dep not in {"punct", "case", "det"}]
    return (words or outer or tokens)[-1]


def joined(tokens: list[Token]) -> str:
    """Write tokens as they stand, with one blank wherever the text has space."""
    return "".join(
        f" {token.text}" if n and token.start > tokens[n - 1].end else token.text for n, token in enumerate(tokens)
    )
