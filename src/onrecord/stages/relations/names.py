"""Ties that names state with the words around them: offices, other names, where from and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.knowledge.registry import demonym_country, state_named
from onrecord.stages.entities.words import titles_in
from onrecord.stages.relations.found import TieFound

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    tokens = one.head.sentence.tokens
    between = [token.lower for token in tokens if one.span[1] <= token.start < other.span[0]]
    if not between or not NAMING.intersection(between) or not BETWEEN.issuperset(between):
        return
    yield TieFound(
        type="same_as", subject=one.head, object=None, words=other.span, span=(one.span[0], other.span[1]), anchor=one.head,
        rule="relations.alias", score=0.9, reason=f"named twice: {' '.join(between)!r} between",
    )  # fmt: skip


def _office(found: MentionFound, desk: Desk) -> Iterator[TieFound]:
    """Tie "Russian Foreign Minister Sergei Lavrov" to the state or body of the office."""
    if not found.description:
        return
    tokens = [
        token
        for token in found.head.sentence.tokens
        if found.description[0][0] <= token.start < found.description[-1][1]
    ]
    lowers = [token.lower for token in tokens]
    titles = [(tokens[first], tokens[last]) for first, last, title in titles_in(lowers) if title.office]
    if not titles:
        return
    holder = next((token for token in tokens if _names_country(token)), None)
    holder = holder or next(
        (token for token in tokens if (body := desk.entity(token)) is not None and body.type != "person"), None
    )
    yield TieFound(
        type="holds_office", subject=found.head, object=holder, words=(titles[0][0].start, titles[-1][1].end), span=found.span, anchor=found.head,
        rule="relations.title", score=0.8, reason=f"title {titles[-1][1].text!r}",
    )  # fmt: skip


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
        if entity is None or (desk.place(child) is None and desk.state(child) is None) or len(cases) != 1:
            continue
        people = entity.type in {"person", "group"}
        if cases[0] == "from" and (people or entity.type == "armed_group"):
            relation = "origin"
        elif (
            cases[0] == "in"
            and found.form == "name"
            and not people
            and entity.type in {"armed_group", "military", "organisation"}
        ):
            relation = "present_in"
        else:
            continue
        yield TieFound(
            type=relation, subject=found.head, object=child, words=child.span, span=(found.span[0], child.end), anchor=found.head,  # type: ignore[arg-type]
            rule=f"relations.{cases[0]}", score=0.7, reason=f"{cases[0]!r} {child.text!r}",
        )  # fmt: skip
