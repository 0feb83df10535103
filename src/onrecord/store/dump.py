"""All evidence of a store as canonical JSON Lines: the same bytes for the same evidence, however it came in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec import structs

from onrecord.model import Reading, Report
from onrecord.model.canonical import decode_reading, encode_reading
from onrecord.store.packing import unpack

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

STORED = """
SELECT report.record, text.packed, reading.packed FROM report
JOIN text ON text.id = report.text JOIN reading ON reading.id = report.reading
"""


def dump(connection: sqlite3.Connection) -> Iterator[bytes]:
    """Give one line a report, in order of its id; the order and number of runs leave no trace."""
    for row in connection.execute(STORED + "ORDER BY report.key"):
        yield encode_reading(restore(*row)) + b"\n"


def find_reading(connection: sqlite3.Connection, key: str) -> Reading | None:
    """Give the reading of a report by its id, or None where the store does not have it."""
    row = connection.execute(STORED + "WHERE report.key = ?", (key,)).fetchone()
    return restore(*row) if row else None


def restore(record: bytes, text: bytes, records: bytes) -> Reading:
    """Put a report's own fields, its text and its records together again."""
    report = msgspec.json.decode(unpack(record), type=Report)
    report = structs.replace(report, text=unpack(text).decode("utf-8", "surrogatepass"))
    return structs.replace(decode_reading(unpack(records)), report=report)
