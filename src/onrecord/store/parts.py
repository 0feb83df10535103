"""A reading taken apart for the store, and put together again: what is the report's own, its text, its records."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec
from msgspec import structs

from onrecord.model import Reading, Report, Source
from onrecord.model.canonical import decode_reading, encode_reading

if TYPE_CHECKING:
    from onrecord.model import Problem

NO_SOURCE = Source(ref="", media_type="", sha256="")
_encode = msgspec.json.Encoder(order="deterministic").encode


@dataclass(frozen=True, slots=True)
class Delivery:
    """A report on its way into the store: as the reader gave it, what the stages made of it, its bytes, their version.

    `data` is what `report.source.sha256` is the hash of.
    """

    report: Report
    reading: Reading
    data: bytes
    pipeline: str


def record_of(report: Report) -> bytes:
    """Encode what is the report's own; text, reference and capture are kept beside it."""
    source = structs.replace(report.source, ref="")
    return _encode(structs.replace(report, text="", capture=None, source=source))


def digest_of(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def text_bytes(text: str) -> bytes:
    """Encode a text, lone surrogates included."""
    return text.encode("utf-8", "surrogatepass")


def context_of(report: Report) -> str:
    """Hash what a reading depends on besides its text: two papers may share a text, and not its reading.

    Stages look at language, blocks and publication date, and judge places by publisher and host.
    """
    try:
        host = urlsplit(report.url or "").hostname
    except ValueError:
        host = None
    blocks = [(block.kind, block.span) for block in report.blocks]
    return digest_of(_encode([report.language, report.published, report.publisher, host, blocks]))[:24]


def records_of(delivery: Delivery) -> bytes:
    """Encode the records alone, with the date and the problems that the stages gave; nothing tells whose they are."""
    read, given = delivery.reading.report, delivery.report
    stages: list[Problem] = read.problems[len(given.problems) :]
    bare = Report(id="", text_id=read.text_id, source=NO_SOURCE, published=read.published, problems=stages, text="")
    return encode_reading(structs.replace(delivery.reading, report=bare))


def restore(record: bytes, ref: str, text: bytes, records: bytes) -> Reading:
    """Put a report's own fields, its reference, its text and its records together again.

    Raises msgspec.DecodeError or UnicodeDecodeError where they are not what was stored.
    """
    given = msgspec.json.decode(record, type=Report)
    reading = decode_reading(records)
    report = structs.replace(
        given,
        text=text.decode("utf-8", "surrogatepass"),
        source=structs.replace(given.source, ref=ref),
        published=reading.report.published,
        problems=[*given.problems, *reading.report.problems],
    )
    return structs.replace(reading, report=report)
