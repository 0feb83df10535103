"""The hash chain of every write: whoever knows its head can tell that nothing before it was changed."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

GENESIS = "0" * 64
"""What the first line is chained to."""


def digest_of(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def link(previous: str, line: tuple[int, str, str, str, str]) -> str:
    """Hash one line (seq, at, kind, key, digest) onto the hash of the line before it."""
    return digest_of("\n".join((previous, *map(str, line))).encode())


def head_of(connection: sqlite3.Connection) -> tuple[int, str]:
    """Give number and hash of the last line; (0, GENESIS) where there is none."""
    row = connection.execute("SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1").fetchone()
    return (int(row[0]), str(row[1])) if row else (0, GENESIS)


def append(connection: sqlite3.Connection, at: str, kind: str, key: str, digest: str) -> None:
    """Add a line, inside the transaction that writes what it is about."""
    seq, previous = head_of(connection)
    line = (seq + 1, at, kind, key, digest)
    connection.execute("INSERT INTO log VALUES (?, ?, ?, ?, ?, ?)", (*line, link(previous, line)))
