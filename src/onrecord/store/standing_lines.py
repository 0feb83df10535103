"""Lines of copies as they lie in the store: the bands of texts, and the line and kin that each text belongs to."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.store.packing import unpack

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

WITNESSES = 4
"""Texts of one line that a band is kept for: a story in 5,000 copies has some 40 bands, not 200,000."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A text that shares bands with another; `bands` is how many it has in all."""

    text: int
    line: int
    kin: int
    shared: int
    bands: int


def text_of(connection: sqlite3.Connection, text: int) -> str:
    """Read a text."""
    packed = connection.execute("SELECT packed FROM text WHERE id = ?", (text,)).fetchone()[0]
    return unpack(packed).decode("utf-8", "surrogatepass")


def has_line(connection: sqlite3.Connection, text: int) -> bool:
    """Tell whether a text has been joined to the others."""
    return connection.execute("SELECT 1 FROM line WHERE text = ?", (text,)).fetchone() is not None


def candidates_of(connection: sqlite3.Connection, bands: Iterable[int]) -> list[Candidate]:
    """Give the texts that share bands, those that share most first, ties by the texts' keys."""
    rows = connection.execute(
        "SELECT line.text, line.line, line.kin, count(*) AS shared, line.bands FROM json_each(?) AS mine "
        "JOIN band ON band.band = mine.value JOIN line ON line.text = band.text JOIN text ON text.id = line.text "
        "GROUP BY line.text ORDER BY shared DESC, text.key",
        (json.dumps(sorted(bands)),),
    )
    return [Candidate(*row) for row in rows]


def add_line(connection: sqlite3.Connection, text: int, bands: frozenset[int], profile: bytes) -> None:
    """Add a text as a line of its own."""
    connection.execute(
        "INSERT INTO line (text, line, kin, bands, profile) VALUES (?, ?, ?, ?, ?)",
        (text, text, text, len(bands), profile),
    )


def merge_lines(connection: sqlite3.Connection, column: str, one: int, other: int) -> list[int]:
    """Make one line (or kin) of two and give the texts whose name for it changed."""
    kept, gone = sorted((one, other))
    moved = [row[0] for row in connection.execute(f"SELECT text FROM line WHERE {column} = ?", (gone,))]  # noqa: S608
    connection.execute(f"UPDATE line SET {column} = ? WHERE {column} = ?", (kept, gone))  # noqa: S608
    return moved


def add_bands(connection: sqlite3.Connection, text: int, bands: frozenset[int]) -> None:
    """Keep those bands of a text that its line does not have often enough."""
    often = connection.execute(
        "SELECT band.band FROM json_each(?) AS mine JOIN band ON band.band = mine.value "
        "JOIN line ON line.text = band.text WHERE line.line = (SELECT line FROM line WHERE text = ?) "
        "GROUP BY band.band HAVING count(*) >= ?",
        (json.dumps(sorted(bands)), text, WITNESSES),
    )
    known = {row[0] for row in often}
    connection.executemany("INSERT INTO band VALUES (?, ?)", [(band, text) for band in sorted(bands - known)])


def names_of(connection: sqlite3.Connection, text: int) -> tuple[int, int]:
    """Give line and kin of a text."""
    line, kin = connection.execute("SELECT line, kin FROM line WHERE text = ?", (text,)).fetchone()
    return line, kin
