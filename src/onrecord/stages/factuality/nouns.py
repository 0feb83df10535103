"""Links of event nouns: subject, object, after a preposition, under another noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.dependencies import NOMINAL
from onrecord.stages.factuality.step import STOP, Step, is_infinitive, looks_ahead, settle
from onrecord.stages.factuality.words import complements, modality
from onrecord.stages.grammar import case_of

if TYPE_CHECKING:
    from onrecord.stages.factuality.stance import Operator
    from onrecord.stages.tokens import Token

VERBAL = {"VERB", "AUX"}
OWN_WORDS = {"the", "this", "that", "these", "those"}
AHEAD = {"will", "would", "should", "'ll", "’ll", "can"}
UNTIL = {"before", "ahead of", "until", "till", "prior to", "in time for"}
NOUN_LINKS = {"", "of", "about", "over", "for", "on", "against", "in", "to", "into"}


def is_definite(noun: Token) -> bool:
    """Tell whether a noun is given as known: "the attack", "its attack", "signed agreements", a name."""
    if noun.pos not in NOMINAL or noun.pos == "PROPN":
        return True
    return any(
        child.lower in OWN_WORDS or child.dep == "nmod:poss" or (child.dep == "amod" and child.tag == "VBN")
        for child in noun.children
    )


def object_of(token: Token, head: Token) -> Step:
    """Judge an object or passive subject."""
    return _noun(token, complements()["object"].get(head.lemma), head.lemma, open_=head.pos in VERBAL)


def subject_of(token: Token, head: Token) -> Step:
    """Judge an active subject."""
    if operator := complements()["subject"].get(head.lemma):
        return Step(operator, word=head.lemma)
    if head.lemma == "be" and head.child("expl") is not None:
        return Step()
    return Step() if not is_definite(token) and any(c.lower in AHEAD for c in head.each("aux")) else STOP


def modified_of(token: Token, head: Token) -> Step:
    """Judge a noun under a noun: "threat of attack", "attack plot"."""
    operator = complements()["of"].get(head.lemma) if case_of(token) in NOUN_LINKS else None
    return _noun(token, operator, head.lemma, open_=True)


def oblique_of(token: Token, head: Token) -> Step:
    """Judge a noun after a preposition."""
    case = case_of(token)
    if operator := complements()["prepositional"].get(f"{head.lemma} {case}"):
        known = operator == "told" and is_definite(token)  # "charged with the murder": there was one
        return settle("settled" if known else operator, f"{head.lemma} {case}")
    ahead = looks_ahead(head) or is_infinitive(head)
    if ahead and case in UNTIL:
        return Step("planned", climbs=False, word=case)
    return Step() if ahead and case not in modality().circumstances and not is_definite(token) else STOP


def _noun(token: Token, operator: Operator | None, word: str, *, open_: bool) -> Step:
    """Judge a noun under a word: by the word's operator, else an indefinite noun is as sure as what it depends on."""
    if operator == "settled" and not is_definite(token):
        return STOP  # "would stop attacks": so for whoever speaks, not presupposed by whoever reports it
    if operator is not None:
        return settle(operator, word)
    return Step() if open_ and not is_definite(token) else STOP
