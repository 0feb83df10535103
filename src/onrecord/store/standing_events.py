"""Happenings as they lie in the store: where each occurs, which text speaks for it, what it is linked with."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

VoiceRow = tuple[str, str, str, bool]
"""Holder, value, name of the origin, whether that is identified."""


def event_ids(connection: sqlite3.Connection, reading: int) -> dict[str, int]:
    """Give the rows of a reading's events by their short ids."""
    return dict(connection.execute("SELECT short, id FROM event WHERE reading = ?", (reading,)))


def add_occurrence(connection: sqlite3.Connection, event: int, key: str, packed: bytes) -> int:
    """Note that an event record is an occurrence of a happening, which is made where it is new; give that one's id."""
    connection.execute("INSERT OR IGNORE INTO happening (key, packed) VALUES (?, ?)", (key, packed))
    happening = int(connection.execute("SELECT id FROM happening WHERE key = ?", (key,)).fetchone()[0])
    connection.execute("INSERT INTO occurrence VALUES (?, ?)", (event, happening))
    return happening


def add_voices(connection: sqlite3.Connection, event: int, voices: Iterable[VoiceRow]) -> None:
    """Note who commits to an event."""
    connection.executemany("INSERT OR REPLACE INTO voice VALUES (?, ?, ?, ?, ?)", [(event, *voice) for voice in voices])


def add_spots(connection: sqlite3.Connection, event: int, names: Iterable[str]) -> None:
    """Note the names of an event's places."""
    rows = [(name.lower(), event) for name in names]
    connection.executemany("INSERT OR IGNORE INTO spot VALUES (?, ?)", rows)


def forget_reading(connection: sqlite3.Connection, reading: int) -> set[int]:
    """Take away what was derived from a reading that no report shows any more, and give its happenings."""
    events = "SELECT id FROM event WHERE reading = ?"
    rows = connection.execute(f"SELECT DISTINCT happening FROM occurrence WHERE event IN ({events})", (reading,))  # noqa: S608
    happenings = {row[0] for row in rows}
    for table in ("occurrence", "voice", "spot"):
        connection.execute(f"DELETE FROM {table} WHERE event IN ({events})", (reading,))  # noqa: S608
    connection.execute("DELETE FROM measure WHERE figure IN (SELECT id FROM figure WHERE reading = ?)", (reading,))
    return happenings


def choose_speakers(
    connection: sqlite3.Connection, happenings: Iterable[int]
) -> dict[int, tuple[int | None, int | None]]:
    """Choose the text that speaks for each happening, and give for those that changed the old and the new one."""
    changed = {}
    for happening in sorted(happenings):
        old = connection.execute("SELECT text FROM happening WHERE id = ?", (happening,)).fetchone()[0]
        row = connection.execute(
            "SELECT text.id FROM occurrence JOIN event ON event.id = occurrence.event JOIN reading ON "
            "reading.id = event.reading JOIN text ON text.id = reading.text WHERE occurrence.happening = ? "
            "ORDER BY text.key LIMIT 1",
            (happening,),
        ).fetchone()
        new = row[0] if row else None
        if new != old:
            connection.execute("UPDATE happening SET text = ? WHERE id = ?", (new, happening))
            changed[happening] = (old, new)
    return changed


def speakers_of(connection: sqlite3.Connection, happenings: Iterable[int]) -> list[tuple[int, int]]:
    """Give the text that speaks for each of these happenings, where there is one, and the happening."""
    return connection.execute(
        "SELECT happening.text, happening.id FROM json_each(?) AS j JOIN happening ON happening.id = j.value "
        "WHERE happening.text IS NOT NULL ORDER BY 1, 2",
        (json.dumps(sorted(happenings)),),
    ).fetchall()


def happenings_for(connection: sqlite3.Connection, texts: Iterable[int]) -> Iterator[tuple[int, int, bytes]]:
    """Give text, id and packed happening of all that these texts speak for."""
    return connection.execute(
        "SELECT happening.text, happening.id, happening.packed FROM json_each(?) AS given "
        "JOIN happening ON happening.text = given.value",
        (json.dumps(sorted(texts)),),
    )


