"""The canonical form: the record as JSON, the same bytes for the same report whenever and wherever it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec import structs

from onrecord.model import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ENCODER = msgspec.json.Encoder(order="deterministic")


def encode_reading(reading: Reading) -> bytes:
    """Encode a reading on one line; fields come in the model's order.

    Left out is `report.capture`: who collected the page and when is not part of what it says.
    """
    return _ENCODER.encode(structs.replace(reading, report=structs.replace(reading.report, capture=None)))


def decode_reading(line: bytes | str) -> Reading:
    """Give back the reading that `encode_reading` wrote. Raises msgspec.ValidationError where it is none."""
    return msgspec.json.decode(line, type=Reading)


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
