"""What is derived from the evidence, made again and compared: reports as shown, rows to filter by, full text."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import msgspec

from onrecord.model import Report
from onrecord.model.canonical import decode_reading
from onrecord.store.deposit import index_text, promote
from onrecord.store.packing import unpack
from onrecord.store.rows import insert_rows

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

COMPARED = (
    ("report", "id"), ("entity", "id"), ("event", "id"), ("participant", "event, role, entity"), ("statement", "id"),
    ("speaker", "statement, entity"), ("figure", "id"), ("text_index_docsize", "id"), ("text_index_config", "k"),
)  # fmt: skip
"""Tables that come out of the evidence alike, row by row, and the order to compare them in."""


def check_derived(fresh: sqlite3.Connection) -> Iterator[str]:
    """Derive all of it again in `main`, and give in words where `kept`, the store, has something else."""
    fresh.execute("BEGIN")
    fresh.execute("INSERT INTO main.pipeline SELECT * FROM kept.pipeline")
    _derive_readings(fresh)
    _derive_reports(fresh)
    for number, packed in fresh.execute("SELECT id, packed FROM kept.text ORDER BY id"):
        index_text(fresh, number, unpack(packed).decode("utf-8", "surrogatepass"))
    for table, order in COMPARED:
        yield from _compare(fresh, table, f"SELECT * FROM {{}}.{table} ORDER BY {order}")  # noqa: S608 - names above
    for schema in ("main", "kept"):
        fresh.execute(f"CREATE VIRTUAL TABLE temp.{schema}_terms USING fts5vocab('{schema}', text_index, instance)")
    yield from _compare(fresh, "text_index", "SELECT * FROM temp.{}_terms")


def _derive_readings(fresh: sqlite3.Connection) -> None:
    sql = "SELECT id, seq, text, pipeline, context, incomplete, packed FROM kept.reading ORDER BY id"
    for *row, packed in fresh.execute(sql):
        fresh.execute("INSERT INTO main.reading VALUES (?, ?, ?, ?, ?, ?, x'')", row)
        insert_rows(fresh, row[0], decode_reading(unpack(packed)))


def _derive_reports(fresh: sqlite3.Connection) -> None:
    sql = "SELECT id, seq, report, source, text, reading, digest, record FROM kept.version ORDER BY id"
    for *row, packed in fresh.execute(sql):
        report = msgspec.json.decode(unpack(packed), type=Report)
        fresh.execute("INSERT OR IGNORE INTO main.report (key) VALUES (?)", (report.id,))
        fresh.execute("INSERT INTO main.version VALUES (?, ?, ?, ?, ?, ?, ?, x'')", row)
        records = fresh.execute("SELECT packed FROM kept.reading WHERE id = ?", (row[5],)).fetchone()
        if records:
            reading = decode_reading(unpack(records[0]))
            promote(fresh, row[0], report, reading)


def _compare(fresh: sqlite3.Connection, table: str, sql: str) -> Iterator[str]:
    both = (fresh.execute(sql.format(schema)) for schema in ("main", "kept"))
    for made, kept in itertools.zip_longest(*both):
        if made != kept:
            # what follows the first difference would only repeat it
            yield f"{table}: expected {_short(made)}, found {_short(kept)}"
            return


def _short(row: tuple[object, ...] | None) -> str:
    return "nothing more" if row is None else repr(row)[:200]
