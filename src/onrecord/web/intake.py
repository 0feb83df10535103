"""Dropped files, pasted text and pasted addresses: read one after the other, stored, and told how it went."""

from __future__ import annotations

import io
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from typing import TYPE_CHECKING, Literal

import msgspec

from onrecord.errors import OnrecordError, UnreadableError
from onrecord.options import Options
from onrecord.provenance import versions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.fetch.page import Fetched
    from onrecord.model import Report

MOST_WAITING, KEPT = 50, 200
"""Inputs that may wait, and inputs whose fate is still told."""
State = Literal["waiting", "reading", "stored", "duplicate", "refused"]


class Given(msgspec.Struct, kw_only=True):
    """One input: what to call it, its bytes (None for an address, which is fetched), and what became of it."""

    number: int
    name: str
    data: bytes | None
    state: State = "waiting"
    report: str | None = None
    why: str | None = None


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one input; `report` is the id where it is in the store, `why` says why it is not."""

    number: int
    name: str
    state: State
    report: str | None
    why: str | None


class Intake:
    """Reads what is given to the room, in a thread of its own; the language engine is loaded by the first input."""

    def __init__(self, store: str) -> None:
        self.store, self.given = store, deque[Given](maxlen=KEPT)
        self._count = 0
        self._worker = ThreadPoolExecutor(1, "read")

    def take(self, name: str, data: bytes | None) -> bool:
        """Take an input in; False where too many wait already."""
        if sum(one.state in {"waiting", "reading"} for one in self.given) >= MOST_WAITING:
            return False
        self._count += 1
        one = Given(number=self._count, name=name, data=data)
        self.given.appendleft(one)
        self._worker.submit(self._read, one)
        return True

    def told(self) -> list[Told]:
        """Say what became of every input, the newest first."""
        return [
            Told(number=o.number, name=o.name, state=o.state, report=o.report, why=o.why) for o in tuple(self.given)
        ]

    def close(self) -> None:
        """Finish the input at hand and drop those that wait."""
        self._worker.shutdown(cancel_futures=True)

    def _read(self, one: Given) -> None:
        one.state = "reading"
        try:
            for report, data in _reports(one):
                one.state, one.report = _store(self.store, report, data), report.id
        except OnrecordError as error:
            one.state, one.why = "refused", str(error)
        except Exception as error:  # noqa: BLE001 - a fault is told beside the input, the room stays open
            one.state, one.why = "refused", f"onrecord failed: {type(error).__name__}: {error}"
        if one.state == "reading":
            one.state, one.why = "refused", "Nothing in it could be read."
        one.data = None


def _reports(one: Given) -> Iterator[tuple[Report, bytes]]:
    """Give the reports of an input, each with its bytes. Raises UnreadableError for what is none."""
    readers, fetch = import_module("onrecord.readers"), import_module("onrecord.fetch")
    fetched: list[bytes] = [] if one.data is None else [one.data]

    def fetch_and_keep(url: str) -> Fetched:
        page: Fetched = fetch.fetch_page(url)
        fetched.append(page.data)
        return page

    stdin = None if one.data is None else io.BytesIO(one.data)
    ref = one.name if stdin is None else "-"
    for found in readers.read_source(ref, Options(), fetch=fetch_and_keep, stdin=stdin):
        if isinstance(found, readers.Refused):
            raise UnreadableError(one.name, found.reason, found.advice)
        source = msgspec.structs.replace(found.source, ref=one.name)
        yield msgspec.structs.replace(found, source=source), fetched[-1]


def _store(store: str, report: Report, data: bytes) -> State:
    """Read the records of a report and store them, with the standing of what they touch."""
    pipeline = "; ".join(f"{name} {value}" for name, value in versions().items())
    # the engine takes a second or two to import; a room that is only read in never needs it
    reading = import_module("onrecord.stages.pipeline").read_report(report)
    parts, writing = import_module("onrecord.store.parts"), import_module("onrecord.store.writer")
    with writing.Writer(store, "serve", pipeline) as writer:
        fate: State = writer.store(parts.Delivery(report, reading, data, pipeline))
        import_module("onrecord.jobs.standing").Keeper(writer.connection).catch_up()
    return fate
