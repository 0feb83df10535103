"""Makes records of the attributions: entities, kinds of source, nesting, ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from onrecord.model import Anonymity, Statement, StatementSource
from onrecord.stages.statements.words import source_kinds

if TYPE_CHECKING:
    from onrecord.model import Entity
    from onrecord.model.statement import SourceKind
    from onrecord.stages.draft import Draft
    from onrecord.stages.found import Attribution, SourceFound


def resolve_statements(draft: Draft) -> list[Statement]:
    """Give the statements in text order, with ids s1, s2, …"""
    return [_record(draft, attribution, f"s{i}") for i, attribution in enumerate(draft.attributions, 1)]


def _record(draft: Draft, found: Attribution, id_: str) -> Statement:
    entities = [draft.entity_of(source.head) for source in found.sources]
    sources = [_source(draft, source) for source in found.sources]
    anonymity = Anonymity(span=found.anonymity, reason=found.anonymity_reason) if found.anonymity else None
    return Statement(
        rule=found.rule, score=found.score, reason=found.reason, id=id_, sources=sources, source_kind=_kind(found, entities[0] if entities else None),
        named=any(entity is not None and _is_named(entity) for entity in entities), cue=found.cue, content=found.content, speech=found.speech,
        anonymity=anonymity, duress=found.duress, told_to=_source(draft, found.told_to) if found.told_to else None, venue=found.venue, also=found.also,
    )  # fmt: skip


def _source(draft: Draft, source: SourceFound) -> StatementSource:
    entity = draft.entity_of(source.head)
    return StatementSource(span=source.span, entity=entity.id if entity is not None else None)


def _is_named(entity: Entity) -> bool:
    return any(mention.form == "name" for mention in entity.mentions)


def _kind(found: Attribution, entity: Entity | None) -> SourceKind:
    if not found.sources:
        return "unspecified"
    return cast("SourceKind", source_kinds().get(found.sources[0].head.lemma, "person"))