def drop_links(connection: sqlite3.Connection, happenings: Iterable[int]) -> set[int]:
    """Take away all links of these happenings and give those at the other ends."""
    ends: set[int] = set()
    for happening in happenings:
        others = [row[0] for row in connection.execute("SELECT other FROM link WHERE one = ?", (happening,))]
        connection.execute("DELETE FROM link WHERE one = ?", (happening,))
        connection.executemany("DELETE FROM link WHERE one = ? AND other = ?", [(one, happening) for one in others])
        ends.update(others)
    return ends


def add_links(connection: sqlite3.Connection, links: Sequence[tuple[int, int, float, str]]) -> None:
    """Keep scored pairs, in both directions."""
    rows = [*links, *((other, one, score, reasons) for one, other, score, reasons in links)]
    connection.executemany("INSERT OR REPLACE INTO link VALUES (?, ?, ?, ?)", rows)


def linked_with(connection: sqlite3.Connection, happenings: Iterable[int], threshold: float) -> set[int]:
    """Give what links of at least this score or people's decisions join to these happenings."""
    given = json.dumps(sorted(happenings))
    rows = connection.execute(
        "SELECT link.other FROM json_each(?) AS given JOIN link ON link.one = given.value WHERE link.score >= ?",
        (given, threshold),
    )
    return {row[0] for row in rows} | {other for _, other, must in decided(connection, happenings) if must}


def decided(connection: sqlite3.Connection, happenings: Iterable[int]) -> list[tuple[int, int, bool]]:
    """Give people's decisions on these happenings: one of them, another, and whether they must or cannot be one."""
    if connection.execute("SELECT 1 FROM decision LIMIT 1").fetchone() is None:
        return []
    pairs = "SELECT one, other, must FROM decision UNION ALL SELECT other, one, must FROM decision"
    rows = connection.execute(
        f"WITH pair (one, other, must) AS ({pairs}) SELECT DISTINCT mine.happening, theirs.happening, pair.must "  # noqa: S608
        "FROM pair JOIN event AS e ON e.key = pair.one JOIN occurrence AS mine ON mine.event = e.id "
        "JOIN event AS o ON o.key = pair.other JOIN occurrence AS theirs ON theirs.event = o.id "
        "JOIN json_each(?) AS given ON given.value = mine.happening ORDER BY 1, 2, 3",
        (json.dumps(sorted(happenings)),),
    )
    return [(one, other, bool(must)) for one, other, must in rows]


def scores_within(connection: sqlite3.Connection, happenings: Iterable[int]) -> dict[tuple[int, int], float]:
    """Give the scores of all links among these happenings, each pair once."""
    wanted = set(happenings)
    rows = connection.execute(
        "SELECT link.one, link.other, link.score FROM json_each(?) AS a JOIN link ON link.one = a.value "
        "WHERE link.one < link.other",
        (json.dumps(sorted(wanted)),),
    )
    return {(one, other): score for one, other, score in rows if other in wanted}


def told_apart(connection: sqlite3.Connection, happenings: Iterable[int]) -> list[tuple[int, int]]:
    """Give the pairs of these happenings that a text which speaks for one of them tells as two."""
    rows = connection.execute(
        "WITH given AS MATERIALIZED (SELECT happening.id, happening.text FROM json_each(?) AS j "
        "JOIN happening ON happening.id = j.value), speaker AS MATERIALIZED (SELECT DISTINCT text FROM given) "
        "SELECT DISTINCT reading.id, given.id FROM given JOIN occurrence ON occurrence.happening = given.id "
        "JOIN event ON event.id = occurrence.event JOIN reading ON reading.id = event.reading "
        "JOIN speaker ON speaker.text = reading.text ORDER BY 1, 2",
        (json.dumps(sorted(happenings)),),
    )
    within: dict[int, list[int]] = {}
    for reading, happening in rows:
        within.setdefault(reading, []).append(happening)
    return sorted({(one, two) for told in within.values() for i, one in enumerate(told) for two in told[i + 1 :]})
