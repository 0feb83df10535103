"""Joins each new report to the rest, and settles what it touches, batch by batch.

What comes out depends on the evidence and on people's judgements alone, not on the order in which they came.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, TypeVar

import msgspec
from msgspec.structs import astuple

from onrecord.errors import StoreError
from onrecord.jobs.standing.components import settle_incidents, settle_stories
from onrecord.jobs.standing.lines import Lines
from onrecord.jobs.standing.speakers import choose_speakers
from onrecord.jobs.standing.touched import Touched
from onrecord.standing.credit import credit_of
from onrecord.standing.happenings import happenings_of
from onrecord.standing.measures import measures_of
from onrecord.standing.origin import origin_of
from onrecord.store import standing_events as events
from onrecord.store import standing_reports as reports
from onrecord.store.standing_lines import has_line
from onrecord.store.standing_stories import set_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.model import Reading
    from onrecord.store.standing_reports import Pending

Outcome = TypeVar("Outcome")
BATCH = 100
"""Reports that are joined before what they touched is settled, in one transaction."""
BEHIND = "The reports are stored; their standing is caught up with by the next run."
_pack = msgspec.msgpack.Encoder(order="sorted").encode


class Keeper:
    """Keeps the standing of a store that is open for writing."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection, self.lines = connection, Lines(connection)

    def catch_up(self, batch: int = BATCH) -> int:
        """Join all reports and judgements that are not joined yet; give the number of the reports.

        A run that is cut off goes on where its last batch ended. Raises StoreError where the store cannot be written.
        """
        number = 0
        while True:
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                found = reports.pending(self.connection, batch)
                self._settle(found)
                self.connection.execute("COMMIT")
            except sqlite3.Error as error:
                raise StoreError(self._path(), str(error), BEHIND) from error
            finally:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
            number += len(found)
            if len(found) < batch:
                return number

    def _path(self) -> str:
        return str(self.connection.execute("PRAGMA database_list").fetchone()[2])

    def _settle(self, batch: list[Pending]) -> None:
        touched = Touched()
        for report in batch:
            self._join(report, touched)
        touched.happenings |= reports.take_decisions(self.connection)
        choose_speakers(self.connection, touched)
        settle_incidents(self.connection, touched)
        settle_stories(self.connection, touched)

    def _join(self, report: Pending, touched: Touched) -> None:
        known = reports.is_joined(self.connection, report.reading_id)
        reports.note_joined(self.connection, report, credit_of(report.reading.report))
        if report.replaced is not None and not reports.is_joined(self.connection, report.replaced):
            touched.occurrences |= events.forget_reading(self.connection, report.replaced)
        if not has_line(self.connection, report.text):
            touched.texts |= self.lines.join(report.text, report.reading.report.text)
        touched.texts.add(report.text)
        if set_day(self.connection, report.text):
            touched.redated.add(report.text)
        if not known:
            touched.occurrences |= self._add_records(report.reading_id, report.reading)

    def _add_records(self, reading_id: int, reading: Reading) -> set[int]:
        rows = events.event_ids(self.connection, reading_id)
        happenings = happenings_of(reading)
        named = {place.id: [name for name in (place.name, place.admin1) if name] for place in reading.places}
        found = set()
        for event in reading.events:
            row, happening = rows[event.id], happenings[event.id]
            found.add(events.add_occurrence(self.connection, row, happening.key, _pack(happening)))
            events.add_spots(self.connection, row, [name for place in event.places for name in named.get(place, [])])
            held = [(one.holder, one.value, origin_of(one.holder, reading)) for one in event.factuality]
            events.add_voices(self.connection, row, [(h, value, o.name, o.identified) for h, value, o in held])
        reports.add_measures(self.connection, reading_id, rows, map(astuple, measures_of(reading)))
        return found


def keep_up(connection: sqlite3.Connection, outcomes: Iterable[Outcome], batch: int = BATCH) -> Iterator[Outcome]:
    """Pass on what becomes of inputs that are being stored, and keep the standing up with them.

    Use it inside the writer's run; what a run that was cut off left behind is caught up with first.
    """
    keeper = Keeper(connection)
    for number, outcome in enumerate(outcomes):
        if number % batch == 0:
            keeper.catch_up(batch)
        yield outcome
    keeper.catch_up(batch)
