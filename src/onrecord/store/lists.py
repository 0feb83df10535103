"""Lists of records by filters: one query a list, each newest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from onrecord.store.filters import conditions_of

if TYPE_CHECKING:
    import sqlite3

    from onrecord.store.filters import Conditions, Filters

NAMED = "(entity.actor = :actor OR entity.name = :actor COLLATE NOCASE)"
HAPPENED = (
    "JOIN occurrence ON occurrence.event = event.id JOIN happening ON happening.id = occurrence.happening "
    "JOIN incident ON incident.id = happening.incident"
)
SPOKE = (
    "EXISTS (SELECT 1 FROM voice JOIN statement ON statement.reading = event.reading "
    "AND statement.short = voice.holder WHERE voice.event = event.id AND {})"
)


@dataclass(frozen=True, slots=True)
class Shape:
    """How a list is made: its tables, its order, and where conditions on events, statements, incidents and actors go.

    Each of the latter is a condition with {} for what is asked of that table; empty where the list does not know it.
    """

    columns: str
    tables: str
    order: str
    event: str
    statement: str
    incident: str
    actor: str
    report: str = "{}"


SHAPES = {
    "statements": Shape(
        "statement.id, statement.key, statement.short, reading.id, report.id",
        "statement JOIN reading ON reading.id = statement.reading JOIN report ON report.reading = reading.id",
        "report.earliest DESC, report.key, statement.id",
        event=(
            "EXISTS (SELECT 1 FROM voice JOIN event ON event.id = voice.event WHERE voice.holder = statement.short "
            "AND event.reading = statement.reading AND {})"
        ),
        statement="{}",
        incident=(
            f"EXISTS (SELECT 1 FROM voice JOIN event ON event.id = voice.event {HAPPENED} "  # noqa: S608
            "WHERE voice.holder = statement.short AND event.reading = statement.reading AND {})"
        ),
        actor=(
            f"statement.id IN (SELECT speaker.statement FROM entity JOIN speaker ON speaker.entity = entity.id "  # noqa: S608
            f"WHERE {NAMED})"
        ),
    ),
    "events": Shape(
        "event.id, event.key, event.short, reading.id, report.id",
        "event JOIN reading ON reading.id = event.reading JOIN report ON report.reading = reading.id",
        "report.earliest DESC, report.key, event.id",
        event="{}",
        statement=SPOKE,
        incident="event.id IN (SELECT event.id FROM incident JOIN happening ON happening.incident = incident.id "
        "JOIN occurrence ON occurrence.happening = happening.id JOIN event ON event.id = occurrence.event WHERE {})",
        actor=f"event.id IN (SELECT participant.event FROM entity JOIN participant ON participant.entity = entity.id "  # noqa: S608
        f"WHERE {NAMED})",
    ),
    "figures": Shape(
        "figure.id, figure.key, figure.short, reading.id, report.id",
        "figure JOIN reading ON reading.id = figure.reading JOIN report ON report.reading = reading.id",
        "report.earliest DESC, report.key, figure.id",
        event=(
            "EXISTS (SELECT 1 FROM measure JOIN event ON event.id = measure.event "
            "WHERE measure.figure = figure.id AND {})"
        ),
        statement="",
        incident=f"EXISTS (SELECT 1 FROM measure JOIN event ON event.id = measure.event {HAPPENED} "  # noqa: S608
        "WHERE measure.figure = figure.id AND {})",
        actor=f"figure.reading IN (SELECT entity.reading FROM entity WHERE {NAMED})",  # noqa: S608
    ),
    "incidents": Shape(
        "incident.id, incident.key",
        "incident",
        "coalesce(incident.earliest, '') DESC, incident.key",
        event=(
            "EXISTS (SELECT 1 FROM happening JOIN occurrence ON occurrence.happening = happening.id "
            "JOIN event ON event.id = occurrence.event WHERE happening.incident = incident.id AND {})"
        ),
        statement=(
            "EXISTS (SELECT 1 FROM happening JOIN occurrence ON occurrence.happening = happening.id "  # noqa: S608
            f"JOIN event ON event.id = occurrence.event WHERE happening.incident = incident.id AND {SPOKE})"
        ),
        incident="{}",
        actor=(
            "incident.id IN (SELECT happening.incident FROM entity JOIN participant ON participant.entity = entity.id "  # noqa: S608
            "JOIN occurrence ON occurrence.event = participant.event JOIN happening "
            f"ON happening.id = occurrence.happening WHERE {NAMED})"
        ),
        report=(
            "EXISTS (SELECT 1 FROM happening JOIN occurrence ON occurrence.happening = happening.id JOIN event "
            "ON event.id = occurrence.event JOIN report ON report.reading = event.reading "
            "WHERE happening.incident = incident.id AND {})"
        ),
    ),
    "stories": Shape(
        "story.id, story.key",
        "story AS incident JOIN story ON story.id = incident.id",
        "coalesce(story.latest, '') DESC, story.key",
        event=(
            "EXISTS (SELECT 1 FROM line JOIN reading ON reading.text = line.text "
            "JOIN event ON event.reading = reading.id WHERE line.story = story.id AND {})"
        ),
        statement=(
            "EXISTS (SELECT 1 FROM line JOIN reading ON reading.text = line.text JOIN statement "
            "ON statement.reading = reading.id WHERE line.story = story.id AND {})"
        ),
        incident="{}",
        actor=(
            "story.id IN (SELECT line.story FROM entity JOIN reading ON reading.id = entity.reading JOIN line "  # noqa: S608
            f"ON line.text = reading.text WHERE {NAMED})"
        ),
        report="EXISTS (SELECT 1 FROM line JOIN report ON report.text = line.text WHERE line.story = story.id AND {})",
    ),
}


def find_rows(
    connection: sqlite3.Connection, name: str, filters: Filters, order: str | None = None, known: str | None = None
) -> list[tuple[Any, ...]]:
    """Give the rows of a list (a key of SHAPES) that fit the filters; `known` is a column that must have a value."""
    shape, made = SHAPES[name], conditions_of(filters)
    asked = where(shape, made)
    if known is not None:
        asked = f"{asked} AND {known} IS NOT NULL" if asked else f"WHERE {known} IS NOT NULL"
    sql = (
        f"SELECT {shape.columns} FROM {shape.tables} {asked} ORDER BY {order or shape.order} "  # noqa: S608
        "LIMIT :limit OFFSET :offset"
    )
    return connection.execute(sql, made.values).fetchall()


def where(shape: Shape, made: Conditions) -> str:
    """Put the conditions into the places that a list has for them."""
    groups = (
        (shape.event, made.event), (shape.statement, made.statement), (shape.incident, made.incident),
        (shape.report, made.report),
    )  # fmt: skip
    parts = [place.replace("{}", " AND ".join(asked)) for place, asked in groups if place and asked]
    if made.values.get("actor") is not None:
        parts.append(shape.actor)
    return f"WHERE {' AND '.join(parts)}" if parts else ""
