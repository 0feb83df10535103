"""What stands between a word and the one above it: complements, adjuncts, conjuncts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.stages.dependencies import NOMINAL
from onrecord.stages.factuality.beside import mark_of
from onrecord.stages.factuality.words import complements, modality
from onrecord.stages.grammar import SUBJECT, case_of

if TYPE_CHECKING:
    from onrecord.stages.factuality.stance import Operator
    from onrecord.stages.tokens import Token

CLAUSES = {"ccomp", "csubj", "xcomp", "acl", "acl:relcl", "advcl", "csubj:pass"}
VERBAL = {"VERB", "AUX"}
OWN_WORDS = {"the", "this", "that", "these", "those"}


@dataclass(frozen=True, slots=True)
class Step:
    """One step up: the operator that the word above carries for this link, and whether anything above still counts."""

    operator: Operator = "keep"
    climbs: bool = True
    word: str = ""


STOP = Step(climbs=False)


def step_up(token: Token) -> Step:
    """Judge the link between a word and its head."""
    head = token.head
    if head is None:
        return STOP
    if token.dep == "conj":
        return _conjunct(token)
    if token.dep in CLAUSES:
        return _clause(token, head)
    if token.dep in {"obj", "nsubj:pass", "iobj"}:
        return _noun(token, head, "object", head.lemma)
    if token.dep == "nsubj":
        return _subject(token, head)
    if token.dep in {"nmod", "compound", "nmod:poss", "amod"}:
        return _noun(token, head, "of", head.lemma)
    if token.dep in {"obl", "obl:agent"}:
        return _oblique(token, head)
    if token.dep in {"appos", "parataxis", "dep", "cop", "aux", "aux:pass"}:
        return Step()
    return STOP


def is_definite(noun: Token) -> bool:
    """Tell whether a noun is given as known: "the attack", "its attack", "Monday's attack", a name."""
    if noun.pos not in NOMINAL or noun.pos == "PROPN":
        return True
    return any(child.lower in OWN_WORDS or child.dep == "nmod:poss" for child in noun.children)


def _conjunct(token: Token) -> Step:
    """Let a second conjunct share what stands on the first, unless it has a subject or auxiliaries of its own."""
    own = token.child(*SUBJECT, "aux")
    if own is None and token.tag in {"VBD", "VBZ"} and token.head is not None and token.head.child("aux") is not None:
        own = token
    return Step(word="own" if own is not None else "")


def _clause(token: Token, head: Token) -> Step:
    if token.dep in {"acl:relcl", "acl"} and not _is_infinitive(token):
        return _modifier(token, head)
    if token.dep == "advcl" and not _is_infinitive(token):
        return _adverbial(token, head)
    tables = complements()
    if _is_infinitive(token):
        return _infinitive(token, head)
    if token.tag == "VBG" and token.child("aux") is None:
        return Step(tables["ing"].get(head.lemma, "keep"), word=head.lemma)
    if token.dep == "xcomp":
        return Step(tables["to"].get(head.lemma, "keep") if token.tag == "VB" else "keep", word=head.lemma)
    return _settle(tables["that"].get(head.lemma, "keep"), head.lemma)


def _settle(operator: Operator, word: str) -> Step:
    return Step(operator, climbs=operator != "settled", word=word)


def _is_infinitive(token: Token) -> bool:
    return any(child.dep in {"mark", "aux"} and child.lower == "to" for child in token.children)


def _infinitive(token: Token, head: Token) -> Step:
    table = complements()["to"]
    noun = head.child("obj") if token.dep == "advcl" else None
    if noun is not None and noun.lemma in table:
        inner = table[noun.lemma]  # "foiled a plot to bomb": the parser hangs "bomb" on "foiled"
        outer = complements()["object"].get(head.lemma, "keep")
        return Step("deny" if outer == "deny" else inner, climbs=outer != "deny", word=f"{head.lemma} {noun.lemma}")
    if head.lower == "going":
        return Step("planned", word="going")
    if any(child.lower == "yet" for child in head.children):
        return Step("deny", word="yet to")
    operator = table.get(head.lemma, "open")
    if token.dep == "advcl" and operator != "keep":
        return Step("open", climbs=False, word=f"to {token.lemma}")
    return _settle(operator, head.lemma)


def _adverbial(token: Token, head: Token) -> Step:
    """Judge an adverbial clause: a word above may take its preposition, else it stands for itself."""
    mark = mark_of(token)
    tables = complements()
    if mark and (operator := tables["prepositional"].get(f"{head.lemma} {mark}")):
        return _settle(operator, f"{head.lemma} {mark}")
    if mark in {"from", "of", "in", "for", "against", "about", "at", "with"} and token.tag == "VBG":
        return _settle(tables["ing"].get(head.lemma, "keep"), head.lemma)
    return STOP


def _modifier(token: Token, head: Token) -> Step:
    """Judge a participle or relative clause: what a noun that exists only in words does, is only in words too."""
    mark = mark_of(token)
    if token.dep == "acl" and mark and token.tag != "VBN" and (operator := complements()["that"].get(head.lemma)):
        return _settle(operator, head.lemma)
    if token.dep == "acl" and token.tag == "VBG" and mark and (operator := complements()["of"].get(head.lemma)):
        return _settle(operator, head.lemma)
    return STOP if token.child("aux") is not None or token.tag in {"VBD", "VBZ", "VBP"} or is_definite(head) else Step()


def _subject(token: Token, head: Token) -> Step:
    if operator := complements()["subject"].get(head.lemma):
        return Step(operator, word=head.lemma)
    if head.lemma == "be" and head.child("expl") is not None:
        return Step()
    looks_ahead = any(child.lower in {"will", "would", "could", "should"} for child in head.each("aux"))
    return Step() if looks_ahead and not is_definite(token) else STOP


def _noun(token: Token, head: Token, link: str, word: str) -> Step:
    operator = complements()[link].get(word)
    if operator is not None:
        return _settle(operator, word)
    if link == "object" and head.pos not in VERBAL:
        return STOP
    return STOP if is_definite(token) else Step()


def _oblique(token: Token, head: Token) -> Step:
    case = case_of(token)
    if operator := complements()["prepositional"].get(f"{head.lemma} {case}"):
        return _settle(operator, f"{head.lemma} {case}")
    if case in modality().circumstances or is_definite(token):
        return STOP
    return Step() if case in {"in", "with", "through", "into", "on", "for", "to"} else STOP
