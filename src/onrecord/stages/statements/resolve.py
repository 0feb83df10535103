"""Makes records of the attributions: entities, kinds of source, dates, repeats, nesting, ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from onrecord.model import Anonymity, Statement, StatementSource, overlaps
from onrecord.stages.statements.kinds import kind_of
from onrecord.stages.statements.repeats import fold_repeats

if TYPE_CHECKING:
    from onrecord.model import Entity, Span
    from onrecord.stages.draft import Draft
    from onrecord.stages.found import Attribution, SourceFound


DEPTH = 20
"""Open statements looked at for the innermost that holds another; real reports nest four deep."""


def resolve_statements(draft: Draft) -> list[Statement]:
    """Give the statements in text order, with ids s1, s2, …; each stands within the innermost that holds it."""
    found = fold_repeats(draft, draft.attributions)
    records = [_record(draft, attribution, f"s{i}") for i, attribution in enumerate(found, 1)]
    return _nest(records)


def _record(draft: Draft, found: Attribution, id_: str) -> Statement:
    entities = [_entity(draft, source) for source in found.sources]
    first = found.sources[0] if found.sources else None
    return Statement(
        rule=found.rule,
        score=round(found.score, 3),
        reason=found.reason,
        id=id_,
        sources=[_source(source, entity) for source, entity in zip(found.sources, entities, strict=True)],
        source_kind=kind_of(draft, first, entities[0] if entities else None),
        named=any(entity is not None and _is_named(entity) for entity in entities),
        cue=found.cue,
        content=found.content,
        speech=found.speech,
        anonymity=Anonymity(span=found.anonymity, reason=found.anonymity_reason) if found.anonymity else None,
        duress=found.duress,
        told_to=_source(found.told_to, _entity(draft, found.told_to)) if found.told_to else None,
        venue=found.venue,
        time=_time(draft, found.time),
        also=found.also,
    )


def _entity(draft: Draft, source: SourceFound) -> Entity | None:
    """Give the entity of a source: of its head, else of the last word in its span that heads a mention."""
    entity = draft.entity_of(source.head)
    if entity is not None:
        return entity
    near = [draft.entity_of(token) for token in draft.syntax.within(source.span) if token.head is source.head]
    names = [other for other in near if other is not None]
    return names[-1] if names and source.head.pos == "PROPN" else None


def _source(source: SourceFound, entity: Entity | None) -> StatementSource:
    return StatementSource(span=source.span, entity=entity.id if entity is not None else None)


def _is_named(entity: Entity) -> bool:
    return any(mention.form == "name" for mention in entity.mentions)


def _time(draft: Draft, span: Span | None) -> str | None:
    if span is None:
        return None
    return next((time.id for time in draft.times if overlaps(time.span, span)), None)


def _nest(records: list[Statement]) -> list[Statement]:
    """Set `within`. Walks by start of content with the statements still open, so that deep nesting costs no more."""
    order = sorted(
        range(len(records)), key=lambda n: (_hull(records[n])[0], -_hull(records[n])[1], -_size(records[n]), n)
    )
    open_: list[int] = []
    parents: dict[int, str] = {}
    for n in order:
        start, _ = _hull(records[n])
        while open_ and _hull(records[open_[-1]])[1] <= start:
            open_.pop()
        holder = next((m for m in open_[: -DEPTH - 1 : -1] if _holds(records[m], records[n])), None)
        if holder is not None:
            parents[n] = records[holder].id
        open_.append(n)
    return [structs.replace(record, within=parents.get(n)) for n, record in enumerate(records)]


def _hull(record: Statement) -> Span:
    return (record.content[0][0], record.content[-1][1])


def _size(record: Statement) -> int:
    return sum(end - start for start, end in record.content)


def _holds(outer: Statement, inner: Statement) -> bool:
    """Tell whether cue and content of one statement stand in the content of another."""
    return all(
        any(start <= part[0] and part[1] <= end for start, end in outer.content)
        for part in [*inner.cue, *inner.content]
    )
