"""Whether a date lies behind or ahead: by the verb that it stands with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from onrecord.stages.times.words import word_sets

if TYPE_CHECKING:
    from onrecord.stages.tokens import Token

Direction = Literal["past", "future"]
MANY = 60
"""Words below one word, more than any real sentence has: such a list is not searched again for each date in it."""
STEPS = 6
"""Words above a date that are asked for their tense."""
PRESENT = frozenset({"VBZ", "VBP"})
AHEAD = frozenset({"will", "'ll", "’ll", "wo", "shall", "would", "may", "might", "could", "can", "should", "must"})


def direction_of(head: Token) -> Direction | None:
    """Give where a date lies by the first verb above it; None where that verb stands in the present or none is found.

    "By", "until" and the like point ahead whatever the verb.
    """
    if head.dep in {"compound", "amod", "nmod:poss"}:
        return None
    if _cases(head) & {"until", "till", "by"}:
        return _limit(head.head)
    node: Token | None = head
    for _ in range(STEPS):
        if node is None or len(node.children) > MANY:
            return None
        found = _of_verb(node, head)
        if found != "unknown":
            return found
        node = node.head
    return None


def _cases(head: Token) -> set[str]:
    return {child.lower for child in head.children if child.dep == "case"}


def _limit(verb: Token | None) -> Direction | None:
    """Give where the end of a stretch lies: "must leave by Friday", "had not spoken until Friday"."""
    if verb is None or verb.tag not in {"VBD", "VBN"}:
        return "future"
    perfect = any(child.lemma == "have" for child in verb.children if child.dep == "aux")
    return "past" if perfect else None


def _of_verb(verb: Token, date: Token) -> Literal["past", "future", "unknown"] | None:
    """Give what one word says; "unknown" where it is no finite verb."""
    auxiliaries = [child for child in verb.children if child.dep in {"aux", "aux:pass", "cop"}]
    perfect = any(child.lemma == "have" for child in auxiliaries)
    if _points_ahead(verb, date, perfect=perfect) or _is_future(verb, auxiliaries):
        return "future"
    tags = {child.tag for child in auxiliaries}
    if "VBD" in tags or verb.tag == "VBD" or (verb.tag == "VBN" and (perfect or not auxiliaries)):
        return "past"
    return None if tags & PRESENT or verb.tag in PRESENT else "unknown"


def _points_ahead(verb: Token, date: Token, *, perfect: bool) -> bool:
    """Tell whether a word sets a date: "scheduled on Friday", "planned for May"; not "agreed in June"."""
    if verb.lemma not in word_sets()["ahead"] or verb.i > date.i or verb.pos not in {"VERB", "ADJ", "NOUN"}:
        return False
    passive = verb.tag in {"VBN", "JJ"} and not perfect
    return passive or verb.lemma == "deadline" or bool(_cases(date) & {"for", "by", "until"})


def _is_future(verb: Token, auxiliaries: list[Token]) -> bool:
    """Tell whether a verb stands behind "will", a modal, or "to"."""
    words = {child.lower for child in auxiliaries}
    if words & AHEAD and not {"have", "'ve"} & words:
        return True
    return verb.tag == "VB" and any(child.tag == "TO" for child in verb.children)
