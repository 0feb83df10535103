"""Finds any change made to a store behind the writer's back: contents, log, rows, index, schema."""

from __future__ import annotations

import hashlib
import itertools
import sqlite3
import zlib
from typing import TYPE_CHECKING

from onrecord.store.connection import migrations, open_for_reading, reading_uri, run_script
from onrecord.store.derived import check_derived
from onrecord.store.dump import UNREADABLE
from onrecord.store.log import GENESIS, LOGGED, digest_of_rows, link, row_digest
from onrecord.store.packing import unpack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import TypeAlias

    Check: TypeAlias = "Callable[[sqlite3.Connection], Iterator[str]]"

ADDRESSED = {
    "source": ("SELECT sha256, packed FROM kept.source", ""),
    "text": ("SELECT key, packed FROM kept.text", "sha256:"),
    "version": ("SELECT digest, record FROM kept.version", ""),
}
"""Contents that lie under their own hash, and what is written before it."""


def verify(path: str | Path) -> Iterator[str]:
    """Give what is wrong, in words; nothing where the store is as it was written.

    Checked are the pages of the file, the schema, the chain of the log, every row against its line in the log, every
    content against the hash that it lies under, and all that is derived against the evidence that it comes from.
    Raises StoreError where the file cannot be opened as a store at all.
    """
    open_for_reading(path).close()
    fresh = sqlite3.connect("", isolation_level=None, uri=True)
    try:
        for script in migrations():
            run_script(fresh, script)
        fresh.execute("ATTACH ? AS kept", (reading_uri(path),))
        for check in (_pages, _schema, _chain, _addresses, check_derived):
            yield from _guarded(check, fresh)
    finally:
        fresh.close()


def _guarded(check: Check, fresh: sqlite3.Connection) -> Iterator[str]:
    try:
        yield from check(fresh)
    except UNREADABLE as error:
        yield f"the file is damaged: {error}"


def _pages(fresh: sqlite3.Connection) -> Iterator[str]:
    yield from (row[0] for row in fresh.execute("PRAGMA kept.integrity_check") if row[0] != "ok")


def _schema(fresh: sqlite3.Connection) -> Iterator[str]:
    sql = "SELECT name, sql FROM {}.sqlite_master WHERE sql IS NOT NULL ORDER BY type, name"
    wanted, kept = (dict(fresh.execute(sql.format(schema)).fetchall()) for schema in ("main", "kept"))
    for name in sorted({*wanted, *kept}):
        if wanted.get(name) != kept.get(name):
            how = "is missing" if name not in kept else "was added" if name not in wanted else "was changed"
            yield f"schema: {name} {how}"


def _chain(fresh: sqlite3.Connection) -> Iterator[str]:
    """Walk the log and, beside it, the rows of every table that is in it."""
    rows = {table: _by_line(fresh, table) for table in LOGGED}
    waiting = {table: next(found, None) for table, found in rows.items()}
    previous, expected = GENESIS, 1
    for seq, at, kind, digest, hash_ in fresh.execute("SELECT * FROM kept.log ORDER BY seq"):
        yield from (f"log: line {number} is missing" for number in range(expected, min(seq, expected + 10)))
        if link(previous, (seq, at, kind, digest)) != hash_:
            yield f"log: line {seq} ({kind}) does not follow from the line before it"
        digests = []
        for table in LOGGED:
            while (row := waiting[table]) and row[0] < seq:
                yield f"{table}: a row names line {row[0]}, which is not in the log or came before"
                waiting[table] = next(rows[table], None)
            if row and row[0] == seq:
                digests.extend(row[1])
                waiting[table] = next(rows[table], None)
        if digest_of_rows(digests) != digest:
            yield f"log: line {seq} ({kind}, {at}): its rows are not what was written"
        previous, expected = hash_, seq + 1
    yield from (f"{table}: rows of line {row[0]} are not in the log" for table, row in waiting.items() if row)


def _by_line(fresh: sqlite3.Connection, table: str) -> Iterator[tuple[int, list[bytes]]]:
    """Give the digests of a table's rows, line by line; rows lie in the order of their lines."""
    cursor = fresh.execute(f"SELECT * FROM kept.{table} ORDER BY id")  # noqa: S608 - names from LOGGED
    for seq, rows in itertools.groupby(cursor, key=lambda row: int(row[1] or 0)):
        yield seq, [row_digest(table, row) for row in rows]


def _addresses(fresh: sqlite3.Connection) -> Iterator[str]:
    for table, (sql, prefix) in ADDRESSED.items():
        for key, packed in fresh.execute(sql):
            try:
                found = prefix + hashlib.sha256(unpack(packed)).hexdigest()
            except (zlib.error, TypeError):
                found = "cannot be unpacked"
            if found != key:
                yield f"{table} {key}: its content is not what was written ({found})"
