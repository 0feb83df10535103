"""Who takes part in an event, as heads; and which prepositions mark whom, by the roles that a sense asks for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.stages.events.classes import is_actor
from onrecord.stages.events.clauses import DATES
from onrecord.stages.grammar import case_of, relative_referent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.stages.draft import Draft
    from onrecord.stages.tokens import Token

NOBODY = {"nobody", "none", "no-one", "nothing"}
WHOSE = {"of", "against"}
AGAINST = frozenset({"on", "against", "at", "into", "upon", "toward", "towards"})
TO_WHOM = AGAINST - {"into", "upon"} | {"to", "from", "with", "for", "of", "by", "over"}
SIDES = frozenset({"with", "between", "among", "against"})
PREPOSITIONS: dict[str, frozenset[str]] = {
    "patient": AGAINST,
    "sides": frozenset(),
    "address": TO_WHOM,
    "give": frozenset({"to", "for", "with", "in"}),
    "move": frozenset({"against"}),
    "undergo": frozenset({"against", "to", "with"}),
    "leave": frozenset(),
}
"""Roles of a sense → prepositions that mark a recipient; in talks, fights and agreements ("sides") every side acts."""


@dataclass(slots=True)
class Participants:
    """Heads of actors and recipients, in the order in which they were found."""

    actors: list[Token] = field(default_factory=list)
    recipients: list[Token] = field(default_factory=list)

    def tidied(self) -> Participants:
        """Stand relative pronouns for their nouns; drop doubles, dates, and recipients that act."""
        actors = _unique(self.actors)
        acting = {token.i for token in actors}
        return Participants(actors, [token for token in _unique(self.recipients) if token.i not in acting])


def owner_of_act(noun: Token) -> Token | None:
    """Give whose an act, offer or policy is: "rejected Iran's offer", "an appeal lodged by the church"."""
    if is_actor(noun):
        return None
    owner = noun.child("nmod:poss")
    if owner is not None and owner.pos != "PRON":
        return owner
    for child in noun.each("nmod", "acl", "obl:agent"):
        marked = child.child("obl:agent") if child.dep == "acl" else child
        if marked is not None and is_actor(marked) and case_of(marked) in {"by", "from", "of"}:
            return marked
    return None


def bearer_of(head: Token, draft: Draft) -> Token | None:
    """Give the head itself where a mention has it, else whose it is: "bombed Xish positions", "the rebels' base"."""
    if draft.entity_of(head) is not None:
        return head
    for child in (*head.each("nmod:poss"), *head.each("compound", "amod")):
        if draft.entity_of(child) is not None:
            return child
    below = (child for child in head.each("nmod") if case_of(child) in WHOSE)
    return next((child for child in below if draft.entity_of(child) is not None), None)


def _unique(tokens: Iterable[Token]) -> list[Token]:
    found = {}
    for token in tokens:
        if token.entity not in DATES and not _is_nobody(token):
            referent = relative_referent(token)
            found[referent.i] = referent
    return list(found.values())


def _is_nobody(token: Token) -> bool:
    """Tell whether a word says that there is nobody: "no group", "none", "nobody"."""
    return token.lower in NOBODY or any(child.lower == "no" for child in token.each("det"))
