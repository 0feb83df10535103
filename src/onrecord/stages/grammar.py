"""Questions that rules ask of a tree: who is the subject, is it passive, what is coordinated with what."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.model import Span
    from onrecord.stages.tokens import Token

SUBJECT = ("nsubj", "nsubj:pass", "csubj", "csubj:pass")
CONTROLLED = {"xcomp", "conj", "advcl"}
CLAUSE_MARKERS = {"mark", "punct", "cc"}


def is_passive(verb: Token) -> bool:
    """Tell whether a verb stands in the passive, with or without its auxiliary ("men killed by …")."""
    if verb.child("aux:pass", "nsubj:pass", "csubj:pass", "obl:agent") is not None:
        return True
    return verb.tag == "VBN" and verb.dep in {"acl", "amod"}


def subject_of(verb: Token) -> Token | None:
    """Give the token that heads a verb's subject, its own or one that it shares.

    Shared are the subject of a first conjunct ("came and said"), the controller of an open complement ("claims to be"),
    and the noun that a participle or relative clause modifies.
    """
    seen = 0
    token: Token | None = verb
    while token is not None and seen < 6:
        seen += 1
        own = token.each(*SUBJECT)
        if own:
            return relative_referent(own[-1])  # of two, the nearer: a dateline may stand before
        if token.dep in {"acl", "acl:relcl", "amod"}:
            return token.head
        if token.dep == "xcomp" and token.head is not None:
            return token.head.child("obj", "iobj") or subject_of(token.head)
        if token.dep not in CONTROLLED:
            return None
        token = token.head
    return None


def relative_referent(token: Token) -> Token:
    """Give the noun that a relative pronoun stands for ("officials, who …"), or the token itself."""
    if token.tag in {"WP", "WDT"} and token.head is not None:
        clause = token.head
        while clause is not None and clause.dep in {"xcomp", "conj", "ccomp", "aux", "cop"}:
            if clause.head is None:
                return token
            clause = clause.head
        if clause.dep == "acl:relcl" and clause.head is not None:
            return clause.head
    return token


def conjuncts(token: Token) -> list[Token]:
    """Give a token and everything coordinated with it, in text order."""
    first = token.head if token.dep == "conj" and token.head is not None else token
    return [first, *first.each("conj")]


def is_negated(token: Token) -> bool:
    """Tell whether a negation stands directly on a word ("not", "n't", "never", "no")."""
    return any(child.lower in {"not", "n't", "n’t", "never", "no", "nor", "neither"} for child in token.children)


def case_of(token: Token) -> str:
    """Give the preposition of a noun, in lower case ("according to"), or ""."""
    return " ".join(child.lower for child in token.each("case"))


def edges(token: Token, without: frozenset[str] = frozenset()) -> Span:
    """Give the characters from the first to the last token of a subtree, leaving out children with some relations."""
    start, end = token.start, token.end
    stack = [child for child in token.children if child.dep not in without]
    while stack:
        below = stack.pop()
        start, end = min(start, below.start), max(end, below.end)
        stack.extend(below.children)
    return (start, end)
