"""How figures stand: which of the same thing agree, which contradict, and how a toll developed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3

COLUMNS = (
    "figure.id, figure.key, report.key, report.earliest, coalesce(figure.low, figure.value), "
    "coalesce(figure.high, figure.value), measure.conventional, measure.what, measure.origin, measure.identified, "
    "line.line, line.kin, joined.house"
)
TABLES = (
    "JOIN figure ON figure.id = measure.figure JOIN joined ON joined.reading = figure.reading "
    "JOIN report ON report.id = joined.report JOIN line ON line.text = report.text"
)


class Amount(NamedTuple):
    """A figure as one report gives it; bounds are inclusive, None where open; `day` is the report's first day."""

    figure: int
    key: str
    report: str
    day: str | None
    low: float | None
    high: float | None
    conventional: bool
    what: str | None
    origin: str
    identified: bool
    line: int
    kin: int
    house: str

    def meets(self, other: Amount) -> bool:
        """Tell whether the two ranges have a number in common."""
        below = self.high is not None and other.low is not None and self.high < other.low
        above = other.high is not None and self.low is not None and other.high < self.low
        return not (below or above)

    def contradicts(self, other: Amount) -> bool:
        """Tell whether two figures of one thing and date cannot both be true by what was said, not by convention."""
        return not (self.conventional or other.conventional or self.meets(other))


def tolls_of(connection: sqlite3.Connection, incident: str) -> list[Amount]:
    """Give all tolls of an incident, killed and injured, in order of publication."""
    sql = (
        f"SELECT DISTINCT {COLUMNS} FROM incident JOIN happening ON happening.incident = incident.id "  # noqa: S608
        "JOIN occurrence ON occurrence.happening = happening.id "
        f"JOIN measure ON measure.event = occurrence.event {TABLES} "
        "WHERE incident.key = ? ORDER BY report.earliest, report.key, figure.id"
    )
    return [Amount(*row) for row in connection.execute(sql, (incident,))]


def alike_figures(connection: sqlite3.Connection, figure: int) -> tuple[Amount | None, list[Amount]]:
    """Give a figure's amount, and those that other reports give for the same thing, place and date.

    Tolls are compared with tolls of the same incident on the same day: a toll that rises over days is a development.
    """
    row = connection.execute(
        "SELECT measure.thing, incident.key FROM measure LEFT JOIN occurrence ON occurrence.event = measure.event "
        "LEFT JOIN happening ON happening.id = occurrence.happening "
        "LEFT JOIN incident ON incident.id = happening.incident WHERE measure.figure = ?",
        (figure,),
    ).fetchone()
    if row is None:
        return None, []
    thing, incident = row
    if incident is not None:
        found = tolls_of(connection, incident)
    else:
        # a thing without a name is compared with none
        column, value = ("measure.thing", thing) if thing else ("measure.figure", figure)
        sql = f"SELECT DISTINCT {COLUMNS} FROM measure {TABLES} WHERE {column} = ? ORDER BY report.earliest, report.key"  # noqa: S608
        found = [Amount(*r) for r in connection.execute(sql, (value,))]
    mine = next((one for one in found if one.figure == figure), None)
    dated = bool(thing) and not thing.endswith("|") and incident is None
    if mine is None:
        return None, []
    return mine, [one for one in found if one.what == mine.what and (dated or one.day == mine.day)]
