"""The one writer: every report goes in whole, in one transaction with its line in the log, or not at all."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal, Self

import msgspec
from msgspec import structs

from onrecord.errors import StoreError
from onrecord.model.canonical import encode_reading
from onrecord.store.connection import open_for_writing
from onrecord.store.log import append, digest_of
from onrecord.store.packing import pack
from onrecord.store.rows import insert_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from onrecord.model import Reading, Report

Outcome = Literal["stored", "duplicate"]


def utc_now() -> str:
    """Give the time of the clock on the wall, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True, slots=True)
class Delivery:
    """A reading with the bytes that it was made of, on its way into the store."""

    reading: Reading
    data: bytes
    pipeline: str


class Writer:
    """Holds the store open for writing. Use as a context manager; a second writer waits for the first."""

    def __init__(self, path: str | Path, command: str, clock: Callable[[], str] = utc_now) -> None:
        self.path, self.clock = path, clock
        self.connection = open_for_writing(path)
        with self.transaction():
            cursor = self.connection.execute("INSERT INTO run VALUES (NULL, ?, NULL, ?)", (clock(), command))
            self.run = int(cursor.lastrowid or 0)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with self.transaction():
            self.connection.execute("UPDATE run SET finished = ? WHERE id = ?", (self.clock(), self.run))
        self.connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write all that happens inside, or nothing of it. Raises StoreError where writing fails."""
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            yield
            self.connection.execute("COMMIT")
        except sqlite3.Error as error:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise StoreError(
                self.path, str(error), "Nothing of this input was written; what was there is whole."
            ) from error

    def store(self, delivery: Delivery) -> Outcome:
        """Store a report with its source, text, reading and rows; one that is there already is a duplicate."""
        report = delivery.reading.report
        with self.transaction():
            known = self._id("report", "key", report.id)
            reading = self._reading(delivery)
            if known is None:
                known = self._report(delivery, reading)
                outcome: Outcome = "stored"
            else:
                outcome = "duplicate"
            self._capture(known, report)
            self._input(report.source.ref, outcome, known)
        return outcome

    def set_aside(self, ref: str, reason: str, advice: str) -> None:
        """Note an input of which no report could be made, and why."""
        with self.transaction():
            self._input(ref, "set aside", None, reason, advice)
            append(self.connection, self.clock(), "set aside", ref, digest_of(f"{reason}\n{advice}".encode()))

    def _id(self, table: str, column: str, value: str) -> int | None:
        row = self.connection.execute(f"SELECT id FROM {table} WHERE {column} = ?", (value,)).fetchone()  # noqa: S608
        return int(row[0]) if row else None

    def _add(self, kind: str, key: str, digest: str, sql: str, values: tuple[object, ...]) -> int:
        cursor = self.connection.execute(sql, values)
        append(self.connection, self.clock(), kind, key, digest)
        return int(cursor.lastrowid or 0)

    def _source(self, delivery: Delivery) -> int:
        source = delivery.reading.report.source
        values = (source.sha256, source.media_type, len(delivery.data), pack(delivery.data))
        return self._id("source", "sha256", source.sha256) or self._add(
            "source", source.sha256, digest_of(delivery.data), "INSERT INTO source VALUES (NULL, ?, ?, ?, ?)", values
        )

    def _text(self, report: Report) -> int:
        known = self._id("text", "key", report.text_id)
        if known is not None:
            return known
        data = report.text.encode("utf-8", "surrogatepass")
        new = self._add(
            "text",
            report.text_id,
            digest_of(data),
            "INSERT INTO text VALUES (NULL, ?, ?)",
            (report.text_id, pack(data)),
        )
        self.connection.execute(
            "INSERT INTO text_index (rowid, title, body) VALUES (?, ?, ?)", (new, report.title or "", report.text)
        )
        return new

    def _reading(self, delivery: Delivery) -> int:
        report = delivery.reading.report
        text = self._text(report)
        pipeline = self._id("pipeline", "version", delivery.pipeline) or self._add(
            "pipeline", delivery.pipeline, digest_of(delivery.pipeline.encode()),
            "INSERT INTO pipeline VALUES (NULL, ?)", (delivery.pipeline,),
        )  # fmt: skip
        context = context_of(report)
        row = self.connection.execute(
            "SELECT id FROM reading WHERE text = ? AND pipeline = ? AND context = ?", (text, pipeline, context)
        ).fetchone()
        if row:
            return int(row[0])
        data = records_of(delivery.reading)
        new = self._add(
            "reading", f"{report.text_id} {delivery.pipeline} {context}", digest_of(data),
            "INSERT INTO reading VALUES (NULL, ?, ?, ?, ?, ?)",
            (text, pipeline, context, delivery.reading.incomplete, pack(data)),
        )  # fmt: skip
        insert_rows(self.connection, new, delivery.reading)
        return new

    def _report(self, delivery: Delivery, reading: int) -> int:
        report = delivery.reading.report
        data = msgspec.json.encode(structs.replace(report, text="", capture=None))
        published = report.published
        values = (
            report.id, self._source(delivery), self._id("text", "key", report.text_id), reading, report.publisher,
            report.title, report.url, report.language, published.earliest, published.latest, pack(data),
        )  # fmt: skip
        sql = "INSERT INTO report VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        return self._add("report", report.id, digest_of(data), sql, values)

    def _capture(self, report: int, captured: Report) -> None:
        record = msgspec.json.encode(captured.capture or {}).decode()
        self.connection.execute(
            "INSERT INTO capture VALUES (NULL, ?, ?, ?, ?)", (report, self.clock(), captured.source.ref, record)
        )

    def _input(
        self, ref: str, outcome: str, report: int | None, reason: str | None = None, advice: str | None = None
    ) -> None:
        self.connection.execute(
            "INSERT INTO input VALUES (NULL, ?, ?, ?, ?, ?, ?, NULL)", (self.run, ref, outcome, report, reason, advice)
        )


def context_of(report: Report) -> str:
    """Name what a reading depends on besides its text: the publication date as the reader gave it."""
    return "/".join(part or "" for part in (report.published.earliest, report.published.latest))


def records_of(reading: Reading) -> bytes:
    """Encode the records of a reading without its report, for the copies that share them."""
    return encode_reading(structs.replace(reading, report=structs.replace(reading.report, text="")))
