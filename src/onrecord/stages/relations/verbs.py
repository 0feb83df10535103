"""Ties that verbs and participles state: "joined the Front", "based in the capital", "formed in 1998", "Front-backed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.grammar import is_passive, subject_of
from onrecord.stages.relations.found import TieFound
from onrecord.stages.relations.words import TieWords, tie_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stages.relations.desk import Desk
    from onrecord.stages.tokens import Token

OBLIQUE = ("obl", "nmod", "obl:unmarked", "obl:tmod")
PLACED = {"based_in", "present_in", "origin"}


def verb_ties(desk: Desk, tokens: list[Token]) -> Iterator[TieFound]:
    """Give the ties of a report's verbs and hyphenated participles in text order."""
    words = tie_words()
    for token in tokens:
        if token.pos == "VERB" and token.lemma in words.verbs:
            for group in words.verbs[token.lemma]:
                yield from _verb_tie(token, group, desk)
        if (participle := token.lower.rsplit("-", 1)[-1]) in words.participles:
            yield from _participle_tie(token, participle, desk)
        elif token.lemma in words.strongholds and token.dep in {"obj", "obl"} and token.head is not None:
            yield from _stronghold(token, desk)


def _verb_tie(verb: Token, group: TieWords, desk: Desk) -> Iterator[TieFound]:
    passive = is_passive(verb)
    subject = _subject(verb, desk)
    target = _target(verb, group, desk)
    if passive and group.object == ["obj"]:
        subject, target = verb.child("obl:agent"), subject
    if subject is None or target is None or desk.entity(subject) is None:
        return
    if group.type == "formed" and not passive and verb.child("obj") is not None:
        subject = verb.child("obj") or subject
    if group.type in PLACED and desk.place(target) is None and desk.state(target) is None:
        return
    if group.type not in PLACED and group.type != "formed" and desk.entity(target) is None:
        return
    relation = group.type
    owner, member = desk.entity(target), desk.entity(subject)
    if relation == "member_of" and member is not None and owner is not None:
        if owner.type in {"person", "group", "other"}:
            return
        relation = "part_of" if member.type not in {"person", "group"} else relation
    yield TieFound(
        type=relation, subject=subject, object=target, words=target.span, span=(min(subject.start, verb.start), max(target.end, verb.end)),
        anchor=verb, rule="relations.verb", score=0.6, reason=f"verb {verb.lemma!r}",
    )  # fmt: skip


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


def _participle_tie(token: Token, participle: str, desk: Desk) -> Iterator[TieFound]:
    """Tie "Front-backed militia", written as one word or as three, and "allied militia forces" after a name."""
    noun = token.head
    if noun is None or token.dep not in {"amod", "acl"}:
        return
    if "-" in token.text:
        backer: Token | None = token
        known = desk.state(token) is not None
    else:
        hyphen = [
            child
            for child in token.children
            if child.i < token.i and child.dep in {"obl:unmarked", "compound", "nsubj", "advmod", "obl", "amod"}
        ]
        backer = hyphen[0] if hyphen else None
        known = backer is not None and (
            desk.entity(backer) is not None or desk.place(backer) is not None or desk.state(backer) is not None
        )
    if backer is None or not known:
        return
    relation = tie_words().participles[participle]
    if desk.entity(noun) is None:
        return
    swapped = relation in {"supports", "leads"}
    yield TieFound(
        type=relation, subject=backer if swapped else noun, object=noun if swapped else backer, words=(noun if swapped else backer).span,
        span=(min(backer.start, token.start), noun.end), anchor=noun, rule="relations.participle", score=0.8, reason=f"participle {token.text!r}",
    )  # fmt: skip


def _stronghold(noun: Token, desk: Desk) -> Iterator[TieFound]:
    """Tie "has a stronghold in the province" to whoever has it."""
    verb = noun.head
    holder = subject_of(verb) if verb is not None and noun.dep == "obj" else None
    where = next(
        (
            child
            for token in (noun, verb)
            if token is not None
            for child in token.each("nmod", "obl")
            if _place_in(child, desk)
        ),
        None,
    )
    if holder is None or where is None:
        return
    place = _place_in(where, desk) or where
    yield TieFound(
        type="present_in", subject=holder, object=place, words=place.span, span=(holder.start, max(place.end, where.end)), anchor=noun,
        rule="relations.stronghold", score=0.7, reason=f"{noun.lemma!r} in {place.text!r}",
    )  # fmt: skip


def _place_in(token: Token, desk: Desk) -> Token | None:
    """Give the named place inside a phrase with "in", "at" or "near"."""
    if not any(case.lower in {"in", "at", "near", "across"} for case in token.each("case")):
        return None
    return next(
        (below for below in sorted(token.subtree(), key=lambda word: word.i) if desk.place(below) is not None), None
    )
