"""One piece of an ingest, done in whatever process it lands in: bytes to readings, what is known left unread."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from onrecord.errors import StoreError
from onrecord.fetch import fetch_page
from onrecord.jobs.one import read_with
from onrecord.model import Reading, Report  # noqa: TC001 - msgspec reads the annotations
from onrecord.readers import READERS, Piece, Refused, files_under, pieces_of, read_piece, read_source
from onrecord.store.connection import open_for_reading
from onrecord.store.deposit import find_version

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from onrecord.options import Options

ARCHIVES = {suffix for reader in READERS if reader.parts for suffix in reader.suffixes}
ROWS = {suffix for reader in READERS if reader.name in {"jsonl", "json", "csv", "feed"} for suffix in reader.suffixes}


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A report out of a file of rows, with the bytes that it was made of."""

    report: Report
    data: bytes

    @property
    def ref(self) -> str:
        """What to call it in messages."""
        return self.report.source.ref


class Arrival(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one input: a report with its bytes and its reading, or a refusal with the bytes if there are any.

    `reading` is None where the store has the report already, read by this pipeline, and on a dry run.
    """

    report: Report | None = None
    reading: Reading | None = None
    refused: Refused | None = None
    data: bytes | None = None
    known: bool = False


IngestWork: TypeAlias = str | Piece | Row | Refused
_packer = msgspec.msgpack.Encoder()
_unpacker = msgspec.msgpack.Decoder(list[Arrival])


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """What every worker is told: the store to look into, the version of the pipeline, whether to read at all."""

    store: str
    pipeline: str
    dry: bool = False


def ingest_works(refs: Iterable[str], options: Options) -> Iterator[IngestWork]:
    """Part references into pieces of work: a folder into files, an archive into pages, a table or feed into rows."""
    for ref in refs:
        folder = "://" not in ref and ref != "-" and Path(ref).is_dir()
        names = [str(file) for file in files_under(Path(ref))] if folder else [ref]
        for name in names:
            suffix = Path(name.removesuffix(".gz")).suffix.lower()
            if suffix in ARCHIVES and "://" not in name:
                yield from pieces_of(name)
            elif name == "-" or suffix in ROWS:
                yield from _rows(name, options)
            else:
                yield name
        if not names:
            yield Refused(ref=ref, reason="is an empty folder", advice="Give a folder with pages, texts or rows in it.")


def _rows(name: str, options: Options) -> Iterator[Row | Refused]:
    kept: dict[str, bytes] = {}
    for found in read_source(name, options, fetch=fetch_page, keep=kept.__setitem__):
        yield found if isinstance(found, Refused) else Row(report=found, data=kept[found.source.sha256])
        kept.clear()


def ingest_one(work: IngestWork, options: Options, task: Task) -> Iterator[Arrival]:
    """Do one piece of work. Raises OptionError for options that cannot be used."""
    kept: dict[str, bytes] = {}
    if isinstance(work, Refused):
        yield Arrival(refused=work)
        return
    if isinstance(work, Row):
        yield _read(work.report, work.data, options, task)
        return
    found = (
        read_piece(work, options, keep=kept.__setitem__)
        if isinstance(work, Piece)
        else read_source(work, options, fetch=fetch_page, keep=kept.__setitem__)
    )
    for one in found:
        if isinstance(one, Refused):
            yield Arrival(refused=one, data=next(iter(kept.values()), None))
        else:
            yield _read(one, kept[one.source.sha256], options, task)
        kept.clear()


def _read(report: Report, data: bytes, options: Options, task: Task) -> Arrival:
    store = _look_into(task.store)
    if store is not None and find_version(store, report, task.pipeline) is not None:
        return Arrival(report=report, known=True)
    if task.dry:
        return Arrival(report=report)
    return Arrival(report=report, reading=read_with(report, options), data=data)


@functools.lru_cache(maxsize=1)
def _look_into(store: str) -> sqlite3.Connection | None:
    """Open the store for the life of this process; None where there is none that can be read."""
    try:
        return open_for_reading(store)
    except StoreError:
        return None


def forget_store() -> None:
    """Close what this process holds open of a store."""
    if _look_into.cache_info().currsize:
        _look_into.cache_clear()


def ingest_packed(work: IngestWork, options: Options, task: Task) -> bytes:
    """Do one piece of work and pack what comes of it for the way between processes."""
    return _packer.encode(list(ingest_one(work, options, task)))


def arrivals(packed: bytes) -> list[Arrival]:
    """Give back what `ingest_packed` packed."""
    return _unpacker.decode(packed)
