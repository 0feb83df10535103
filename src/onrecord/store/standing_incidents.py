"""Incidents and stories as they lie in the store: what belongs together, and who speaks for it."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from onrecord.model.standing import Standing

SpokenRow = tuple[str, str, str, int, int, int, str]
"""Report, value, origin, whether identified, line, kin, house."""


def incidents_of(connection: sqlite3.Connection, happenings: Iterable[int]) -> dict[int, set[int]]:
    """Give the incidents that these happenings belong to now, each with all its happenings."""
    rows = connection.execute(
        "SELECT DISTINCT incident FROM happening JOIN json_each(?) AS j ON j.value = happening.id "
        "WHERE incident IS NOT NULL",
        (json.dumps(sorted(happenings)),),
    ).fetchall()
    members = defaultdict(set)
    for (incident,) in rows:
        found = connection.execute("SELECT id FROM happening WHERE incident = ?", (incident,))
        members[incident] = {row[0] for row in found}
    return dict(members)


def keys_of(connection: sqlite3.Connection, happenings: Iterable[int]) -> dict[int, str]:
    """Give the keys of happenings that some text speaks for."""
    rows = connection.execute(
        "SELECT happening.id, happening.key FROM happening JOIN json_each(?) AS j ON j.value = happening.id "
        "WHERE happening.text IS NOT NULL",
        (json.dumps(sorted(happenings)),),
    )
    return dict(rows)


SMALLEST_KEY = (
    "SELECT min(event.key) FROM json_each(?) AS j JOIN occurrence ON occurrence.happening = j.value "
    "JOIN event ON event.id = occurrence.event"
)


def keeps_key(connection: sqlite3.Connection, incident: int, happenings: Iterable[int]) -> bool:
    """Tell whether an incident still has the key that its records give it."""
    key = connection.execute("SELECT key FROM incident WHERE id = ?", (incident,)).fetchone()[0]
    smallest = connection.execute(SMALLEST_KEY, (json.dumps(sorted(happenings)),)).fetchone()[0]
    return bool(key == f"i{smallest}")


def drop_incident(connection: sqlite3.Connection, incident: int) -> None:
    """Take an incident away; its happenings belong to none."""
    connection.execute("UPDATE happening SET incident = NULL WHERE incident = ?", (incident,))
    connection.execute("DELETE FROM incident WHERE id = ?", (incident,))


def add_incident(connection: sqlite3.Connection, happenings: Sequence[int]) -> int:
    """Make an incident of happenings; its standing is not known yet."""
    given = json.dumps(sorted(happenings))
    key = connection.execute(SMALLEST_KEY, (given,)).fetchone()[0]
    row = connection.execute(
        "INSERT INTO incident (key, type, reports, fewest, most, opposing, standing) VALUES (?, '', 0, 0, 0, 0, '{}')",
        (f"i{key}",),
    )
    connection.execute(
        "UPDATE happening SET incident = ? WHERE id IN (SELECT value FROM json_each(?))", (row.lastrowid, given)
    )
    return int(row.lastrowid or 0)


def spoken(connection: sqlite3.Connection, incident: int) -> list[SpokenRow]:
    """Give everybody who commits to an event of an incident, in which report."""
    return connection.execute(
        "SELECT DISTINCT report.key, voice.value, voice.origin, voice.identified, line.line, line.kin, joined.house "
        "FROM happening JOIN occurrence ON occurrence.happening = happening.id "
        "JOIN event ON event.id = occurrence.event JOIN voice ON voice.event = event.id "
        "JOIN joined ON joined.reading = event.reading JOIN report ON report.id = joined.report "
        "JOIN line ON line.text = report.text WHERE happening.incident = ?",
        (incident,),
    ).fetchall()


def set_standing(connection: sqlite3.Connection, incident: int, standing: Standing) -> None:
    """Write how an incident stands, and when, where and of what type it is by most of its records."""
    events = connection.execute(
        "SELECT event.type, event.earliest, event.latest, event.country, count(*) FROM happening "
        "JOIN occurrence ON occurrence.happening = happening.id JOIN event ON event.id = occurrence.event "
        "WHERE happening.incident = ? GROUP BY 1, 2, 3, 4",
        (incident,),
    ).fetchall()
    connection.execute(
        "UPDATE incident SET type = ?, earliest = ?, latest = ?, country = ?, reports = ?, fewest = ?, most = ?, "
        "opposing = ?, standing = ? WHERE id = ?",
        (
            _most((row[0], row[4]) for row in events), _most((row[1], row[4]) for row in events if row[1]),
            _most((row[2], row[4]) for row in events if row[2]), _most((row[3], row[4]) for row in events if row[3]),
            standing.reports, *standing.sources, standing.opposing[1], msgspec.json.encode(standing).decode(), incident,
        ),
    )  # fmt: skip


def incidents_of_texts(connection: sqlite3.Connection, texts: Iterable[int]) -> set[int]:
    """Give the incidents that events of these texts belong to."""
    rows = connection.execute(
        "SELECT DISTINCT happening.incident FROM json_each(?) AS j JOIN reading ON reading.text = j.value "
        "JOIN event ON event.reading = reading.id JOIN occurrence ON occurrence.event = event.id "
        "JOIN happening ON happening.id = occurrence.happening WHERE happening.incident IS NOT NULL",
        (json.dumps(sorted(texts)),),
    )
    return {row[0] for row in rows}


def stories_of(connection: sqlite3.Connection, texts: Iterable[int]) -> dict[int, set[int]]:
    """Give the stories that these texts speak for now, each with all texts that do."""
    rows = connection.execute(
        "SELECT story, text FROM line WHERE story IN (SELECT line.story FROM json_each(?) AS j "
        "JOIN line ON line.text = j.value)",
        (json.dumps(sorted(texts)),),
    )
    members: defaultdict[int, set[int]] = defaultdict(set)
    for story, text in rows:
        members[story].add(text)
    return dict(members)


def stories_of_texts(connection: sqlite3.Connection, texts: Iterable[int]) -> set[int]:
    """Give the stories that these texts or copies of them belong to."""
    rows = connection.execute(
        "SELECT DISTINCT other.story FROM json_each(?) AS j JOIN line AS mine ON mine.text = j.value "
        "JOIN line AS other ON other.line = mine.line WHERE other.story IS NOT NULL",
        (json.dumps(sorted(texts)),),
    )
    return {row[0] for row in rows}


def text_keys(connection: sqlite3.Connection, texts: Iterable[int]) -> dict[int, str]:
    """Give the keys of texts that speak for a happening."""
    rows = connection.execute(
        "SELECT text.id, text.key FROM json_each(?) AS j JOIN text ON text.id = j.value "
        "WHERE EXISTS (SELECT 1 FROM happening WHERE happening.text = text.id)",
        (json.dumps(sorted(texts)),),
    )
    return dict(rows)


def drop_story(connection: sqlite3.Connection, story: int) -> None:
    """Take a story away; its texts belong to none."""
    connection.execute("UPDATE line SET story = NULL WHERE story = ?", (story,))
    connection.execute("DELETE FROM story WHERE id = ?", (story,))


def add_story(connection: sqlite3.Connection, texts: Sequence[int], key: str) -> int:
    """Make a story of texts."""
    row = connection.execute("INSERT INTO story (key, reports, fewest, most) VALUES (?, 0, 0, 0)", (key,))
    given = json.dumps(sorted(texts))
    connection.execute(
        "UPDATE line SET story = ? WHERE text IN (SELECT value FROM json_each(?))", (row.lastrowid, given)
    )
    return int(row.lastrowid or 0)


def printed(connection: sqlite3.Connection, story: int) -> list[tuple[str, str | None, int, int, str]]:
    """Give the reports of a story: id, first day, line, kin, house; copies of its texts among them."""
    return connection.execute(
        "SELECT DISTINCT report.key, report.earliest, line.line, line.kin, joined.house FROM line "
        "JOIN report ON report.text = line.text JOIN joined ON joined.report = report.id "
        "WHERE line.line IN (SELECT line FROM line WHERE story = ?)",
        (story,),
    ).fetchall()


def set_story(
    connection: sqlite3.Connection, story: int, days: Sequence[str], reports: int, sources: tuple[int, int]
) -> None:
    """Write from when to when a story was told, and by how many."""
    connection.execute(
        "UPDATE story SET earliest = ?, latest = ?, reports = ?, fewest = ?, most = ? WHERE id = ?",
        (min(days, default=None), max(days, default=None), reports, *sources, story),
    )


def _most(counted: Iterable[tuple[str, int]]) -> str | None:
    """Give what most records say, the first in order of those that are as frequent."""
    totals: defaultdict[str, int] = defaultdict(int)
    for value, number in counted:
        totals[value] += number
    return min(totals, key=lambda value: (-totals[value], value), default=None)
