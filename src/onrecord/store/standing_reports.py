"""Which reports are joined to the rest, and what people decided about pairs of records."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.store.dump import find_reading
from onrecord.store.judgement import standing_judgements

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from onrecord.model import Reading


@dataclass(frozen=True, slots=True)
class Pending:
    """A report whose shown reading is not joined yet; `replaced` is the reading that it was joined with before."""

    id: int
    text: int
    reading_id: int
    replaced: int | None
    reading: Reading


MeasureRow = tuple[str, str, str | None, str | None, bool, str, bool]
"""Figure (short id), thing, event whose toll it is (short id), killed or injured, conventional, origin, identified."""


def pending(connection: sqlite3.Connection, limit: int) -> list[Pending]:
    """Give reports that are not joined, in the order of their rows."""
    rows = connection.execute(
        "SELECT report.id, report.key, report.text, report.reading, joined.reading FROM report "
        "LEFT JOIN joined ON joined.report = report.id WHERE report.reading IS NOT NULL "
        "AND joined.reading IS NOT report.reading ORDER BY report.id LIMIT ?",
        (limit,),
    ).fetchall()
    found = []
    for report, key, text, reading_id, replaced in rows:
        reading = find_reading(connection, key)
        if reading is not None:
            found.append(Pending(report, text, reading_id, replaced, reading))
    return found


def is_joined(connection: sqlite3.Connection, reading: int) -> bool:
    """Tell whether some report is joined with this reading."""
    return connection.execute("SELECT 1 FROM joined WHERE reading = ? LIMIT 1", (reading,)).fetchone() is not None


def note_joined(connection: sqlite3.Connection, report: Pending, credit: str | None) -> None:
    """Note that a report is joined, and of which house it is."""
    house = credit or (report.reading.report.publisher or "").strip().lower()
    connection.execute("INSERT OR REPLACE INTO joined VALUES (?, ?, ?)", (report.id, report.reading_id, house))


def add_measures(
    connection: sqlite3.Connection, reading: int, events: dict[str, int], measures: Iterable[MeasureRow]
) -> None:
    """Note what the figures of a reading are figures of."""
    rows = dict(connection.execute("SELECT short, id FROM figure WHERE reading = ?", (reading,)))
    connection.executemany(
        "INSERT INTO measure VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(rows[figure], thing, events.get(event or ""), *rest) for figure, thing, event, *rest in measures],
    )


def take_decisions(connection: sqlite3.Connection) -> set[int]:
    """Bring the decisions on pairs up to what the judgements say, and give the happenings that this touches.

    A judgement of the kind "merge" or "split" is on an event; `after` holds the key of the other in JSON. The later of
    two on one pair stands.
    """
    wanted: dict[tuple[str, str], int] = {}
    for held in standing_judgements(connection):
        judgement = held.judgement
        if judgement.kind in {"merge", "split"} and judgement.after:
            other = str(json.loads(judgement.after))
            pair = (min(judgement.target, other), max(judgement.target, other))
            wanted[pair] = int(judgement.kind == "merge")
    rows = connection.execute("SELECT one, other, must FROM decision")
    there = {(one, other): must for one, other, must in rows}
    changed = {key for pair, _ in wanted.items() ^ there.items() for key in pair}
    if changed:
        connection.execute("DELETE FROM decision")
        connection.executemany("INSERT INTO decision VALUES (?, ?, ?)", [(*p, must) for p, must in wanted.items()])
    found = connection.execute(
        "SELECT occurrence.happening FROM json_each(?) AS j JOIN event ON event.key = j.value "
        "JOIN occurrence ON occurrence.event = event.id",
        (json.dumps(sorted(changed)),),
    )
    return {row[0] for row in found}
