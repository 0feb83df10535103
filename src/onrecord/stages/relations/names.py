"""Ties that names state with the words around them: offices, other names, where from and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.knowledge.registry import demonym_country, state_named
from onrecord.stages.entities.words import titles_in
from onrecord.stages.relations.found import TieFound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model import Entity
    from onrecord.model.relation import RelationType
    from onrecord.stages.found import MentionFound
    from onrecord.stages.relations.desk import Desk
    from onrecord.stages.tokens import Token

BETWEEN = {
    "(",
    ",",
    "or",
    "also",
    "known",
    "as",
    "called",
    "formerly",
    "previously",
    "the",
    "simply",
    "locally",
    "now",
    "once",
    '"',
    "“",
    "”",
}
SEATED = {"embassy", "consulate", "mission", "headquarters", "office"}
FAR = 20
"""Tokens between two heads beyond which one name does not explain the other."""
NAMING = {"(", "or", "known", "called"}


def name_ties(desk: Desk, mentions: list[MentionFound]) -> Iterator[TieFound]:
    """Give the ties of a report's names and peoples in text order."""
    previous: MentionFound | None = None
    for found in mentions:
        if found.form == "name":
            if previous is not None:
                yield from _same(previous, found, desk)
            previous = found
            if found.type == "person":
                yield from _office(found, desk)
                yield from _outlet(found, desk)
        if found.form in {"name", "nominal"}:
            yield from _where(found, desk)


def _same(one: MentionFound, other: MentionFound, desk: Desk) -> Iterator[TieFound]:
    """Tie two names of one entity where only words of naming stand between."""
    if one.head.sentence is not other.head.sentence or desk.entity(one.head) is not desk.entity(other.head):
        return
    tokens, first = one.head.sentence.tokens, one.head.sentence.tokens[0].i
    near = tokens[one.head.i - first : other.head.i - first] if other.head.i - one.head.i < FAR else []
    between = [token.lower for token in near if one.span[1] <= token.start < other.span[0]]
    if not between or not NAMING.intersection(between) or not BETWEEN.issuperset(between):
        return
    yield TieFound(
        type="same_as", subject=one.head, object=None, words=other.span, span=(one.span[0], other.span[1]),
        anchor=one.head, rule="relations.alias", score=0.9, reason=f"named twice: {' '.join(between)!r} between",
    )  # fmt: skip


def _office(found: MentionFound, desk: Desk) -> Iterator[TieFound]:
    """Tie "Russian Foreign Minister Sergei Lavrov" to the state or body of the office."""
    if not found.description:
        return
    start, end = found.description[0][0], found.description[-1][1]
    tokens = [token for token in found.head.sentence.tokens if start <= token.start < end]
    titles = [place for place in titles_in([token.lower for token in tokens]) if place[2].office]
    if titles:
        first, last = tokens[titles[0][0]], tokens[titles[-1][1]]
        yield TieFound(
            type="holds_office", subject=found.head, object=_office_of(tokens, desk), words=(first.start, last.end),
            span=found.span, anchor=found.head, rule="relations.title", score=0.8, reason=f"title {last.text!r}",
        )  # fmt: skip


def _office_of(tokens: list[Token], desk: Desk) -> Token | None:
    """Give the word of a title that names the state, else the body, whose office it is."""
    country = next((token for token in tokens if _names_country(token)), None)
    bodies = (token for token in tokens if (body := desk.entity(token)) is not None and body.type != "person")
    return country or next(bodies, None)


def _outlet(found: MentionFound, desk: Desk) -> Iterator[TieFound]:
    """Tie "the Herald's Jane Roe" to the paper."""
    owner = found.head.child("nmod:poss")
    body = desk.entity(owner) if owner is not None else None
    if owner is not None and body is not None and body.type in {"media", "company", "organisation"}:
        yield TieFound(
            type="member_of", subject=found.head, object=owner, words=owner.span, span=found.span, anchor=found.head,
            rule="relations.outlet", score=0.7, reason=f"{owner.text!r} before the name",
        )  # fmt: skip


def _names_country(token: Token) -> bool:
    return token.text[0].isupper() and (demonym_country(token.text) is not None or state_named(token.text) is not None)


def _where(found: MentionFound, desk: Desk) -> Iterator[TieFound]:
    """Tie "people from Central Asia" to their origin, and "the Front in Xland" to where it is."""
    entity = desk.entity(found.head)
    for child in found.head.each("nmod"):
        cases = [case.lower for case in child.each("case")]
        relation = _placing(cases, entity, found) if entity is not None else None
        if relation is not None and (desk.place(child) is not None or desk.state(child) is not None):
            yield TieFound(
                type=relation, subject=found.head, object=child, words=child.span, span=(found.span[0], child.end),
                anchor=found.head, rule=f"relations.{cases[0]}", score=0.7, reason=f"{cases[0]!r} {child.text!r}",
            )  # fmt: skip


def _placing(cases: list[str], entity: Entity, found: MentionFound) -> RelationType | None:
    if cases == ["from"] and entity.type in {"person", "group", "armed_group"}:
        return "origin"
    if cases != ["in"] or (found.form != "name" and found.head.lemma not in SEATED):
        return None
    if entity.type in {"armed_group", "military"}:
        return "present_in"
    return "based_in" if entity.type in {"government", "organisation", "company", "media", "igo"} else None
