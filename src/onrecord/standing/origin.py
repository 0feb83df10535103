"""Whom a commitment finally rests on: the originating source behind a report's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.model.event import AUTHOR
from onrecord.standing.happenings import name_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from onrecord.model import Entity, Reading, Statement

OWN_VOICE = ""
"""Name of the origin that is a report's own voice: who that is, its line, agency and publisher say."""


class Origin(msgspec.Struct, frozen=True, order=True):
    """An originating source. `name` tells identified ones apart for certain.

    An unidentified one ("a US official") has the words that describe it: two of the same description, in reports
    that are no copies of each other, are one source or two.
    """

    name: str
    identified: bool


class Met(msgspec.Struct, frozen=True, order=True):
    """An origin and where it was met.

    `line` is the line of copies of the report's text, `kin` the wider circle of texts that share a part of it;
    `house` is the agency that the report credits, else its publisher.
    """

    origin: Origin
    line: str
    kin: str
    house: str


def origin_of(holder: str, reading: Reading) -> Origin:
    """Give the origin of a holder's commitment, or of a figure's statement."""
    statement = None if holder == AUTHOR else next((s for s in reading.statements if s.id == holder), None)
    if statement is None:
        return Origin(OWN_VOICE, identified=True)
    entity = _entity(statement, reading)
    if entity is None:
        return Origin(statement.source_kind, identified=False)
    if statement.named or entity.link is not None:
        return Origin(name_of(entity), identified=True)
    parts = (entity.country, entity.sector, statement.source_kind)
    return Origin(" ".join(part for part in parts if part), identified=False)


def count_origins(found: Iterable[Met]) -> tuple[int, int]:
    """Count originating sources as a range, inclusive.

    Copies of one story speak with one voice, and so do reports of one house; reports that share only a part (a merged
    brief) speak with one voice or two. Unidentified sources of one description are one, or one in each line.
    """
    met = sorted(set(found))
    own = [one for one in met if one.origin.name == OWN_VOICE]
    named = len({one.origin for one in met if one.origin.identified and one.origin.name != OWN_VOICE})
    unnamed = [one for one in met if not one.origin.identified]
    fewest = named + _circles([(f"kin {one.kin}", f"house {one.house}") for one in own])
    most = named + _circles([(f"line {one.line}", f"house {one.house}") for one in own])
    return fewest + len({one.origin for one in unnamed}), most + len({(one.origin, one.line) for one in unnamed})


def _circles(marks: Sequence[tuple[Hashable, ...]]) -> int:
    """Count the groups of things that share marks, at one or several removes; "house " alone marks nothing."""
    parent: dict[Hashable, Hashable] = {}

    def root(mark: Hashable) -> Hashable:
        while parent.setdefault(mark, mark) != mark:
            mark = parent[mark]
        return mark

    for first, *others in marks:
        for other in others:
            if other != "house ":
                parent[root(other)] = root(first)
    return len({root(first) for first, *_ in marks})


def _entity(statement: Statement, reading: Reading) -> Entity | None:
    ids = [source.entity for source in statement.sources if source.entity]
    return next((entity for entity in reading.entities if ids and entity.id == ids[0]), None)
