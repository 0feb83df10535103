"""The canonical form: the record as JSON, the same bytes for the same report whenever and wherever it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.model.canonical import encode_reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.model import Reading


def write_jsonl(readings: Iterable[Reading]) -> Iterator[str]:
    """Write one object a line, one line a report."""
    for reading in readings:
        yield encode_reading(reading).decode() + "\n"


def write_json(readings: Iterable[Reading]) -> Iterator[str]:
    """Write one indented array with an object a report."""
    opening = "["
    for reading in readings:
        yield opening + "\n" + msgspec.json.format(encode_reading(reading), indent=2).decode()
        opening = ","
    yield "[]\n" if opening == "[" else "\n]\n"
