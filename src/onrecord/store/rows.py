"""The rows to filter by, derived from a reading; the reading itself stays the evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import record_key

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from onrecord.model import Event, Factuality, Reading

STRENGTH = ("CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "CTu", "Uu")
"""Commitments, the strongest affirmation first: what "held at least as probable by someone" is asked against."""


def insert_rows(connection: sqlite3.Connection, reading_id: int, reading: Reading) -> None:
    """Write the rows of a reading that has just been stored."""
    entities = _insert_entities(connection, reading_id, reading)
    for event in reading.events:
        row = connection.execute(
            "INSERT INTO event VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                reading_id,
                event.id,
                record_key(reading.report.text_id, "event", event.trigger),
                *_event_row(event, reading),
            ),
        )
        roles = [("actor", p.entity) for p in event.actors] + [("recipient", p.entity) for p in event.recipients]
        pairs = {(role, entities[entity]) for role, entity in roles if entity in entities}
        connection.executemany(
            "INSERT INTO participant VALUES (?, ?, ?)",
            [(row.lastrowid, role, entity) for role, entity in sorted(pairs)],
        )
    _insert_statements(connection, reading_id, reading, entities)
    _insert_figures(connection, reading_id, reading)


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


def _event_row(event: Event, reading: Reading) -> tuple[object, ...]:
    time = next((t for t in reading.times if t.id == event.time), None)
    place = next((p for p in reading.places if p.id in event.places), None)
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


def _insert_statements(
    connection: sqlite3.Connection, reading_id: int, reading: Reading, entities: dict[str, int]
) -> None:
    for s in reading.statements:
        row = connection.execute(
            "INSERT INTO statement VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)",
            (reading_id, s.id, record_key(reading.report.text_id, "statement", [*s.cue, *s.content]), s.source_kind,
             s.named, s.anonymity is not None, s.speech, s.score),
        )  # fmt: skip
        speakers = sorted({entities[source.entity] for source in s.sources if source.entity in entities})
        connection.executemany("INSERT INTO speaker VALUES (?, ?)", [(row.lastrowid, entity) for entity in speakers])


def _insert_figures(connection: sqlite3.Connection, reading_id: int, reading: Reading) -> None:
    for f in reading.figures:
        key = record_key(reading.report.text_id, "figure", [f.span])
        connection.execute(
            "INSERT INTO figure VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (reading_id, f.id, key, f.value, f.low, f.high, f.qualifier, f.unit, f.score),
        )
