"""All evidence of a store as canonical JSON Lines: the same bytes for the same evidence, however it came in."""

from __future__ import annotations

import sqlite3
import zlib
from typing import TYPE_CHECKING

import msgspec

from onrecord.model.canonical import encode_reading
from onrecord.store.packing import unpack
from onrecord.store.parts import restore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from onrecord.model import Reading

PARTS = """
SELECT version.record, (SELECT min(ref) FROM input WHERE input.report = version.report), text.packed, reading.packed
FROM version JOIN text ON text.id = version.text JOIN reading ON reading.id = version.reading
"""
"""A report that came under several references is dumped under the first of them by name."""
UNREADABLE = (sqlite3.DatabaseError, zlib.error, msgspec.DecodeError, UnicodeDecodeError, TypeError)


def dump(connection: sqlite3.Connection, *, versions: bool = False) -> Iterator[bytes]:
    """Give one line a report, in order of its id; the order and number of runs leave no trace.

    With `versions` every version that was ever stored, by report, pipeline and digest.
    """
    if versions:
        order = (
            "JOIN report ON report.id = version.report JOIN pipeline ON pipeline.id = reading.pipeline "
            "ORDER BY report.key, pipeline.version, version.digest"
        )
    else:
        order = "JOIN report ON report.version = version.id ORDER BY report.key"
    for row in connection.execute(PARTS + order):
        yield encode_reading(_restore(row)) + b"\n"


def salvage(connection: sqlite3.Connection, lost: Callable[[str], None]) -> Iterator[bytes]:
    """Give a line for each version that can still be read in a damaged store, and tell `lost` of each that cannot."""
    for number in range(1, _last_version(connection) + 1):
        try:
            row = connection.execute(PARTS + "WHERE version.id = ?", (number,)).fetchone()
            if row is None:
                lost(f"version {number}: no such row")
            else:
                yield encode_reading(_restore(row)) + b"\n"
        except UNREADABLE as error:
            lost(f"version {number}: {error}")


def find_reading(connection: sqlite3.Connection, key: str) -> Reading | None:
    """Give the newest reading of a report by its id, or None where the store does not have it."""
    row = connection.execute(
        PARTS + "JOIN report ON report.version = version.id WHERE report.key = ?", (key,)
    ).fetchone()
    return _restore(row) if row else None


def _restore(row: tuple[bytes, str, bytes, bytes]) -> Reading:
    record, ref, text, records = row
    return restore(unpack(record), ref, unpack(text), unpack(records))


def _last_version(connection: sqlite3.Connection) -> int:
    try:
        return int(connection.execute("SELECT max(id) FROM version").fetchone()[0] or 0)
    except sqlite3.DatabaseError:
        return 0
