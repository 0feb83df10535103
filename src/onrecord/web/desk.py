"""The desk between the pages and the store: one thread asks it, one writes to it, neither waits for the other."""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from onrecord.store.connection import open_for_writing
from onrecord.store.views import Views
from onrecord.store.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable

Answer = TypeVar("Answer")
PATIENCE = 15.0
"""Seconds after which a question is given up, so that one question cannot keep everybody else waiting."""
CHECK_EVERY = 20_000
"""Steps of SQLite between two looks at the clock; some milliseconds."""


class Desk:
    """Holds a store open. Raises StoreError where it cannot be made, brought up to date, or read."""

    def __init__(self, path: str) -> None:
        open_for_writing(path).close()
        self.path = path
        self._views: Views | None = None
        self._writer: Writer | None = None
        self._seen = -1
        self._asking = ThreadPoolExecutor(1, "ask")
        self._writing = ThreadPoolExecutor(1, "write")

    async def ask(self, question: Callable[[Views], Answer], patience: float = PATIENCE) -> Answer:
        """Put a question. Raises sqlite3.OperationalError where the answer takes longer than `patience` seconds."""
        return await asyncio.get_running_loop().run_in_executor(self._asking, self._answer, question, patience)

    async def write(self, deed: Callable[[Writer], Answer]) -> Answer:
        """Write; what is done is on the disk when this returns. Raises StoreError where it cannot be."""
        return await asyncio.get_running_loop().run_in_executor(self._writing, self._do, deed)

    def close(self) -> None:
        """Finish what is being asked and written, and close the file."""
        self._asking.submit(self._leave)
        self._writing.submit(self._put_down)
        self._asking.shutdown()
        self._writing.shutdown()

    def _answer(self, question: Callable[[Views], Answer], patience: float) -> Answer:
        views = self._views = self._views or Views(self.path)
        seen = int(views.connection.execute("PRAGMA data_version").fetchone()[0])
        if seen != self._seen:
            views.reading.cache_clear()  # a report may have a newer reading now
            self._seen = seen
        end = time.monotonic() + patience
        views.connection.set_progress_handler(lambda: time.monotonic() > end, CHECK_EVERY)
        try:
            return question(views)
        finally:
            views.connection.set_progress_handler(None, 0)

    def _do(self, deed: Callable[[Writer], Answer]) -> Answer:
        self._writer = self._writer or Writer(self.path, "serve")
        return deed(self._writer)

    def _leave(self) -> None:
        if self._views is not None:
            self._views.connection.close()

    def _put_down(self) -> None:
        if self._writer is not None:
            self._writer.connection.close()
