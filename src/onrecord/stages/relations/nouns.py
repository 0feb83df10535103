"""Ties that nouns state: "a faction of the Front", "the Front's leader", "a Front fighter", "its allies"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.grammar import edges, subject_of
from onrecord.stages.relations.found import TieFound
from onrecord.stages.relations.words import tie_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model import Entity
    from onrecord.model.relation import RelationType
    from onrecord.stages.relations.desk import Desk
    from onrecord.stages.tokens import Token

OWNERS = ("nmod:poss", "compound", "amod", "nmod", "appos")
OWNER_CASES = {"of", "for", "in", "at", "to", "from"}
BODIES = {"armed_group", "organisation", "military", "party", "igo", "company", "media"}


def noun_ties(desk: Desk, tokens: list[Token]) -> Iterator[TieFound]:
    """Give the ties of a report's nouns in text order."""
    nouns = tie_words().nouns
    for token in tokens:
        relation = nouns.get(token.lemma) if token.pos in {"NOUN", "PROPN"} else None
        if relation is not None:
            yield from _ties_of(token, relation, desk)


def _ties_of(noun: Token, relation: RelationType, desk: Desk) -> Iterator[TieFound]:
    described = _described(noun)
    subject = desk.entity(described)
    if subject is None:
        return
    for owner in _owners(noun, relation):
        owned = desk.entity(owner)
        if owned is None or owned is subject or not _may_tie(relation, subject, owned):
            continue
        start, end = edges(noun)
        reach = (min(start, described.start), max(end, described.end)) if described is not noun else (start, end)
        yield TieFound(
            type=relation, subject=described, object=owner, words=owner.span, span=_near(reach, noun, owner, described), anchor=noun,
            rule="relations.noun", score=0.7, reason=f"noun {noun.lemma!r} of {owner.text!r}",
        )  # fmt: skip
        return


def _near(reach: tuple[int, int], noun: Token, owner: Token, described: Token) -> tuple[int, int]:
    """Keep the span to what states the tie: from the first to the last of the three words, modifiers before included."""
    start = max(reach[0], min(noun.start, owner.start, described.start))
    first = min(
        (
            child.start
            for token in (noun, owner, described)
            for child in token.children
            if child.dep in {"det", "amod", "compound"}
        ),
        default=start,
    )
    return (min(start, max(first, reach[0])), max(noun.end, owner.end, described.end))


def _described(noun: Token) -> Token:
    """Give whom a noun describes: the subject of its copula, or itself."""
    if noun.child("cop") is not None or noun.dep == "xcomp":
        return subject_of(noun) or noun
    return noun


def _owners(noun: Token, relation: RelationType) -> list[Token]:
    found = []
    for child in noun.each(*OWNERS):
        if child.dep == "nmod":
            cases = {case.lower for case in child.each("case")}
            if not cases & OWNER_CASES or (
                cases & {"in", "at", "from", "to"} and relation not in {"member_of", "leads"}
            ):
                continue
            if cases & {"from", "in"} and not child.pos == "PROPN":
                continue
        found.append(child)
    return found


def _may_tie(relation: RelationType, subject: Entity, owner: Entity) -> bool:
    """Tell whether the kinds of both ends suit the tie."""
    if (
        relation in {"member_of", "leads"}
        and owner.type not in BODIES
        and not (owner.type == "government" and owner.sector != "GOV")
    ):
        return (relation == "member_of" and subject.sector == "SPY") or (
            relation == "leads" and owner.type == "government" and subject.type == "person"
        )
    if relation == "part_of":
        return subject.type not in {"person", "group"} and owner.type not in {"person", "group", "other"}
    if relation in {"member_of", "leads"}:
        return subject.type in {"person", "group", "armed_group", "military"}
    return subject.type != "other" and owner.type != "other"
