"""The rows to filter by, derived from a reading; the reading itself stays the evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.store.anchors import anchors_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from onrecord.model import Event, Factuality, Place, Reading, Time

STRENGTH = ("CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "CTu", "Uu")
"""Commitments, the strongest affirmation first: what "held at least as probable by someone" is asked against."""


def insert_rows(connection: sqlite3.Connection, reading_id: int, reading: Reading) -> None:
    """Write the rows of a reading that has just been stored."""
    entities = _insert_entities(connection, reading_id, reading)
    keys = {anchor.short: anchor.key for anchor in anchors_of(reading)}
    times, places = {time.id: time for time in reading.times}, {place.id: place for place in reading.places}
    for event in reading.events:
        row = connection.execute(
            "INSERT INTO event VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (reading_id, event.id, keys[event.id], *_event_row(event, times, places)),
        )
        roles = [("actor", p.entity) for p in event.actors] + [("recipient", p.entity) for p in event.recipients]
        pairs = {(role, entities[entity]) for role, entity in roles if entity in entities}
        connection.executemany(
            "INSERT INTO participant VALUES (?, ?, ?)",
            [(row.lastrowid, role, entity) for role, entity in sorted(pairs)],
        )
    for s in reading.statements:
        row = connection.execute(
            "INSERT INTO statement VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)",
            (reading_id, s.id, keys[s.id], s.source_kind, s.named, s.anonymity is not None, s.speech, s.score),
        )
        speakers = sorted({entities[source.entity] for source in s.sources if source.entity in entities})
        connection.executemany("INSERT INTO speaker VALUES (?, ?)", [(row.lastrowid, entity) for entity in speakers])
    connection.executemany(
        "INSERT INTO figure VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(reading_id, f.id, keys[f.id], f.value, f.low, f.high, f.qualifier, f.unit, f.score) for f in reading.figures],
    )


def _insert_entities(connection: sqlite3.Connection, reading_id: int, reading: Reading) -> dict[str, int]:
    ids = {}
    for entity in reading.entities:
        row = connection.execute(
            "INSERT INTO entity VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)",
            (reading_id, entity.id, entity.type, entity.name, entity.link.registry if entity.link else None,
             entity.country, entity.sector),
        )  # fmt: skip
        ids[entity.id] = int(row.lastrowid or 0)
    return ids


def _event_row(event: Event, times: dict[str, Time], places: dict[str, Place]) -> tuple[object, ...]:
    time = times.get(event.time) if event.time else None
    place = next((places[name] for name in event.places if name in places), None)
    author = next((f.value for f in event.factuality if f.holder == "author"), None)
    return (
        event.type, event.quad, event.tense, event.background, author, strongest(event.factuality),
        time.earliest if time else None, time.latest if time else None,
        place.country if place else None, place.lat if place else None, place.lon if place else None, event.score,
    )  # fmt: skip


def strongest(commitments: Iterable[Factuality]) -> str | None:
    """Give the strongest value that any holder commits to."""
    values = [commitment.value for commitment in commitments]
    return min(values, key=STRENGTH.index, default=None)
