"""Where the records of a WARC begin and end; a record that does not end where it says is reported, and passed over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.readers.intake import MAX_BYTES
from onrecord.readers.warc_window import Damage, Window

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_HEAD = 1 << 16
LARGEST = MAX_BYTES + LONGEST_HEAD
"""Bytes of one record: a page of MAX_BYTES with its headers."""
END = b"\r\n\r\n"
START = b"WARC/"

_LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,18})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)


def records_of(window: Window) -> Iterator[tuple[int, bytes] | Damage]:
    """Give offset and bytes of each record, and the stretches between them that are none."""
    while window.fill(1):
        start = window.offset
        size, why = _measure(window)
        if why is None:
            record = bytes(window.data[:size])
            window.drop(size)
            _skip_end(window)
            yield start, record
        else:
            # the next record begins after an empty line; where the length lied, that is inside what it claimed
            if window.seek(END + START):
                window.drop(len(END))
            yield Damage(start, window.offset, why)


def _measure(window: Window) -> tuple[int, str | None]:
    """Give the size of the record at the window's start, or why there is no whole one."""
    window.fill(LONGEST_HEAD)
    head = window.data.find(END, 0, LONGEST_HEAD)
    if not window.data.startswith(START):
        return 0, "no record begins here"
    length = _LENGTH.search(bytes(window.data[: head + 2])) if head >= 0 else None
    if length is None:
        return 0, "a record has no readable header"
    size = head + len(END) + int(length[1])
    if size > LARGEST:
        return 0, f"a record claims {int(length[1]):,} bytes, more than {LARGEST // 2**20} MiB"
    if not window.fill(size):
        return 0, "the file ends within a record"
    window.fill(size + len(END) + len(START))
    rest = bytes(window.data[size:])
    if rest[:4] == END[: len(rest[:4])] and rest[4:9] == START[: len(rest[4:9])]:
        return size, None
    return 0, "a record does not end where it says"


def _skip_end(window: Window) -> None:
    window.fill(len(END))
    if window.data.startswith(END[: len(window.data[:4])]):
        window.drop(min(len(END), len(window.data)))
