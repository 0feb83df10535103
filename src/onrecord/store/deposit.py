"""Puts a delivery into its tables, each content once, inside one line of the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.store.packing import pack
from onrecord.store.parts import Delivery, context_of, digest_of, record_of, records_of, text_bytes
from onrecord.store.rows import insert_rows

if TYPE_CHECKING:
    import sqlite3

    from onrecord.model import Reading, Report
    from onrecord.store.log import Entry


def find_version(connection: sqlite3.Connection, report: Report, pipeline: str) -> int | None:
    """Give the id of the report where the store has it as the reader gave it, read by this pipeline."""
    row = connection.execute(
        "SELECT report.id FROM report JOIN version ON version.report = report.id "
        "JOIN reading ON reading.id = version.reading JOIN pipeline ON pipeline.id = reading.pipeline "
        "WHERE report.key = ? AND version.digest = ? AND pipeline.version = ?",
        (report.id, digest_of(record_of(report)), pipeline),
    ).fetchone()
    return int(row[0]) if row else None


def add_version(entry: Entry, delivery: Delivery) -> int:
    """Add a report with its source, text, reading and rows; give the report's id."""
    connection, report = entry.connection, delivery.report
    connection.execute("INSERT OR IGNORE INTO report (key) VALUES (?)", (report.id,))
    known = _id(connection, "report", "key", report.id) or 0
    source, text = add_source(entry, report.source.sha256, delivery.data), _add_text(entry, report)
    reading = _add_reading(entry, delivery, text)
    record = record_of(report)
    version = entry.add("version", known, source, text, reading, digest_of(record), pack(record))
    promote(connection, version, report, delivery.reading)
    return known


def add_source(entry: Entry, sha256: str, data: bytes) -> int:
    """Add bytes under their hash, once."""
    known = _id(entry.connection, "source", "sha256", sha256)
    return known or entry.add("source", sha256, len(data), pack(data))


def promote(connection: sqlite3.Connection, version: int, report: Report, reading: Reading) -> None:
    """Show a version as its report, unless one is shown by a newer pipeline, or of the same with a smaller digest."""
    connection.execute(
        "UPDATE report SET (version, source, text, reading) = (SELECT id, source, text, reading FROM version "
        "WHERE id = :version), publisher = :publisher, title = :title, url = :url, language = :language, "
        "earliest = :earliest, latest = :latest WHERE key = :key AND (version IS NULL OR "
        "(SELECT (-reading.pipeline, version.digest) < (SELECT -shown.pipeline, old.digest FROM version AS old "
        "JOIN reading AS shown ON shown.id = old.reading WHERE old.id = report.version) "
        "FROM version JOIN reading ON reading.id = version.reading WHERE version.id = :version))",
        {
            "version": version, "key": report.id, "publisher": report.publisher, "title": report.title,
            "url": report.url, "language": report.language, "earliest": reading.report.published.earliest,
            "latest": reading.report.published.latest,
        },
    )  # fmt: skip


def index_text(connection: sqlite3.Connection, text_id: int, text: str) -> None:
    """Put a text into the full-text index."""
    connection.execute(
        "INSERT INTO text_index (rowid, body) VALUES (?, ?)", (text_id, text.encode(errors="replace").decode())
    )


def _add_text(entry: Entry, report: Report) -> int:
    known = _id(entry.connection, "text", "key", report.text_id)
    if known is not None:
        return known
    new = entry.add("text", report.text_id, pack(text_bytes(report.text)))
    index_text(entry.connection, new, report.text)
    return new


def _add_reading(entry: Entry, delivery: Delivery, text: int) -> int:
    connection, context = entry.connection, context_of(delivery.report)
    pipeline = _id(connection, "pipeline", "version", delivery.pipeline) or entry.add("pipeline", delivery.pipeline)
    row = connection.execute(
        "SELECT id FROM reading WHERE text = ? AND pipeline = ? AND context = ?", (text, pipeline, context)
    ).fetchone()
    if row:
        return int(row[0])
    packed = pack(records_of(delivery))
    new = entry.add("reading", text, pipeline, context, int(delivery.reading.incomplete), packed)
    insert_rows(connection, new, delivery.reading)
    return new


def _id(connection: sqlite3.Connection, table: str, column: str, value: str) -> int | None:
    row = connection.execute(f"SELECT id FROM {table} WHERE {column} = ?", (value,)).fetchone()  # noqa: S608
    return int(row[0]) if row else None
