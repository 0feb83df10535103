"""What a place or an entity's link was chosen from: the candidates in words, the best first, each with its features."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.knowledge.registry import registry as shipped
from onrecord.knowledge.weighing import Asked, link_candidates
from onrecord.model import slice_of
from onrecord.stages.places.weighing import weigh_place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.knowledge.registry import Registry
    from onrecord.knowledge.weighing import LinkCandidate
    from onrecord.model import Entity, Place, Reading

SHOWN = 0.005
"""Features that round to nothing are left out."""
MOST = 8
"""Candidates shown; "San Antonio" has over a hundred."""


def place_candidates(reading: Reading, place: Place) -> list[str]:
    """Give the candidates of a place, the best first; empty where no gazetteer knows the name."""
    found = weigh_place(reading, place)
    lines = [f"{one.words}: {one.score:.2f} = {_sum(one.features)}" for one in found]
    return _cut(lines)


def entity_candidates(reading: Reading, entity: Entity, registry: Registry | None = None) -> list[str]:
    """Give the candidates for an entity's link, the best first; empty where its names lead nowhere."""
    text, published = reading.report.text, reading.report.published
    named = [slice_of(text, mention.span) for mention in entity.mentions if mention.form == "name"]
    said = entity.country if entity.link is None or entity.type != "person" else None
    asked = Asked(
        names=[entity.name, *named],
        type=entity.type,
        country=said,
        nearby=sorted({other.country for other in reading.entities if other is not entity and other.country}),
        day=published.value[:10] if published is not None and published.value else None,
    )
    return _cut([_said(one, entity) for one in link_candidates(asked, registry or shipped())])


def _said(candidate: LinkCandidate, entity: Entity) -> str:
    actor = candidate.actor
    what = f"{actor.id} {actor.name}" if actor is not None else "no entry of its own"
    codes = ", ".join(filter(None, (candidate.country, candidate.sector)))
    chosen = entity.link is not None and actor is not None and entity.link.registry == actor.id
    return f"{what} ({codes}): {candidate.score:.2f} = {_sum(candidate.features)}{' — chosen' if chosen else ''}"


def _sum(features: Iterable[tuple[str, float]]) -> str:
    return ", ".join(f"{name} {weight:+.2f}" for name, weight in features if abs(weight) >= SHOWN)


def _cut(lines: list[str]) -> list[str]:
    return lines if len(lines) <= MOST else [*lines[:MOST], f"and {len(lines) - MOST} more"]
