"""Ties that verbs state: "joined the Front", "based in the capital", "formed in 1998", "has a stronghold in"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.grammar import is_passive, subject_of
from onrecord.stages.relations.found import TieFound
from onrecord.stages.relations.words import TieWords, tie_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model import Entity
    from onrecord.model.relation import RelationType
    from onrecord.stages.relations.desk import Desk
    from onrecord.stages.tokens import Token

OBLIQUE = ("obl", "nmod", "obl:unmarked", "obl:tmod")
PLACED = {"based_in", "present_in", "origin"}


def verb_ties(desk: Desk, tokens: list[Token]) -> Iterator[TieFound]:
    """Give the ties of a report's verbs in text order."""
    words = tie_words()
    for token in tokens:
        if token.pos == "VERB":
            for group in words.verbs.get(token.lemma, ()):
                yield from _verb_tie(token, group, desk)
        elif token.lemma in words.strongholds and token.dep == "obj":
            yield from _stronghold(token, desk)


def _verb_tie(verb: Token, group: TieWords, desk: Desk) -> Iterator[TieFound]:
    subject, target = _ends(verb, group, desk)
    member = desk.entity(subject) if subject is not None else None
    if subject is None or target is None or member is None:
        return
    relation = _suited(group, member, target, desk)
    if relation is not None:
        yield TieFound(
            type=relation, subject=subject, object=target, words=target.span, anchor=verb,
            span=(min(subject.start, verb.start), max(target.end, verb.end)),
            rule="relations.verb", score=0.6, reason=f"verb {verb.lemma!r}",
        )  # fmt: skip


def _ends(verb: Token, group: TieWords, desk: Desk) -> tuple[Token | None, Token | None]:
    """Give subject and object of the tie; a passive turns them round, and what someone formed is what is formed."""
    subject, target = _subject(verb, desk), _target(verb, group, desk)
    if group.object == ["obj"] and is_passive(verb):
        return verb.child("obl:agent"), subject
    if group.type == "formed" and not is_passive(verb):
        return verb.child("obj") or subject, target
    return subject, target


def _suited(group: TieWords, member: Entity, target: Token, desk: Desk) -> RelationType | None:
    """Give the relation that fits the kinds of both ends, or None."""
    if group.type == "formed":
        return group.type
    if group.type in PLACED:
        return group.type if desk.place(target) is not None or desk.state(target) is not None else None
    owner = desk.entity(target)
    if owner is None or (group.type == "member_of" and owner.type in {"person", "group", "other"}):
        return None
    return "part_of" if group.type == "member_of" and member.type not in {"person", "group"} else group.type


def _subject(verb: Token, desk: Desk) -> Token | None:
    """Give a verb's subject; a relative pronoun that was resolved stands for itself."""
    own = verb.child("nsubj", "nsubj:pass")
    return own if own is not None and desk.draft.entity_of(own) is not None else subject_of(verb)


def _target(verb: Token, group: TieWords, desk: Desk) -> Token | None:
    if group.object == ["obj"]:
        return verb.child("obj")
    for child in verb.each(*OBLIQUE):
        if group.object == ["time"]:
            if desk.time(child) is not None:
                return child
        elif any(case.lower in group.object for case in child.each("case")):
            return child
    return None


def _stronghold(noun: Token, desk: Desk) -> Iterator[TieFound]:
    """Tie "has a stronghold in the province" to whoever has it."""
    verb = noun.head
    holder = subject_of(verb) if verb is not None else None
    if verb is None or holder is None:
        return
    around = [*noun.each("nmod", "obl"), *verb.each("nmod", "obl")]
    place = next((place for child in around if (place := _place_in(child, desk)) is not None), None)
    if place is not None:
        yield TieFound(
            type="present_in", subject=holder, object=place, words=place.span, anchor=noun,
            span=(min(holder.start, place.start), max(holder.end, place.end)),
            rule="relations.stronghold", score=0.7, reason=f"{noun.lemma!r} in {place.text!r}",
        )  # fmt: skip


def _place_in(token: Token, desk: Desk) -> Token | None:
    """Give the named place inside a phrase with "in", "at" or "near"."""
    if not any(case.lower in {"in", "at", "near", "across"} for case in token.each("case")):
        return None
    below = sorted(token.subtree(), key=lambda word: word.i)
    return next((word for word in below if desk.place(word) is not None), None)
