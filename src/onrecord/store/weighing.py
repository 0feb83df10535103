"""The standing of single records, as lists show it beside each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from onrecord.model.standing import VALUE_OF, Standing

if TYPE_CHECKING:
    import sqlite3


class Weight(NamedTuple):
    """n reports, originating sources as a range, how many at most hold the opposite; `incident` is what it is of."""

    reports: int = 1
    sources: tuple[int, int] = (1, 1)
    opposing: int = 0
    incident: str | None = None
    value: str | None = None


def weight_of_event(connection: sqlite3.Connection, event: int) -> Weight:
    """Give the standing of the incident that an event record belongs to."""
    row = connection.execute(
        "SELECT incident.reports, incident.fewest, incident.most, incident.opposing, incident.key FROM occurrence "
        "JOIN happening ON happening.id = occurrence.happening JOIN incident ON incident.id = happening.incident "
        "WHERE occurrence.event = ?",
        (event,),
    ).fetchone()
    return Weight(row[0], (row[1], row[2]), row[3], row[4]) if row else Weight()


def weight_of_statement(connection: sqlite3.Connection, statement: int) -> Weight:
    """Give how what a statement holds of its first event stands: who else holds it, and who the opposite."""
    row = connection.execute(
        "SELECT voice.value, incident.standing, incident.key FROM statement "
        "JOIN event ON event.reading = statement.reading "
        "JOIN voice ON voice.event = event.id AND voice.holder = statement.short "
        "JOIN occurrence ON occurrence.event = event.id JOIN happening ON happening.id = occurrence.happening "
        "JOIN incident ON incident.id = happening.incident WHERE statement.id = ? AND voice.value NOT IN ('Uu', 'CTu') "
        "ORDER BY event.id LIMIT 1",
        (statement,),
    ).fetchone()
    if row is None:
        return Weight()
    value, standing = VALUE_OF[row[0]], msgspec.json.decode(row[1], type=Standing)
    held = next((one for one in standing.support if one.value == value), None)
    others = [one.sources[1] for one in standing.support if (one.value == "denied") != (value == "denied")]
    # the sources of several values may be the same ones: the largest group is a safe lower bound of all
    against = max(others, default=0)
    return Weight(held.reports, held.sources, against, row[2], row[0]) if held else Weight(value=row[0])
