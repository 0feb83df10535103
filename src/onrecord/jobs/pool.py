"""Worker processes: a bounded window of work in flight, results in input order, a death survived."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from multiprocessing import get_context, parent_process
from typing import TYPE_CHECKING, Any

import msgspec

from onrecord.jobs.one import Work, read_reports
from onrecord.model import Reading, Report
from onrecord.readers import Refused
from onrecord.stages.syntax import engine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from onrecord.options import Options

IN_FLIGHT = 4
"""Pieces of work that wait for each worker: enough to keep it busy, few enough to keep memory flat."""
RECYCLED_AFTER = 2000
"""Pieces of work after which a worker makes room for a new one, so that no library's leak grows without end."""
DIED = "the worker died while reading it"


class Done(msgspec.Struct, frozen=True):
    """One result on its way between processes: exactly one of the two is there."""

    reading: Reading | None
    refused: Refused | None


_packer = msgspec.msgpack.Encoder()
_unpacker = msgspec.msgpack.Decoder(list[Done])


def start_worker() -> None:
    """Load the engine once, leave Ctrl-C to the parent, and end with it, even where it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    engine()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)  # the queue of work would keep this process waiting for ever


def work_packed(work: Work, options: Options) -> bytes:
    """Do one piece of work and pack the result: cheaper between processes than pickled values."""
    found = read_reports(work, options)
    return _packer.encode([Done(None, one) if isinstance(one, Refused) else Done(one, None) for one in found])


def unpacked(data: bytes) -> list[Reading | Refused]:
    """Give back what `work_packed` packed."""
    return [one for done in _unpacker.decode(data) for one in (done.reading, done.refused) if one is not None]


@dataclass(slots=True)
class Pool:
    """`jobs` workers that read pieces of work with the same options; `read` is what each worker does with one.

    `unpack` turns the bytes that `read` gives into results; a Refused is one of them wherever a worker died.
    """

    jobs: int
    options: Options
    read: Callable[[Any, Options], bytes] = work_packed
    unpack: Callable[[bytes], list[Any]] = unpacked
    _executor: ProcessPoolExecutor | None = None
    _given: int = 0
    _flight: deque[tuple[Any, Future[bytes]]] = field(default_factory=deque)

    def read_all(self, works: Iterable[Any]) -> Iterator[Any]:
        """Give the results in the order of the works."""
        try:
            for work in works:
                self._submit(work)
                if len(self._flight) >= self.jobs * IN_FLIGHT:
                    yield from self._next()
            while self._flight:
                yield from self._next()
        finally:
            self._close()

    def _submit(self, work: Any) -> None:
        if self._executor is None or self._given >= RECYCLED_AFTER * self.jobs:
            self._renew()
        self._given += 1
        try:
            future = self._pool().submit(self.read, work, self.options)
        except BrokenProcessPool as error:
            future = Future()
            future.set_exception(error)
        self._flight.append((work, future))

    def _next(self) -> list[Any]:
        work, future = self._flight.popleft()
        try:
            return self.unpack(future.result())
        except BrokenProcessPool:
            return self._after_death(work)

    def _after_death(self, work: Any) -> list[Any]:
        """Do this piece alone, so that the one to blame for a death is known, and give again all that was in flight."""
        waiting = [one for one, _ in self._flight]
        self._flight.clear()
        self._renew()
        try:
            done = self.unpack(self._pool().submit(self.read, work, self.options).result())
        except BrokenProcessPool:
            ref = work if isinstance(work, str) else work.source.ref if isinstance(work, Report) else work.ref
            done = [Refused(ref=ref, reason=DIED, advice="Try it alone; it may need more memory than there is.")]
            self._renew()
        for one in waiting:
            self._submit(one)
        return done

    def _pool(self) -> ProcessPoolExecutor:
        if self._executor is None:
            self._renew()
        assert self._executor is not None  # noqa: S101 - just renewed
        return self._executor

    def _renew(self) -> None:
        if self._executor is not None:
            self._executor.shutdown(wait=False)
        self._executor = ProcessPoolExecutor(self.jobs, get_context("spawn"), start_worker)
        self._given = 0

    def _close(self) -> None:
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
