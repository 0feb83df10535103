"""Resolves ties to relation records: ends, date, statement, and how sure each holder is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import Factuality, Relation, Span, slice_of
from onrecord.model.event import AUTHOR
from onrecord.stages.factuality.holders import innermost, voices_at
from onrecord.stages.factuality.views import views_of
from onrecord.stages.relations.desk import Desk
from onrecord.stages.relations.names import name_ties
from onrecord.stages.relations.nouns import noun_ties, origin_ties
from onrecord.stages.relations.participles import participle_ties
from onrecord.stages.relations.verbs import verb_ties

if TYPE_CHECKING:
    from onrecord.model import Entity
    from onrecord.stages.draft import Draft
    from onrecord.stages.factuality.holders import Voice
    from onrecord.stages.relations.found import TieFound
    from onrecord.stages.tokens import Token


def resolve_relations(draft: Draft) -> list[Relation]:
    """Give one record for each pair of ends and type, with every span that states it, in text order."""
    desk = Desk(draft)
    tokens = draft.syntax.tokens
    by_words = (
        *noun_ties(desk, tokens),
        *origin_ties(desk, tokens),
        *verb_ties(desk, tokens),
        *participle_ties(desk, tokens),
    )
    ties = [*by_words, *name_ties(desk, draft.mentions)]
    ties.sort(key=lambda tie: (tie.span, tie.type))
    voices = voices_at(draft.statements, [tie.anchor.start for tie in ties])
    kept: dict[tuple[str, str, str], tuple[TieFound, list[Span]]] = {}
    for tie in ties:
        subject = desk.entity(tie.subject)
        if subject is None:
            continue
        key = (tie.type, subject.id, _object(tie, subject, desk))
        if key[1] != key[2]:
            kept.setdefault(key, (tie, []))[1].append(tie.span)
    return [
        _relation(f"r{n}", key, tie, spans, (desk, voices.get(tie.anchor.start, [])))
        for n, (key, (tie, spans)) in enumerate(kept.items(), start=1)
    ]


def _object(tie: TieFound, subject: Entity, desk: Desk) -> str:
    """Give the id of a tie's object: a time, a place, an entity; else its words."""
    if tie.type == "holds_office" and tie.object is None:
        state, tie.score = desk.office_state(subject, slice_of(desk.draft.text, tie.words))
        return state.id if state is not None else slice_of(desk.draft.text, tie.words)
    if tie.object is not None:
        entity = desk.entity(tie.object)
        placed = tie.type in {"based_in", "present_in", "origin"}
        found = (desk.time(tie.object) if tie.type == "formed" else None) or (
            desk.place(tie.object) if placed else None
        )
        if found is not None:
            return found
        if entity is not None:
            return entity.id
    return slice_of(desk.draft.text, tie.object.span if tie.object is not None else tie.words)


def _relation(
    short: str, key: tuple[str, str, str], tie: TieFound, spans: list[Span], around: tuple[Desk, list[Voice]]
) -> Relation:
    desk, voices = around
    inner = innermost(voices)
    values = {view.holder: view.stance.value for view in views_of(tie.anchor, voices)}
    if voices:
        values = {AUTHOR: values.get(AUTHOR, "Uu"), **values}
    return Relation(
        id=short, type=tie.type, subject=key[1], object=key[2], span=list(dict.fromkeys(spans)),
        valid=_valid(tie.anchor, desk),
        factuality=[Factuality(holder=holder, value=value) for holder, value in values.items()],
        statement=inner[-1].statement.id if inner else None, rule=tie.rule, score=tie.score, reason=tie.reason,
    )  # fmt: skip


def _valid(anchor: Token, desk: Desk) -> str | None:
    """Give the time that dates a verb of joining or leading ("joined in 2015")."""
    if anchor.pos != "VERB":
        return None
    return next((time for child in anchor.children if (time := desk.time(child)) is not None), None)
