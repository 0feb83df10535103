"""Everything that a store can be asked, as typed rows; nothing here writes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from onrecord.model.listing import (
    ChangeRow,
    EventRow,
    FigureRow,
    HitRow,
    IncidentRow,
    SourceRow,
    StatementRow,
    StoryRow,
)
from onrecord.model.standing import Standing
from onrecord.store.connection import open_for_reading
from onrecord.store.dump import find_reading
from onrecord.store.filters import Filters, conditions_of
from onrecord.store.lists import SHAPES, find_rows, where
from onrecord.store.passages import passage_of
from onrecord.store.search import find_texts, query_of
from onrecord.store.standing_lines import text_of
from onrecord.store.view_rows import event_row, figure_row, incident_row, statement_row
from onrecord.store.weighing import weight_of_event, weight_of_statement

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.model import Event, Reading

MEMBERS = 12
"""Records of an incident that its row is named by: those of the earliest reports."""
NONE_ASKED = Filters()


class Views:
    """A store that is open for reading. Raises StoreError where it cannot be read."""

    def __init__(self, path: str | Path) -> None:
        self.connection = open_for_reading(path)
        self.reading = lru_cache(maxsize=128)(self._find)

    def _find(self, report: int) -> Reading:
        key = self.connection.execute("SELECT key FROM report WHERE id = ?", (report,)).fetchone()[0]
        reading = find_reading(self.connection, key)
        assert reading is not None  # noqa: S101 - the row of the list says that it is there
        return reading

    def statements(self, filters: Filters = NONE_ASKED) -> list[StatementRow]:
        """List statements, of the newest report first."""
        found = []
        for row, key, short, _, report in find_rows(self.connection, "statements", filters):
            reading = self.reading(report)
            statement = next(s for s in reading.statements if s.id == short)
            found.append(statement_row(str(key), statement, reading, weight_of_statement(self.connection, row)))
        return found

    def events(self, filters: Filters = NONE_ASKED) -> list[EventRow]:
        """List events, of the newest report first."""
        return [self._event(*row) for row in find_rows(self.connection, "events", filters)]

    def _event(self, row: int, key: object, short: object, _: int, report: int) -> EventRow:
        reading = self.reading(report)
        event = next(e for e in reading.events if e.id == short)
        return event_row(str(key), event, reading, weight_of_event(self.connection, row))

    def figures(self, filters: Filters = NONE_ASKED) -> list[FigureRow]:
        """List figures, of the newest report first."""
        found = []
        for row, key, short, _, report in find_rows(self.connection, "figures", filters):
            reading = self.reading(report)
            figure = next(f for f in reading.figures if f.id == short)
            found.append(figure_row(self.connection, row, str(key), figure, reading))
        return found

    def incidents(self, filters: Filters = NONE_ASKED) -> list[IncidentRow]:
        """List incidents, the latest first."""
        return [self.incident(row) for row, *_ in find_rows(self.connection, "incidents", filters)]

    def incident(self, row: int) -> IncidentRow:
        """Give an incident by the number of its row."""
        key, *fields, standing = self.connection.execute(
            "SELECT key, type, earliest, latest, country, standing FROM incident WHERE id = ?", (row,)
        ).fetchone()
        members = self.records_of(row, MEMBERS)
        return incident_row(key, fields, msgspec.json.decode(standing, type=Standing), members)

    def records_of(self, incident: int, limit: int) -> list[EventRow]:
        """Give event records of an incident, of the earliest reports first."""
        rows = self.connection.execute(
            "SELECT event.id, event.key, event.short, event.reading, report.id FROM happening "
            "JOIN occurrence ON occurrence.happening = happening.id JOIN event ON event.id = occurrence.event "
            "JOIN report ON report.reading = event.reading WHERE happening.incident = ? "
            "ORDER BY report.earliest, report.key, event.id LIMIT ?",
            (incident, limit),
        )
        return [self._event(*row) for row in rows.fetchall()]

    def event_in(self, row: EventRow) -> tuple[Reading, Event]:
        """Give an event with the reading that it stands in."""
        short, report = self.connection.execute(
            "SELECT event.short, report.id FROM report JOIN event ON event.reading = report.reading "
            "WHERE report.key = ? AND event.key = ?",
            (row.report, row.id),
        ).fetchone()
        reading = self.reading(report)
        return reading, next(event for event in reading.events if event.id == short)

    def incident_key(self, event: int) -> str | None:
        """Give the incident of an event by the number of its row."""
        return weight_of_event(self.connection, event).incident

    def timeline(self, filters: Filters = NONE_ASKED) -> list[IncidentRow]:
        """List incidents whose day is known in the order in which they happened."""
        rows = find_rows(self.connection, "incidents", filters, "incident.earliest, incident.key", "incident.earliest")
        return [self.incident(row) for row, *_ in rows]

    def stories(self, filters: Filters = NONE_ASKED) -> list[StoryRow]:
        """List stories, the latest first."""
        return [self.story(row) for row, *_ in find_rows(self.connection, "stories", filters)]

    def story(self, row: int) -> StoryRow:
        """Give a story by the number of its row."""
        key, earliest, latest, reports, fewest, most = self.connection.execute(
            "SELECT key, earliest, latest, reports, fewest, most FROM story WHERE id = ?", (row,)
        ).fetchone()
        title = self.connection.execute(
            "SELECT report.title FROM line JOIN report ON report.text = line.text WHERE line.story = ? "
            "ORDER BY report.earliest, report.key LIMIT 1",
            (row,),
        ).fetchone()
        return StoryRow(
            id=key, title=title[0] if title else None, earliest=earliest, latest=latest, reports=reports,
            sources=(fewest, most),
        )  # fmt: skip

    def sources(self, filters: Filters = NONE_ASKED) -> list[SourceRow]:
        """List those who are on record with statements, the most quoted first."""
        shape, made = SHAPES["statements"], conditions_of(filters)
        rows = self.connection.execute(
            "SELECT coalesce(who.actor, who.name), min(who.name), min(statement.source_kind), "  # noqa: S608
            "count(DISTINCT statement.id), count(DISTINCT report.id), min(report.earliest), max(report.earliest) "
            f"FROM {shape.tables} JOIN speaker ON speaker.statement = statement.id "
            f"JOIN entity AS who ON who.id = speaker.entity {where(shape, made)} "
            "GROUP BY 1 ORDER BY 5 DESC, 4 DESC, 1 LIMIT :limit OFFSET :offset",
            made.values,
        )
        names = SourceRow.__struct_fields__
        return [SourceRow(**dict(zip(names, row, strict=True))) for row in rows]

    def search(self, words: str, filters: Filters = NONE_ASKED) -> list[HitRow]:
        """List reports whose text has these words: the best first, the newest first where there are very many."""
        query, made = query_of(words), conditions_of(filters)
        if query is None:
            return []
        condition = f"WHERE {' AND '.join(made.report)}" if made.report else ""
        found = []
        for report, text in find_texts(self.connection, query, condition, made.values):
            key, title, day, publisher = self.connection.execute(
                "SELECT key, title, earliest, publisher FROM report WHERE id = ?", (report,)
            ).fetchone()
            passage = passage_of(text_of(self.connection, text), words)
            found.append(HitRow(id=key, title=title, published=day, publisher=publisher, passage=passage))
        return found

    def changes(self, since: int | str, limit: int = 1000) -> list[ChangeRow]:
        """List what was added after a line of the log, or since a date (ISO, UTC), in the order of the log."""
        column, value = ("log.seq >", since) if isinstance(since, int) else ("log.at >=", since)
        rows = self.connection.execute(
            "SELECT log.seq, log.at, log.kind, coalesce(report.key, judgement.target, input.ref) FROM log "  # noqa: S608
            "LEFT JOIN input ON input.seq = log.seq LEFT JOIN report ON report.id = input.report "
            f"LEFT JOIN judgement ON judgement.seq = log.seq WHERE {column} ? AND log.kind != 'run' "
            "ORDER BY log.seq LIMIT ?",
            (value, limit),
        )
        return [ChangeRow(id=str(seq), seq=seq, at=at, kind=kind, about=about) for seq, at, kind, about in rows]
