"""Opens a store: makes it, brings it up to date, or says why it cannot be used."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

from onrecord.errors import StoreError

APPLICATION_ID = 0x6F6E7265
"""The letters "onre", so that `file` and we can tell a store from any other database."""

PATIENCE = 60.0
"""Seconds that a second writer waits for the first."""

DAMAGED = "`onrecord verify` says what is wrong, `onrecord dump --salvage` gives what can still be read."


def open_for_writing(path: str | Path) -> sqlite3.Connection:
    """Open the store to write, make it where there is none, and apply the migrations that it lacks.

    Raises StoreError where the file is no store, is damaged, is of a newer version, or cannot be written.
    """
    try:
        connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
    except sqlite3.DatabaseError as error:
        advice = DAMAGED if _is_damage(error) else "Check the path, the rights and the space on the disk."
        raise StoreError(path, str(error), advice) from error
    return connection


def open_for_reading(path: str | Path) -> sqlite3.Connection:
    """Open an existing store to read; readers never wait for the writer.

    Raises StoreError where there is none, or where it cannot be read.
    """
    if not Path(path).is_file():
        raise StoreError(path, "there is no such store", "Make one with `onrecord ingest … --store FILE`.")
    try:
        connection = sqlite3.connect(reading_uri(path), uri=True, timeout=PATIENCE, isolation_level=None)
        _check(connection, path)
        if _version(connection) < len(migrations()):
            raise StoreError(path, "it was made by an older onrecord", "Open it once for writing: any `ingest` does.")
        connection.execute("PRAGMA query_only = ON")
    except sqlite3.DatabaseError as error:
        raise StoreError(
            path, str(error), DAMAGED if _is_damage(error) else "Check the path and the rights."
        ) from error
    return connection


def reading_uri(path: str | Path) -> str:
    """Give the address to open a store for reading under.

    Readers of a write-ahead log need to write beside it; where the medium is read-only nobody can be writing either.
    """
    where = f"file:{quote(Path(path).absolute().as_posix())}?mode=ro"
    try:
        with closing(sqlite3.connect(where, uri=True)) as probe:
            probe.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        log = Path(f"{path}-wal")
        if not log.exists() or not log.stat().st_size:
            return f"{where}&immutable=1"
    except sqlite3.DatabaseError:
        pass  # damage is said by whoever opens it
    return where


def migrations() -> list[str]:
    """Give the SQL of every migration, in order of its number."""
    folder = files("onrecord.store").joinpath("migrations")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return [folder.joinpath(name).read_text(encoding="utf-8") for name in names]


def _prepare(connection: sqlite3.Connection, path: str | Path) -> None:
    _check(connection, path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    if _version(connection) < len(migrations()):
        _migrate(connection)


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    return error.sqlite_errorname.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB"))


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _check(connection: sqlite3.Connection, path: str | Path) -> None:
    """Refuse what is not ours, before anything is changed in it."""
    application = int(connection.execute("PRAGMA application_id").fetchone()[0])
    tables = int(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
    if tables and application != APPLICATION_ID:
        raise StoreError(path, "it is a database, but not an onrecord store", "Give another path.")
    if _version(connection) > len(migrations()):
        raise StoreError(path, "it was made by a newer onrecord", "Install that version or a later one.")


def _migrate(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        done = _version(connection)
        for number, script in enumerate(migrations()[done:], start=done + 1):
            run_script(connection, script)
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def run_script(connection: sqlite3.Connection, script: str) -> None:
    """Run a script inside the open transaction; `executescript` would commit first.

    It is split at its complete statements, since a trigger holds semicolons of its own.
    """
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""
