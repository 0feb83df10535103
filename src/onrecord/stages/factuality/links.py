"""What stands between a word and the one above it: complements, adjuncts, conjuncts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.stages.dependencies import NOMINAL
from onrecord.stages.factuality.beside import mark_of
from onrecord.stages.factuality.words import complements, modality, negation
from onrecord.stages.grammar import SUBJECT, case_of

if TYPE_CHECKING:
    from onrecord.stages.factuality.stance import Operator
    from onrecord.stages.tokens import Token

CLAUSES = {"ccomp", "csubj", "xcomp", "acl", "acl:relcl", "advcl", "csubj:pass"}
VERBAL = {"VERB", "AUX"}
AHEAD = {"will", "would", "should", "'ll", "’ll", "can"}
NOUN_LINKS = {"", "of", "about", "over", "for", "on", "against", "in", "to", "into"}
GOVERNED = {"from", "of", "in", "for", "against", "about", "at", "with"}
TEMPORAL = {"when", "after", "before", "until", "till", "once", "as soon as", "whenever", "by"}
OWN_WORDS = {"the", "this", "that", "these", "those"}


@dataclass(frozen=True, slots=True)
class Step:
    """One step up: the operator that the word above carries for this link, and whether anything above still counts.

    `shares`: what stands beside the word above stands on this one too.
    """

    operator: Operator = "keep"
    climbs: bool = True
    word: str = ""
    shares: bool = True


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
    if token.dep in {"nmod", "compound", "nmod:poss"}:
        return _noun(token, head, "of" if case_of(token) in NOUN_LINKS else "", head.lemma)
    if token.dep in {"obl", "obl:agent"}:
        return _oblique(token, head)
    if token.dep in {"appos", "parataxis", "dep", "cop", "aux", "aux:pass"}:
        return Step()
    return STOP


def is_definite(noun: Token) -> bool:
    """Tell whether a noun is given as known: "the attack", "its attack", "signed agreements", a name."""
    if noun.pos not in NOMINAL or noun.pos == "PROPN":
        return True
    return any(
        child.lower in OWN_WORDS or child.dep == "nmod:poss" or (child.dep == "amod" and child.tag == "VBN")
        for child in noun.children
    )


def _conjunct(token: Token) -> Step:
    """Let a second conjunct share what stands on the first, unless it has a subject or auxiliaries of its own."""
    own = token.child(*SUBJECT, "aux")
    if own is None and token.tag in {"VBD", "VBZ"} and token.head is not None and token.head.child("aux") is not None:
        own = token
    return Step(shares=own is None)


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
    if any(child.tag in {"WRB", "WP", "WDT"} for child in token.children):
        return Step("settled", climbs=False, word="wh")  # "it is unclear why they attacked": they did
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
    if mark in GOVERNED and token.tag == "VBG" and (operator := tables["ing"].get(head.lemma)):
        return _settle(operator, head.lemma)
    if token.tag == "VBG" and _looks_ahead(head):
        return Step()
    if _is_present(token) and mark in TEMPORAL and (_looks_ahead(head) or _is_infinitive(head)):
        return Step("open", climbs=False, word=mark)
    return STOP


def _looks_ahead(verb: Token) -> bool:
    """Tell whether a verb stands under a modal ("will", "would", "can" …) or is a command."""
    return is_command(verb) or any(child.tag == "MD" for child in verb.children)


def is_command(verb: Token) -> bool:
    """Tell whether a verb is an imperative; headlines drop their subjects and are left out."""
    bare = verb.tag == "VB" and verb.child(*SUBJECT, "aux", "aux:pass", "mark") is None
    return bare and verb.sentence.kind != "title"


def _is_present(verb: Token) -> bool:
    tags = [child.tag for child in verb.children if child.dep in {"aux", "aux:pass", "cop"}] or [verb.tag]
    return tags[0] in {"VBP", "VBZ"}


def _modifier(token: Token, head: Token) -> Step:
    """Judge a participle or relative clause: what a noun that exists only in words does, is only in words too."""
    mark = mark_of(token)
    link = "of" if mark in NOUN_LINKS else "that" if mark == "that" else None
    if token.dep == "acl" and link is not None and (operator := complements()[link].get(head.lemma)):
        return _settle(operator, head.lemma)
    finite = token.child("aux", "aux:pass", "cop") is not None or token.tag in {"VBD", "VBZ", "VBP"}
    return STOP if finite or is_definite(head) else Step()


def _subject(token: Token, head: Token) -> Step:
    if operator := complements()["subject"].get(head.lemma):
        return Step(operator, word=head.lemma)
    if head.lemma == "be" and head.child("expl") is not None:
        return Step()
    return Step() if not is_definite(token) and any(c.lower in AHEAD for c in head.each("aux")) else STOP


def _noun(token: Token, head: Token, link: str, word: str) -> Step:
    operator = complements()[link].get(word) if link else None
    if operator == "deny" and token.lemma in negation().attempts:
        return STOP  # a foiled plot was a plot
    if operator is not None:
        return _settle(operator, word)
    if link == "object" and head.pos not in VERBAL:
        return STOP
    return STOP if is_definite(token) else Step()


def _oblique(token: Token, head: Token) -> Step:
    case = case_of(token)
    if operator := complements()["prepositional"].get(f"{head.lemma} {case}"):
        return _settle(operator, f"{head.lemma} {case}")
    ahead = _looks_ahead(head) or _is_infinitive(head)
    return Step() if ahead and case not in modality().circumstances and not is_definite(token) else STOP
