"""What became of those counted: killed, injured, arrested … by the verb, participle or noun that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.figures.words import figures
from onrecord.stages.line import low

if TYPE_CHECKING:
    from onrecord.stages.tokens import Token

SUBJECTS = {"nsubj", "nsubj:pass"}
STEPS = 3


def outcome_of(noun: Token) -> str | None:
    """Give what became of those that a counted noun (or bare numeral) names: "killed", "injured" …, or None."""
    words = figures()
    if (own := words.outcome_nouns.get(noun.lemma)) is not None:
        return own
    for child in noun.children:
        if (
            child.dep in {"acl", "amod", "acl:relcl", "advmod", "appos"}
            and child.tag in {"VBN", "JJ", "VBD"}
            and child.lemma in words.outcomes
        ):
            return words.outcomes[child.lemma]
    token = noun
    for _ in range(STEPS):
        if token.dep not in {"conj", "appos"} or token.head is None or token.head.tag.startswith("VB"):
            break
        token = token.head
    verb = token.head
    if verb is None or verb.lemma not in words.outcomes:
        return None
    suffers = (
        token.dep == "obj" if verb.lemma in words.transitive.words and not _is_passive(verb) else token.dep in SUBJECTS
    )
    return words.outcomes[verb.lemma] if suffers else None


def _is_passive(verb: Token) -> bool:
    return verb.child("aux:pass", "nsubj:pass") is not None


def outcome_after(tokens: list[Token], last: int) -> tuple[str | None, int]:
    """Read "dead", "wounded", "injured" right behind a number: "12 dead", "left 30 wounded"."""
    word = low(tokens, last + 1)
    lemma = tokens[last + 1].lemma if last + 1 < len(tokens) else ""
    outcomes = figures().outcomes
    found = outcomes.get(word) or (
        outcomes.get(lemma) if tokens[min(last + 1, len(tokens) - 1)].tag in {"VBN", "JJ", "VBD"} else None
    )
    return (found, last + 1) if found else (None, last)
