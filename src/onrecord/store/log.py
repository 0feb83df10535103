"""The hash chain of every write: whoever knows its head can tell that nothing before it was changed.

One transaction is one line. A line holds a digest of all columns of all rows that were written under it.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

GENESIS = bytes(32)
"""What the first line is chained to."""

LOGGED = ("run", "source", "text", "pipeline", "reading", "version", "input", "retry", "judgement")
"""The tables whose every row stands in the log, in the order in which a line's digest takes them."""

_encode = msgspec.msgpack.Encoder().encode


def row_digest(table: str, row: Sequence[object]) -> bytes:
    """SHA-256 of a row: the table's name and all columns, in MessagePack."""
    return hashlib.sha256(_encode([table, *row])).digest()


def digest_of_rows(digests: Iterable[bytes]) -> bytes:
    """SHA-256 of the digests of a line's rows, table by table as in LOGGED, by id."""
    return hashlib.sha256(b"".join(digests)).digest()


def link(previous: bytes, line: tuple[int, str, str, bytes]) -> bytes:
    """Hash one line (seq, at, kind, digest) onto the hash of the line before it."""
    return hashlib.sha256(previous + _encode(line)).digest()


def head_of(connection: sqlite3.Connection) -> tuple[int, bytes]:
    """Give number and hash of the last line; (0, GENESIS) where there is none."""
    row = connection.execute("SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1").fetchone()
    return (int(row[0]), bytes(row[1])) if row else (0, GENESIS)


class Entry:
    """One line of the log while it is being written: rows go in through `add`, `close` writes the line.

    Use it inside the transaction that writes the rows, and only once there.
    """

    def __init__(self, connection: sqlite3.Connection, at: str, kind: str) -> None:
        self.connection, self.at, self.kind = connection, at, kind
        last, self._previous = head_of(connection)
        self.seq = last + 1
        self._digests: dict[str, list[bytes]] = {table: [] for table in LOGGED}

    def add(self, table: str, *values: object) -> int:
        """Insert a row (its columns after id and seq) and give its id."""
        marks = ", ?" * len(values)
        cursor = self.connection.execute(f"INSERT INTO {table} VALUES (NULL, ?{marks})", (self.seq, *values))  # noqa: S608
        new = int(cursor.lastrowid or 0)
        self._digests[table].append(row_digest(table, (new, self.seq, *values)))
        return new

    def close(self) -> None:
        """Write the line."""
        digest = digest_of_rows(one for table in LOGGED for one in self._digests[table])
        line = (self.seq, self.at, self.kind, digest)
        self.connection.execute("INSERT INTO log VALUES (?, ?, ?, ?, ?)", (*line, link(self._previous, line)))
