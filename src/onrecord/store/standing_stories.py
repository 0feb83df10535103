"""Which texts are alike, as it lies in the store: found by the heaviest words and by date, never all pairs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

UNDATED = 0
OF_WORD = (
    "SELECT other.text AS text FROM subject AS mine CROSS JOIN subject AS other ON other.word = mine.word "
    "WHERE mine.text = :text"
)


def profile_bytes(connection: sqlite3.Connection, text: int) -> bytes:
    """Read a text's packed profile."""
    return bytes(connection.execute("SELECT profile FROM line WHERE text = ?", (text,)).fetchone()[0])


def set_day(connection: sqlite3.Connection, text: int) -> bool:
    """Note the first day that a report with this text was published; tell whether that changed."""
    old = connection.execute("SELECT day FROM line WHERE text = ?", (text,)).fetchone()[0]
    new = connection.execute(
        "SELECT min(CAST(julianday(substr(report.earliest, 1, 10)) AS INTEGER)) FROM report "
        "JOIN joined ON joined.report = report.id WHERE report.text = ?",
        (text,),
    ).fetchone()[0]
    connection.execute("UPDATE line SET day = ? WHERE text = ?", (new, text))
    return bool(new != old)


def speaks(connection: sqlite3.Connection, text: int) -> bool:
    """Tell whether a text speaks for a happening."""
    return connection.execute("SELECT 1 FROM happening WHERE text = ? LIMIT 1", (text,)).fetchone() is not None


def is_entered(connection: sqlite3.Connection, text: int) -> bool:
    """Tell whether a text can be found by its subjects."""
    return connection.execute("SELECT 1 FROM subject WHERE text = ? LIMIT 1", (text,)).fetchone() is not None


def enter(connection: sqlite3.Connection, text: int, subjects: Iterable[int]) -> None:
    """Let a text be found by its subjects."""
    day = connection.execute("SELECT coalesce(day, ?) FROM line WHERE text = ?", (UNDATED, text)).fetchone()[0]
    connection.executemany("INSERT OR IGNORE INTO subject VALUES (?, ?, ?)", [(word, day, text) for word in subjects])


def withdraw(connection: sqlite3.Connection, text: int) -> set[int]:
    """Undo `enter`, and give the texts that this one was alike with."""
    connection.execute("DELETE FROM subject WHERE text = ?", (text,))
    others = {row[0] for row in connection.execute("SELECT other FROM alike WHERE one = ?", (text,))}
    connection.execute("DELETE FROM alike WHERE one = ?", (text,))
    connection.executemany("DELETE FROM alike WHERE one = ? AND other = ?", [(other, text) for other in others])
    return others


def of_one_subject(connection: sqlite3.Connection, text: int, window: int, least: int) -> list[int]:
    """Give the texts that share at least so many subjects and were published at most so many days before or after.

    What has no date is near every date.
    """
    day = connection.execute("SELECT day FROM subject WHERE text = ? LIMIT 1", (text,)).fetchone()[0]
    near = "" if day == UNDATED else "AND other.day BETWEEN :day - :window AND :day + :window"
    undated = "" if day == UNDATED else f"UNION ALL {OF_WORD} AND other.day = 0"
    rows = connection.execute(
        f"SELECT text FROM ({OF_WORD} {near} {undated}) WHERE text != :text GROUP BY text HAVING count(*) >= :least",  # noqa: S608
        {"text": text, "day": day, "window": window, "least": least},
    )
    return [row[0] for row in rows]


def add_alike(connection: sqlite3.Connection, text: int, others: Sequence[tuple[int, float]]) -> None:
    """Keep how alike a text and others are, in both directions."""
    rows = [(text, other, value) for other, value in others] + [(other, text, value) for other, value in others]
    connection.executemany("INSERT OR REPLACE INTO alike VALUES (?, ?, ?)", rows)


def alike_with(connection: sqlite3.Connection, text: int) -> dict[int, float]:
    """Give the texts that one is alike with."""
    return dict(connection.execute("SELECT other, likeness FROM alike WHERE one = ?", (text,)))


def likeness_within(connection: sqlite3.Connection, texts: Iterable[int], window: int) -> dict[tuple[int, int], float]:
    """Give the likeness of texts published within so many days of each other, each pair once."""
    wanted = set(texts)
    rows = connection.execute(
        "SELECT alike.one, alike.other, alike.likeness FROM json_each(:given) AS a JOIN alike ON alike.one = a.value "
        "JOIN line AS x ON x.text = alike.one JOIN line AS y ON y.text = alike.other WHERE alike.one < alike.other "
        "AND (x.day IS NULL OR y.day IS NULL OR abs(x.day - y.day) <= :window)",
        {"given": json.dumps(sorted(wanted)), "window": window},
    )
    return {(one, other): likeness for one, other, likeness in rows if other in wanted}


def texts_near(connection: sqlite3.Connection, texts: Iterable[int], least: float, window: int) -> set[int]:
    """Give the texts that are this alike with one of these, within so many days."""
    rows = connection.execute(
        "SELECT alike.other FROM json_each(:given) AS a JOIN alike ON alike.one = a.value JOIN line AS x ON "
        "x.text = alike.one JOIN line AS y ON y.text = alike.other WHERE alike.likeness >= :least "
        "AND (x.day IS NULL OR y.day IS NULL OR abs(x.day - y.day) <= :window)",
        {"given": json.dumps(sorted(texts)), "least": least, "window": window},
    )
    return {row[0] for row in rows}
