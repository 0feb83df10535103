"""Finds any change made to a store behind the writer's back: contents, log, index."""

from __future__ import annotations

import sqlite3
import zlib
from typing import TYPE_CHECKING

from onrecord.store.log import GENESIS, digest_of, link
from onrecord.store.packing import unpack

if TYPE_CHECKING:
    from collections.abc import Iterator

CONTENTS = {
    "source": "SELECT sha256, packed FROM source",
    "text": "SELECT key, packed FROM text",
    "reading": (
        "SELECT text.key || ' ' || pipeline.version || ' ' || reading.context, reading.packed FROM reading "
        "JOIN text ON text.id = reading.text JOIN pipeline ON pipeline.id = reading.pipeline"
    ),
    "report": "SELECT key, record FROM report",
}
"""What each kind of line in the log is about: its key, and the bytes whose digest the line holds."""


def verify(connection: sqlite3.Connection) -> Iterator[str]:
    """Give what is wrong, in words; nothing where the store is as it was written.

    Checked are the pages of the file, the chain of the log, every content against its line in the log, and contents
    that no line speaks of.
    """
    try:
        yield from (row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok")
        yield from _chain(connection)
        for kind, sql in CONTENTS.items():
            yield from _contents(connection, kind, sql)
    except sqlite3.DatabaseError as error:
        yield f"the file is damaged: {error}"


def _chain(connection: sqlite3.Connection) -> Iterator[str]:
    previous, expected = GENESIS, 1
    for seq, at, kind, key, digest, hash_ in connection.execute("SELECT * FROM log ORDER BY seq"):
        if seq != expected:
            yield f"log: line {expected} is missing"
        if link(previous, (seq, at, kind, key, digest)) != hash_:
            yield f"log: line {seq} ({kind} {key}) does not follow from the line before it"
        previous, expected = hash_, seq + 1


def _contents(connection: sqlite3.Connection, kind: str, sql: str) -> Iterator[str]:
    digests = dict(connection.execute("SELECT key, digest FROM log WHERE kind = ?", (kind,)))
    for key, packed in connection.execute(sql):
        digest = digests.pop(key, None)
        if digest is None:
            yield f"{kind} {key}: not in the log"
        elif _digest(packed) != digest:
            yield f"{kind} {key}: its content is not what was written"
    yield from (f"{kind} {key}: in the log, but gone" for key in digests)


def _digest(packed: bytes) -> str | None:
    try:
        return digest_of(unpack(packed))
    except zlib.error:
        return None
