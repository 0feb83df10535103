"""The one writer: every input goes in whole, in one transaction with its line in the log, or not at all."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal, Self

import msgspec

from onrecord.errors import StoreError
from onrecord.store.connection import open_for_writing
from onrecord.store.deposit import add_source, add_version, find_version
from onrecord.store.log import Entry
from onrecord.store.parts import digest_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from onrecord.model import Report
    from onrecord.store.judgement import Judgement
    from onrecord.store.parts import Delivery

Outcome = Literal["stored", "duplicate"]
WHOLE = "Nothing of this input was written; what was there is whole."


def utc_now() -> str:
    """Give the time of the clock on the wall, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Writer:
    """Holds the store open for writing. Use as a context manager; of two writers one waits for the other.

    `command` and `versions` go on record as the run that everything is written under. Raises StoreError where the
    store cannot be opened or written.
    """

    def __init__(
        self, path: str | Path, command: str, versions: str = "", *, clock: Callable[[], str] = utc_now
    ) -> None:
        self.path, self.clock = path, clock
        self.connection = open_for_writing(path)
        try:
            with self.transaction("run") as entry:
                self.run = entry.add("run", command, versions)
        except StoreError:
            self.connection.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()

    @contextmanager
    def transaction(self, kind: str) -> Iterator[Entry]:
        """Write all that happens inside and a line in the log, or nothing. Raises StoreError where writing fails."""
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            entry = Entry(self.connection, self.clock(), kind)
            yield entry
            entry.close()
            self.connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise StoreError(self.path, str(error), WHOLE) from error
        finally:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")

    def store(self, delivery: Delivery) -> Outcome:
        """Store a report with its source, text, reading and rows; one that is there already is a duplicate."""
        if (known := find_version(self.connection, delivery.report, delivery.pipeline)) is not None:
            return self._again(known, delivery.report)
        with self.transaction("stored") as entry:
            # another writer may have been here since
            known = find_version(self.connection, delivery.report, delivery.pipeline)
            if known is None:
                self._input(entry, "stored", delivery.report, add_version(entry, delivery))
                return "stored"
        return self._again(known, delivery.report)

    def store_again(self, report: Report, pipeline: str) -> bool:
        """Note that a report came again; False where the store does not have it."""
        known = find_version(self.connection, report, pipeline)
        if known is not None:
            self._again(known, report)
        return known is not None

    def set_aside(self, ref: str, reason: str, advice: str, data: bytes | None = None) -> None:
        """Note an input of which no report could be made, and why; keep its bytes where they were had."""
        with self.transaction("set aside") as entry:
            source = None if data is None else add_source(entry, digest_of(data), data)
            entry.add("input", self.run, "set aside", ref, None, None, reason, advice, source)

    def retried(self, numbers: list[int]) -> None:
        """Note that inputs that were set aside have been tried again."""
        with self.transaction("retried") as entry:
            for number in numbers:
                entry.add("retry", self.run, number)

    def judge(self, judgement: Judgement) -> int:
        """Append a judgement and give its number; it is on the disk when this returns.

        Raises StoreError where it takes back one that is not there.
        """
        self.connection.execute("PRAGMA synchronous = FULL")
        j = judgement
        start, stop = j.span or (None, None)
        try:
            with self.transaction("judgement") as entry:
                row = self.connection.execute("SELECT id FROM text WHERE key = ?", (j.text_id,)).fetchone()
                return entry.add(
                    "judgement", j.who, j.kind, j.record, j.target, row[0] if row else None, start, stop,
                    j.quote, j.prefix, j.suffix, j.before, j.after, j.note, j.undoes,
                )  # fmt: skip
        finally:
            self.connection.execute("PRAGMA synchronous = NORMAL")

    def _again(self, known: int, report: Report) -> Outcome:
        with self.transaction("duplicate") as entry:
            self._input(entry, "duplicate", report, known)
        return "duplicate"

    def _input(self, entry: Entry, outcome: Outcome, report: Report, known: int) -> None:
        capture = msgspec.json.encode(report.capture).decode() if report.capture else None
        entry.add("input", self.run, outcome, report.source.ref, known, capture, None, None, None)
