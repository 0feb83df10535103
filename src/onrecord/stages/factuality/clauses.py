"""Links of clauses: complements, purposes, circumstances, what modifies a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.factuality.beside import mark_of
from onrecord.stages.factuality.nouns import NOUN_LINKS, is_definite
from onrecord.stages.factuality.step import STOP, Step, is_infinitive, looks_ahead, settle
from onrecord.stages.factuality.words import complements
from onrecord.stages.grammar import is_negated

if TYPE_CHECKING:
    from onrecord.stages.factuality.stance import Operator
    from onrecord.stages.tokens import Token

ASKS = {"why", "how", "when", "where", "who", "what", "which"}
GOVERNED = {"from", "of", "in", "for", "against", "about", "at", "with"}
TEMPORAL = {"when", "after", "before", "until", "till", "once", "as soon as", "whenever", "by"}


def complement(token: Token, head: Token) -> Step:
    """Judge a complement clause: infinitive, gerund, bare predicate, question or "that" clause."""
    tables = complements()
    if is_infinitive(token):
        return _infinitive(token, head)
    if token.tag == "VBG" and token.child("aux") is None:
        return settle(tables["ing"].get(head.lemma, "keep"), head.lemma)
    if token.dep == "xcomp":
        return Step(tables["to"].get(head.lemma, "keep") if token.tag == "VB" else "keep", word=head.lemma)
    return _clause(token, head, tables["that"].get(head.lemma, "keep"))


def attribute(token: Token, head: Token) -> Step:
    """Judge a clause that modifies a noun."""
    return _infinitive(token, head) if is_infinitive(token) else _modifier(token, head)


def circumstance(token: Token, head: Token) -> Step:
    """Judge an adverbial clause or an infinitive of purpose."""
    return _infinitive(token, head) if is_infinitive(token) else _adverbial(token, head)


def _clause(token: Token, head: Token, operator: Operator) -> Step:
    if _is_subjunctive(token):
        return Step("open", word=head.lemma)
    if _first_word(token).lower in ASKS:
        # "it is unclear why they attacked", "did not say how many": it is so; "described how": so for who describes
        return Step("keep" if operator == "told" and not is_negated(head) else "settled", climbs=False)
    return settle(operator, head.lemma)


def _first_word(clause: Token) -> Token:
    word = clause
    while word.children and word.children[0].i < word.i:
        word = word.children[0]
    return word


def _is_subjunctive(verb: Token) -> bool:
    """Tell whether a clause only asks for something: "demanded that they withdraw", "suggest it be sent"."""
    first = next((child for child in verb.children if child.dep in {"aux", "aux:pass", "cop"}), verb)
    return (
        verb.dep == "ccomp"
        and first.tag == "VB"
        and verb.child("nsubj", "nsubj:pass") is not None
        and verb.child("mark") is not None
    )


def _infinitive(token: Token, head: Token) -> Step:
    table = complements()["to"]
    noun = head.child("obj") if head.lemma not in table else None
    if noun is not None and noun.lemma in table:
        inner = table[noun.lemma]  # "foiled a plot to bomb": the parser hangs "bomb" on "foiled"
        outer = complements()["object"].get(head.lemma, "keep")
        return Step("deny" if outer == "deny" else inner, climbs=outer != "deny", word=f"{head.lemma} {noun.lemma}")
    if any(child.lower == "yet" for child in head.children):
        return Step("deny", word="yet to")
    operator = table.get(head.lemma, "open")
    if operator == "settled" and looks_ahead(head):
        return Step("open", word=head.lemma)  # "would be glad to help"
    if token.dep == "advcl" and operator != "keep":
        return Step("open", climbs=False, word=f"to {token.lemma}")
    return settle(operator, head.lemma)


def _adverbial(token: Token, head: Token) -> Step:
    """Judge an adverbial clause: a word above may take its preposition, else it stands for itself."""
    mark = mark_of(token)
    tables = complements()
    if mark and (operator := tables["prepositional"].get(f"{head.lemma} {mark}")):
        return settle(operator, f"{head.lemma} {mark}")
    governed = mark in GOVERNED or (not mark and 0 < token.i - head.i <= 2)  # "ruled out sending"
    if governed and token.tag == "VBG" and (operator := tables["ing"].get(head.lemma)):
        return settle(operator, head.lemma)
    if token.tag == "VBG" and looks_ahead(head):
        return Step()
    if _is_present(token) and mark in TEMPORAL and (looks_ahead(head) or is_infinitive(head)):
        return Step("open", climbs=False, word=mark)
    return STOP


def _is_present(verb: Token) -> bool:
    tags = [child.tag for child in verb.children if child.dep in {"aux", "aux:pass", "cop"}] or [verb.tag]
    return tags[0] in {"VBP", "VBZ"}


def _modifier(token: Token, head: Token) -> Step:
    """Judge a participle or relative clause: what a noun that exists only in words does, is only in words too."""
    mark = mark_of(token)
    link = "of" if mark in NOUN_LINKS else "that" if mark == "that" else None
    if token.dep == "acl" and link is not None and (operator := complements()[link].get(head.lemma)):
        return settle(operator, head.lemma)
    finite = token.child("aux", "aux:pass", "cop") is not None or token.tag in {"VBD", "VBZ", "VBP"}
    return STOP if finite or is_definite(head) else Step()
