"""Bytes of a long input looked at through a window that moves forward and, until then, forgets nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(slots=True)
class Window:
    """What was read of `chunks` and not yet dropped; `offset` is where `data` begins in the input."""

    chunks: Iterator[bytes]
    data: bytearray = field(default_factory=bytearray)
    offset: int = 0

    def fill(self, size: int) -> bool:
        """Read until `size` bytes are there; tell whether they are."""
        while len(self.data) < size:
            chunk = next(self.chunks, None)
            if chunk is None:
                return False
            self.data += chunk
        return True

    def drop(self, size: int) -> None:
        """Move on by `size` bytes."""
        del self.data[:size]
        self.offset += size

    def seek(self, mark: bytes) -> bool:
        """Move on to the next `mark` after the first byte; at the end of the input, to the end."""
        self.drop(min(1, len(self.data)))
        while True:
            found = self.data.find(mark)
            if found >= 0:
                self.drop(found)
                return True
            self.drop(max(0, len(self.data) - len(mark) + 1))
            if not self.fill(len(self.data) + 1):
                self.drop(len(self.data))
                return False


@dataclass(frozen=True, slots=True)
class Damage:
    """Bytes from `start` to `end` that are no whole record, and why."""

    start: int
    end: int
    why: str
