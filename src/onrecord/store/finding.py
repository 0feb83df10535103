"""Opens what an id names: a record, an incident by any name that it ever had, a story, a report."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from onrecord.errors import OptionError
from onrecord.model.event import AUTHOR
from onrecord.model.shown import (
    IncidentShown,
    LinkShown,
    RecordShown,
    ReportShown,
    Shown,
    StoryShown,
    TollShown,
    VoiceShown,
)
from onrecord.store.amounts import tolls_of
from onrecord.store.view_rows import OWN_VOICE, quote, source_words

if TYPE_CHECKING:
    import sqlite3

    from onrecord.model import Reading, Span
    from onrecord.model.event import Event
    from onrecord.model.listing import EventRow
    from onrecord.store.views import Views

SHORTEST = 6
"""Characters that an id may be shortened to where no other begins like it."""
MOST_MEMBERS = 1000
MOST_LINKS = 200
RECORDS = {"event": "events", "statement": "statements", "figure": "figures"}


def show(views: Views, given: str) -> Shown:
    """Open an id or the beginning of one. Raises OptionError where it names nothing, or more than one thing."""
    if given.startswith("i"):
        incident = _incident_of(views.connection, given[1:])
        if incident is not None:
            return _show_incident(views, incident)
    if given.startswith("t") and (found := _keys(views.connection, "story", given)):
        return _show_story(views, _one(found, given)[0])
    if given.startswith("sha256:") and (found := _keys(views.connection, "report", given)):
        return views.reading(_one(found, given)[0])
    for table, field in RECORDS.items():
        if found := _keys(views.connection, table, given):
            return _show_record(views, table, field, _one(found, given))
    raise OptionError(_ID, given, "an id as the lists of this store show it, in their last column")


_ID = "id"


def _keys(connection: sqlite3.Connection, table: str, given: str) -> list[tuple[int, str]]:
    if len(given) < SHORTEST:
        return []
    sql = f"SELECT max(id), key FROM {table} WHERE key >= ? AND key < ? GROUP BY key LIMIT 2"  # noqa: S608
    return connection.execute(sql, (given, given + "~")).fetchall()


def _one(found: list[tuple[int, str]], given: str) -> tuple[int, str]:
    if len(found) > 1:
        raise OptionError(_ID, given, f"more of it: {found[0][1]} and {found[1][1]} both begin so")
    return found[0]


def _incident_of(connection: sqlite3.Connection, record: str) -> int | None:
    """Find the incident that a record belongs to: an incident's name is the key of one of its records, for good."""
    found = _keys(connection, "event", record)
    if not found:
        return None
    row = connection.execute(
        "SELECT happening.incident FROM event JOIN occurrence ON occurrence.event = event.id "
        "JOIN happening ON happening.id = occurrence.happening WHERE event.key = ? LIMIT 1",
        (_one(found, record)[1],),
    ).fetchone()
    return int(row[0]) if row and row[0] is not None else None


def _show_record(views: Views, table: str, field: str, found: tuple[int, str]) -> RecordShown:
    row, key = found
    short, report = views.connection.execute(
        f"SELECT {table}.short, report.id FROM {table} JOIN report ON report.reading = {table}.reading "  # noqa: S608
        f"WHERE {table}.key = ? ORDER BY report.earliest, report.key LIMIT 1",
        (key,),
    ).fetchone() or (None, None)
    if short is None:
        raise OptionError(_ID, key, "a record of a reading that is shown; a newer version took its place")
    reading = views.reading(report)
    record = next(one for one in getattr(reading, field) if one.id == short)
    spans: dict[str, list[Span]] = {
        "event": getattr(record, "trigger", []),
        "statement": [*getattr(record, "cue", []), *getattr(record, "content", [])],
        "figure": [record.span] if table == "figure" else [],
    }
    incident = views.incident_key(row) if table == "event" else None
    return RecordShown(
        id=key, kind=table, record=record, words=sorted(spans[table]), reading=reading, incident=incident
    )


def _show_incident(views: Views, incident: int) -> IncidentShown:
    row = views.incident(incident)
    records = views.records_of(incident, MOST_MEMBERS)
    tolls = [
        TollShown(what=t.what or "", published=t.day, low=t.low, high=t.high, record=t.key)
        for t in tolls_of(views.connection, row.id)
    ]
    return IncidentShown(
        row=row, records=records, voices=_voices(views, records), tolls=tolls,
        links=_links(views.connection, incident),
    )  # fmt: skip


def _voices(views: Views, records: list[EventRow]) -> list[VoiceShown]:
    found = []
    for row in records:
        reading, event = views.event_in(row)
        for held in event.factuality:
            if held.value not in {"Uu", "CTu"}:
                found.append(_voice(row, reading, event, held.holder, held.value))  # noqa: PERF401 - reads better so
    return found


def _voice(row: EventRow, reading: Reading, event: Event, holder: str, value: str) -> VoiceShown:
    said = next((s for s in reading.statements if s.id == holder), None) if holder != AUTHOR else None
    return VoiceShown(
        value=value,
        source=source_words(said, reading) if said else OWN_VOICE,
        words=quote(reading, [*said.cue, *said.content]) if said else quote(reading, event.trigger[:1]),
        published=row.published,
        publisher=row.publisher,
        record=row.id,
    )


def _links(connection: sqlite3.Connection, incident: int) -> list[LinkShown]:
    key = (
        "(SELECT min(event.key) FROM occurrence JOIN event ON event.id = occurrence.event "
        "WHERE occurrence.happening = {})"
    )
    rows = connection.execute(
        f"SELECT {key.format('link.one')}, {key.format('link.other')}, link.score, link.reasons FROM happening AS a "  # noqa: S608
        "JOIN link ON link.one = a.id JOIN happening AS b ON b.id = link.other AND b.incident = a.incident "
        "WHERE a.incident = ? AND link.one < link.other ORDER BY link.score DESC, 1, 2 LIMIT ?",
        (incident, MOST_LINKS),
    )
    return [LinkShown(one=a, other=b, score=score, reasons=json.loads(reasons)) for a, b, score, reasons in rows]


def _show_story(views: Views, story: int) -> StoryShown:
    rows = views.connection.execute(
        "SELECT DISTINCT report.key, report.title, report.earliest, report.publisher, joined.house, "
        "(SELECT first.key FROM line AS other JOIN report AS first ON first.text = other.text "
        "WHERE other.line = line.line ORDER BY first.earliest, first.key LIMIT 1) FROM line "
        "JOIN report ON report.text = line.text JOIN joined ON joined.report = report.id "
        "WHERE line.line IN (SELECT line FROM line WHERE story = ?) ORDER BY report.earliest, report.key LIMIT ?",
        (story, MOST_MEMBERS),
    )
    reports = [
        ReportShown(id=key, title=title, published=day, publisher=publisher, house=house, line=line)
        for key, title, day, publisher, house, line in rows
    ]
    incidents = views.connection.execute(
        "SELECT DISTINCT happening.incident FROM line JOIN happening ON happening.text = line.text "
        "JOIN incident ON incident.id = happening.incident WHERE line.story = ? "
        "ORDER BY incident.reports DESC, incident.key LIMIT 50",
        (story,),
    ).fetchall()
    return StoryShown(row=views.story(story), reports=reports, incidents=[views.incident(row[0]) for row in incidents])
