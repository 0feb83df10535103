"""Whom a commitment finally rests on: the originating source behind a report's words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model.event import AUTHOR
from onrecord.standing.happenings import name_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.model import Entity, Reading, Statement


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """An originating source. `name` tells identified ones apart for certain.

    An unidentified one ("a US official") has the words that describe it: two of the same description, in reports
    that are no copies of each other, are one source or two.
    """

    name: str
    identified: bool


def origin_of(holder: str, reading: Reading, lineage: str) -> Origin:
    """Give the origin of a holder's commitment; the report's own voice is its lineage (a wire story and its copies)."""
    if holder == AUTHOR:
        return Origin(f"voice:{lineage}", identified=True)
    statement = next((s for s in reading.statements if s.id == holder), None)
    if statement is None:
        return Origin(f"voice:{lineage}", identified=True)
    entity = _entity(statement, reading)
    if entity is None:
        return Origin("unnamed", identified=False)
    if statement.named or entity.link is not None:
        return Origin(name_of(entity), identified=True)
    parts = (entity.country, entity.sector, statement.source_kind)
    return Origin(" ".join(part for part in parts if part), identified=False)


def count_origins(found: Iterable[tuple[Origin, str]]) -> tuple[int, int]:
    """Count originating sources as a range, from pairs of an origin and the lineage that it was met in."""
    pairs = set(found)
    identified = {origin for origin, _ in pairs if origin.identified}
    unidentified = [(origin, lineage) for origin, lineage in pairs if not origin.identified]
    return len(identified) + len({origin for origin, _ in unidentified}), len(identified) + len(unidentified)


def _entity(statement: Statement, reading: Reading) -> Entity | None:
    ids = [source.entity for source in statement.sources if source.entity]
    return next((entity for entity in reading.entities if ids and entity.id == ids[0]), None)
