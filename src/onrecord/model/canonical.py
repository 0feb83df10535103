"""The canonical form: the record as JSON, the same bytes for the same report whenever and wherever it is read."""

import msgspec
from msgspec import structs

from onrecord.model.reading import Reading

_ENCODER = msgspec.json.Encoder(order="deterministic")


def encode_reading(reading: Reading) -> bytes:
    """Encode a reading on one line; fields come in the model's order.

    Left out is `report.capture`: who collected the page and when is not part of what it says.
    """
    return _ENCODER.encode(structs.replace(reading, report=structs.replace(reading.report, capture=None)))


def decode_reading(line: bytes | str) -> Reading:
    """Give back the reading that `encode_reading` wrote. Raises msgspec.ValidationError where it is none."""
    return msgspec.json.decode(line, type=Reading)
