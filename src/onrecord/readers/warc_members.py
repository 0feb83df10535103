"""The members of a gzipped WARC, one by one: a damaged one is reported, and the good ones after it are still read.

Libraries stop without a word at the first member that is cut or does not unpack; so members are found here.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from onrecord.readers.intake import MAX_BYTES
from onrecord.readers.warc_window import Damage, Window

if TYPE_CHECKING:
    from collections.abc import Iterator

MARK = b"\x1f\x8b\x08"
GZIP = 31
"""What zlib calls a gzip member with header and checksum."""
CHUNK = 1 << 16
LARGEST = 2 * MAX_BYTES
"""Bytes of one member once unpacked: above this it is a bomb, or a whole archive packed in one."""


class _DamagedError(Exception):
    """A member that does not unpack, and why."""


def members_of(window: Window) -> Iterator[tuple[int, bytes] | Damage]:
    """Give offset and unpacked bytes of each member, and the stretches between them that are none."""
    while window.fill(1):
        start = window.offset
        try:
            unpacked, size = _unpack(window)
        except _DamagedError as error:
            while window.seek(MARK) and not _begins_record(window):
                pass
            yield Damage(start, window.offset, str(error))
        else:
            window.drop(size)
            yield start, unpacked


def _unpack(window: Window) -> tuple[bytes, int]:
    unpacker, unpacked, at = zlib.decompressobj(GZIP), bytearray(), 0
    while not unpacker.eof:
        window.fill(at + CHUNK)
        chunk = bytes(window.data[at : at + CHUNK])
        if not chunk:
            message = "the file ends within a gzip member"
            raise _DamagedError(message)
        try:
            unpacked += unpacker.decompress(chunk, LARGEST + 1 - len(unpacked))
        except zlib.error as error:
            message = f"a gzip member does not unpack ({error})"
            raise _DamagedError(message) from error
        if len(unpacked) > LARGEST:
            message = f"a gzip member unpacks to more than {LARGEST // 2**20} MiB"
            raise _DamagedError(message)
        at += len(chunk)
    return bytes(unpacked), at - len(unpacker.unused_data)


def _begins_record(window: Window) -> bool:
    window.fill(CHUNK)
    try:
        return zlib.decompressobj(GZIP).decompress(bytes(window.data[:CHUNK]), 5) == b"WARC/"
    except zlib.error:
        return False
