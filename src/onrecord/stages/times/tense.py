"""Whether a date lies behind or ahead: by the verb that it stands with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from onrecord.stages.times.words import word_sets

if TYPE_CHECKING:
    from onrecord.stages.tokens import Token

Direction = Literal["past", "future"]
STEPS = 6
"""Words above a date that are asked for their tense."""
AHEAD = frozenset({"will", "'ll", "’ll", "wo", "shall", "would", "may", "might", "could", "can", "should", "must"})


def direction_of(head: Token) -> Direction | None:
    """Give where a date lies by the first verb above it; None where that verb stands in the present or none is found.

    "By", "until" and the like point ahead whatever the verb.
    """
    if head.dep in {"compound", "amod", "nmod:poss"}:
        return None
    if any(child.dep == "case" and child.lower in {"until", "till", "by"} for child in head.children):
        return "future" if head.head is None or head.head.tag not in {"VBD", "VBN"} or head.head.child("aux") else None
    node: Token | None = head
    for _ in range(STEPS):
        if node is None:
            return None
        found = _of_verb(node, head)
        if found != "unknown":
            return found
        node = node.head
    return None


def _of_verb(verb: Token, date: Token) -> Literal["past", "future", "unknown"] | None:
    """Give what one word says; "unknown" where it is no finite verb."""
    if verb.lemma in word_sets()["ahead"] and verb.pos in {"VERB", "ADJ", "NOUN"} and verb.i < date.i:
        return "future"
    auxiliaries = [child for child in verb.children if child.dep in {"aux", "aux:pass", "cop"}]
    words = {child.lower for child in auxiliaries}
    if words & AHEAD and not {"have", "'ve"} & words:
        return "future"
    if verb.pos in {"VERB", "AUX"} and any(child.tag == "TO" for child in verb.children) and verb.tag == "VB":
        return "future"
    tags = {child.tag for child in auxiliaries}
    if "VBD" in tags or verb.tag == "VBD" or (verb.tag == "VBN" and any(child.lemma == "have" for child in auxiliaries)):
        return "past"
    if verb.tag == "VBN" and not auxiliaries:
        return "past"
    if tags & {"VBZ", "VBP"} or verb.tag in {"VBZ", "VBP"}:
        return None
    return "unknown"
