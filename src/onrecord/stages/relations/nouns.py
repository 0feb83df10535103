"""Ties that nouns state: "a faction of the Front", "the Front's leader", "a Front fighter", "its allies"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.knowledge.registry import demonym_country
from onrecord.stages.entities.words import entity_words
from onrecord.stages.grammar import subject_of
from onrecord.stages.relations.found import TieFound
from onrecord.stages.relations.words import tie_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model import Entity, Span
    from onrecord.model.relation import RelationType
    from onrecord.stages.relations.desk import Desk
    from onrecord.stages.tokens import Token

OWNERS = ("nmod:poss", "compound", "nmod", "amod")
"""Ways in which a noun says whose it is, in the order in which they are asked."""
UNNAMED_SERVICES = {"intelligence"}
BEFORE = {"det", "amod", "compound"}
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
        titles_name = title is not None and title.office and token.dep == "compound"
        if token.lemma in nouns and not titles_name:
            yield from _ties_of(token, nouns[token.lemma], desk)
        elif title is not None and title.office:
            yield from _ties_of(token, "holds_office", desk)


def origin_ties(desk: Desk, tokens: list[Token]) -> Iterator[TieFound]:
    """Give the ties of predicates that say of what people someone is ("is Russian", "claims to be Russian")."""
    for token in tokens:
        predicate = token.pos in {"ADJ", "PROPN"} and (token.dep == "xcomp" or token.child("cop") is not None)
        if not predicate or not token.text[0].isupper() or demonym_country(token.text) is None:
            continue
        subject = subject_of(token)
        person = desk.entity(subject) if subject is not None else None
        if subject is not None and person is not None and person.type in {"person", "group", "armed_group"}:
            yield TieFound(
                type="origin", subject=subject, object=token, words=token.span, anchor=token, rule="relations.people",
                span=(min(subject.start, token.start), max(subject.end, token.end)), score=0.7,
                reason=f"predicate {token.text!r}",
            )  # fmt: skip


def _ties_of(noun: Token, relation: RelationType, desk: Desk) -> Iterator[TieFound]:
    described = _described(noun)
    subject = desk.entity(described)
    if subject is None:
        return
    for owner in _owners(noun, relation):
        owned = desk.entity(owner)
        if owned is None or owned is subject:
            continue
        if _may_tie(relation, subject, owned) or (relation == "member_of" and _serves(noun, subject, owned)):
            yield TieFound(
                type=relation, subject=described, object=owner, words=owner.span, span=_stated(noun, owner, described),
                anchor=noun, rule="relations.noun", score=0.7, reason=f"noun {noun.lemma!r} of {owner.text!r}",
            )  # fmt: skip
            return


def _stated(noun: Token, owner: Token, described: Token) -> Span:
    """Give what states the tie: the three words and all between, with the modifiers before them."""
    ends = (noun, owner, described)
    before = [child.start for token in ends for child in token.children if child.dep in BEFORE and child.i < token.i]
    return (min(*(token.start for token in ends), *before), max(token.end for token in ends))


def _described(noun: Token) -> Token:
    """Give whom a noun describes: the subject of its copula, the name that it stands before, or itself."""
    if noun.child("cop") is not None or noun.dep == "xcomp":
        return subject_of(noun) or noun
    if noun.dep == "compound" and noun.head is not None and noun.head.pos == "PROPN":
        return noun.head
    return noun


def _owners(noun: Token, relation: RelationType) -> list[Token]:
    """Give the words that say whose a noun is, the likeliest first."""
    around = noun.each(*OWNERS)
    if not around and noun.dep == "compound" and noun.head is not None:
        around = [owner for owner in noun.head.each(*OWNERS) if owner.i < noun.i]
    owners = sorted(around, key=lambda owner: OWNERS.index(owner.dep))
    return [owner for owner in owners if _owns(owner, relation)]


def _owns(owner: Token, relation: RelationType) -> bool:
    if owner.lemma in UNNAMED_SERVICES and owner.pos != "PROPN":
        return False
    if owner.dep != "nmod":
        return True
    cases = {case.lower for case in owner.each("case")}
    if cases & {"of", "for"}:
        return True
    return relation in {"member_of", "leads"} and (
        bool(cases & {"at", "to"}) or (owner.pos == "PROPN" and bool(cases & {"in", "from"}))
    )


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
    if relation == "origin":
        return owner.type == "government" and subject.type in {"person", "group"}
    if relation == "part_of":
        return subject.type not in {"person", "group", "other"} and owner.type not in {"person", "group", "other"}
    return subject.type != "other" and owner.type != "other"
