"""One input on its way to a reader: its bytes, and what is known about it before it is opened."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, TypeAlias

import msgspec

from onrecord.errors import UnreadableError
from onrecord.model import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

Keep: TypeAlias = Callable[[str, bytes], None]
"""Takes the bytes that a report is made of, under the SHA-256 that its source will have."""

MAX_BYTES = 64 * 1024 * 1024
"""Longest single page or text that is read; lines of a JSON Lines or CSV file are counted one by one."""

HEAD = 4096
"""Bytes that are looked at to tell what an input is."""


@dataclass(frozen=True, slots=True)
class Intake:
    """An open input. `media_type` and `charset` are what a server claims, `url` is where it was fetched from."""

    ref: str
    stream: IO[bytes]
    head: bytes = b""
    media_type: str | None = None
    charset: str | None = None
    url: str | None = None
    capture: dict[str, str] | None = field(default=None)
    keep: Keep | None = field(default=None, compare=False)

    def source_of(self, data: bytes) -> Source:
        """Hash the bytes that a report is made of, and hand them to whoever keeps them."""
        sha256 = hashlib.sha256(data).hexdigest()
        if self.keep:
            self.keep(sha256, data)
        return Source(ref=self.ref, media_type=self.media_type or "", sha256=sha256)

    def take_all(self) -> bytes:
        """Read the whole input; raises UnreadableError beyond MAX_BYTES, or where reading fails."""
        try:
            data = self.head + self.stream.read(MAX_BYTES + 1 - len(self.head))
        except (OSError, EOFError) as error:
            raise UnreadableError(self.ref, f"cannot be read: {error}", "Check that it is whole.") from error
        if len(data) > MAX_BYTES:
            found = f"is larger than {MAX_BYTES // 2**20} MiB"
            raise UnreadableError(self.ref, found, "Give one report a file, or JSON Lines with one report a line.")
        return data

    def take_lines(self) -> Iterator[bytes]:
        """Read line by line, in constant memory; a line beyond MAX_BYTES comes cut, its rest is skipped."""
        rest = self.head
        while True:
            newline = rest.find(b"\n")
            if newline >= 0:
                yield rest[: newline + 1]
                rest = rest[newline + 1 :]
                continue
            line = rest + self._line(MAX_BYTES + 1 - len(rest))
            rest = b""
            if not line:
                return
            yield line
            while len(line) > MAX_BYTES and not line.endswith(b"\n"):
                line = self._line(MAX_BYTES + 1)

    def take_chunks(self, size: int) -> Iterator[bytes]:
        """Read piece by piece, in constant memory."""
        if self.head:
            yield self.head
        while True:
            try:
                chunk = self.stream.read(size)
            except (OSError, EOFError) as error:
                raise UnreadableError(self.ref, f"cannot be read: {error}", "Check that it is whole.") from error
            if not chunk:
                return
            yield chunk

    def _line(self, limit: int) -> bytes:
        try:
            return self.stream.readline(limit)
        except (OSError, EOFError) as error:
            raise UnreadableError(self.ref, f"cannot be read: {error}", "Check that it is whole.") from error


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """One input out of a file of many: its bytes, and what the file says about it. Goes between processes."""

    ref: str
    data: bytes
    media_type: str | None = None
    charset: str | None = None
    url: str | None = None
    capture: dict[str, str] | None = None

    def intake(self) -> Intake:
        """Open it."""
        stream = io.BytesIO(self.data)
        return Intake(self.ref, stream, b"", self.media_type, self.charset, self.url, self.capture)
