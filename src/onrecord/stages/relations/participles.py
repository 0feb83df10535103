"""Ties that hyphenated participles state: "Front-backed militia", "the U.S.-led coalition", "London-based"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.relations.found import TieFound
from onrecord.stages.relations.words import tie_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stages.relations.desk import Desk
    from onrecord.stages.tokens import Token

BY_OTHER = {"supports", "leads"}
"""Ties whose subject is the word before the hyphen, not the noun described."""


def participle_ties(desk: Desk, tokens: list[Token]) -> Iterator[TieFound]:
    """Give the ties of a report's hyphenated participles in text order."""
    known = tie_words().participles
    for token in tokens:
        participle = token.lower.rsplit("-", 1)[-1]
        if participle in known and token.dep in {"amod", "acl", "compound"} and token.head is not None:
            other, noun = _before_hyphen(token), token.head
            if other is None or desk.entity(noun) is None or not _is_known(other, desk):
                continue
            relation = known[participle]
            subject, target = (other, noun) if relation in BY_OTHER else (noun, other)
            yield TieFound(
                type=relation, subject=subject, object=target, words=target.span, anchor=noun,
                span=(min(other.start, token.start), noun.end), rule="relations.participle", score=0.8,
                reason=f"participle {participle!r}",
            )  # fmt: skip


def _before_hyphen(token: Token) -> Token | None:
    """Give the word before the hyphen, which is the token itself where the engine did not split it."""
    if "-" in token.text:
        return token
    tokens, at = token.sentence.tokens, token.i - token.sentence.tokens[0].i
    return tokens[at - 2] if at > 1 and tokens[at - 1].text == "-" else None


def _is_known(token: Token, desk: Desk) -> bool:
    return desk.entity(token) is not None or desk.place(token) is not None
