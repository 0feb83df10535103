"""A seal: the hash of the whole file and the head of its log, so that any changed byte is found."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from onrecord.errors import StoreError
from onrecord.store.connection import open_for_reading, open_for_writing
from onrecord.store.log import head_of
from onrecord.store.timestamp import request_timestamp

if TYPE_CHECKING:
    from collections.abc import Iterator


class Seal(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in the sidecar: the file's name, size and SHA-256, number and hash of the last line of its log."""

    store: str
    size: int
    sha256: str
    seq: int
    head: str
    at: str


def seal_path(path: str | Path) -> Path:
    """Give the sidecar of a store."""
    return Path(f"{path}.seal.json")


def seal(path: str | Path, at: str) -> Seal:
    """Fold the write-ahead log into the file, hash it, and write the sidecar and an RFC 3161 request for it.

    `at` is the time to state. Raises StoreError where there is no store, it cannot be written, or somebody writes.
    """
    open_for_reading(path).close()
    connection = open_for_writing(path)
    try:
        busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        if busy:
            raise StoreError(path, "it is in use", "Seal it when nobody reads or writes.")
        seq, head = head_of(connection)
        digest, size = _hash(path)
    except sqlite3.Error as error:
        raise StoreError(path, str(error), "Check the rights and the space on the disk.") from error
    finally:
        connection.close()
    made = Seal(store=Path(path).name, size=size, sha256=digest, seq=seq, head=head.hex(), at=at)
    data = msgspec.json.format(msgspec.json.encode(made), indent=2) + b"\n"
    seal_path(path).write_bytes(data)
    Path(f"{seal_path(path)}.tsq").write_bytes(request_timestamp(hashlib.sha256(data).digest()))
    return made


def check_seal(path: str | Path) -> Iterator[str]:
    """Give in words what does not agree with the seal; nothing where it holds, or where there is none.

    A store that has only grown since agrees, if the sealed head is still in its log.
    """
    sidecar = seal_path(path)
    if not sidecar.exists():
        return
    try:
        made = msgspec.json.decode(sidecar.read_bytes(), type=Seal)
    except msgspec.DecodeError as error:
        yield f"seal: {sidecar.name} is not what `onrecord seal` writes: {error}"
        return
    if _hash(path) == (made.sha256, made.size):
        return
    try:
        connection = open_for_reading(path)
        row = connection.execute("SELECT hash FROM log WHERE seq = ?", (made.seq,)).fetchone()
        seq, _ = head_of(connection)
        connection.close()
    except (StoreError, sqlite3.DatabaseError) as error:
        yield f"seal: the file was changed since it was sealed, and cannot be read: {error}"
        return
    if row is None or bytes(row[0]).hex() != made.head:
        yield f"seal: the log does not hold the sealed line {made.seq} any more"
    elif seq == made.seq:
        yield "seal: the file was changed since it was sealed, though nothing was logged"


def _hash(path: str | Path) -> tuple[str, int]:
    with Path(path).open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return digest, file.tell()
