"""Ties that nouns state: "a faction of the Front", "the Front's leader", "a Front fighter", "its allies"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.entities.words import entity_words
from onrecord.stages.grammar import edges, subject_of
from onrecord.stages.relations.found import TieFound
from onrecord.stages.relations.words import tie_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model import Entity
    from onrecord.model.relation import RelationType
    from onrecord.stages.relations.desk import Desk
    from onrecord.stages.tokens import Token

OWNERS = ("nmod:poss", "compound", "nmod", "amod")
"""Ways in which a noun says whose it is, in the order in which they are asked."""
UNNAMED_SERVICES = {"intelligence"}
OWNER_CASES = {"of", "for", "in", "at", "to", "from"}
SERVING = {"spy", "agent", "informant"}
"""Nouns for those who serve a state, and who are its members though officials are not called so."""
BODIES = {"armed_group", "organisation", "military", "party", "igo", "company", "media"}


def noun_ties(desk: Desk, tokens: list[Token]) -> Iterator[TieFound]:
    """Give the ties of a report's nouns in text order."""
    nouns, titles = tie_words().nouns, entity_words().titles
    for token in tokens:
        if token.pos not in {"NOUN", "PROPN"}:
            continue
        title = titles.get(token.lemma)
        if token.lemma in nouns:
            yield from _ties_of(token, nouns[token.lemma], desk)
        elif title is not None and title.office:
            yield from _ties_of(token, "holds_office", desk)


def _ties_of(noun: Token, relation: RelationType, desk: Desk) -> Iterator[TieFound]:
    described = _described(noun)
    subject = desk.entity(described)
    if subject is None:
        return
    for owner in _owners(noun, relation):
        owned = desk.entity(owner)
        if (
            owned is None
            or owned is subject
            or not (_may_tie(relation, subject, owned) or _serves(noun, subject, owned))
        ):
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
    for child in sorted(noun.each(*OWNERS), key=lambda owner: OWNERS.index(owner.dep)):
        if child.dep == "nmod":
            cases = {case.lower for case in child.each("case")}
            if not cases & OWNER_CASES or (
                cases & {"in", "at", "from", "to"} and relation not in {"member_of", "leads"}
            ):
                continue
            if cases & {"from", "in"} and not child.pos == "PROPN":
                continue
        if child.lemma not in UNNAMED_SERVICES or child.pos == "PROPN":
            found.append(child)
    return found


def _serves(noun: Token, subject: Entity, owner: Entity) -> bool:
    """Tell whether someone is called a state's spy, or was in its service ("a former … officer")."""
    if owner.type != "government" or subject.type not in {"person", "group"}:
        return False
    return noun.lemma in SERVING or any(child.lower in {"former", "retired"} for child in noun.children)


def _may_tie(relation: RelationType, subject: Entity, owner: Entity) -> bool:
    """Tell whether the kinds of both ends suit the tie."""
    body = owner.type in BODIES or (owner.type == "government" and owner.sector != "GOV")
    if relation == "member_of":
        return body and subject.type in {"person", "group", "armed_group", "military"}
    if relation == "leads":
        return (body or owner.type == "government") and subject.type in {"person", "group"}
    if relation == "holds_office":
        return (body or owner.type == "government") and subject.type == "person"
    if relation == "part_of":
        return subject.type not in {"person", "group", "other"} and owner.type not in {"person", "group", "other"}
    return subject.type != "other" and owner.type != "other"
