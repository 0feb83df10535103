"""Web archives: WARC, plain or gzipped, and WACZ; every page in them becomes an input of its own."""

from __future__ import annotations

import io
import logging
import shutil
import tempfile
import zlib
from typing import IO, TYPE_CHECKING, cast
from zipfile import BadZipFile, ZipFile

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from onrecord.readers.intake import MAX_BYTES, Intake, Piece
from onrecord.readers.refused import Refused
from onrecord.readers.warc_members import CHUNK, MARK, members_of
from onrecord.readers.warc_records import START, records_of
from onrecord.readers.warc_window import Damage, Window

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warcio.recordloader import ArcWarcRecord

HTML = {"text/html", "application/xhtml+xml"}
NO_PAGES = {"warcinfo", "request", "metadata"}
"""Records that describe a capture, and are none."""
KEPT_HEADERS = ("content-type", "content-language", "date", "etag", "last-modified", "server")
NOT_LOST = "What could be read around it was read; get a whole copy of the archive."
NO_PAGE = "Only pages that were answered in full become reports."

logging.getLogger("warcio").addHandler(logging.NullHandler())


def is_warc(head: bytes) -> bool:
    """Tell a WARC, plain or gzipped, by its first bytes."""
    if head.startswith(MARK):
        try:
            head = zlib.decompressobj(31).decompress(head, len(START))
        except zlib.error:
            return False
    return head.startswith(START)


def parts_of_warc(intake: Intake) -> Iterator[Piece | Refused]:
    """Give every page of a WARC, and a Refused for every other response and for every damaged stretch."""
    yield from _pieces(Window(intake.take_chunks(CHUNK)), intake.ref)


def parts_of_wacz(intake: Intake) -> Iterator[Piece | Refused]:
    """Give the pages of all WARC files in a WACZ. Where its directory is damaged, its bytes are searched instead."""
    with tempfile.TemporaryFile() as spooled:
        shutil.copyfileobj(cast("IO[bytes]", _Chunks(intake.take_chunks(CHUNK))), spooled)
        try:
            with ZipFile(spooled) as archive:
                names = [name for name in archive.namelist() if name.endswith((".warc", ".warc.gz"))]
                if not names:
                    yield Refused(ref=intake.ref, reason="is a zip without WARC files", advice="Unpack it first.")
                for name in names:
                    yield from _member(archive, name, intake.ref)
        except BadZipFile as error:
            reason = f"its directory is damaged ({error}); its bytes were searched for records"
            yield Refused(ref=intake.ref, reason=reason, advice=NOT_LOST)
            spooled.seek(0)
            window = Window(iter(lambda: spooled.read(CHUNK), b""))
            if window.seek(MARK):
                yield from _pieces(window, intake.ref)


class _Chunks:
    """Chunks as something to read from."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self.chunks = chunks

    def read(self, _size: int) -> bytes:
        return next(self.chunks, b"")


def _member(archive: ZipFile, name: str, ref: str) -> Iterator[Piece | Refused]:
    try:
        with archive.open(name) as stream:
            yield from _pieces(Window(iter(lambda: stream.read(CHUNK), b"")), f"{ref}!{name}")
    except (BadZipFile, EOFError, OSError, zlib.error, NotImplementedError, RuntimeError) as error:
        yield Refused(ref=f"{ref}!{name}", reason=f"cannot be unpacked further: {error}", advice=NOT_LOST)


def _pieces(window: Window, ref: str) -> Iterator[Piece | Refused]:
    window.fill(len(MARK))
    if not window.data.startswith(START):
        found: Iterator[tuple[int, bytes] | Damage] = members_of(window)
    else:
        found = iter([(0, window)])  # type: ignore[list-item]
    for member in found:
        if isinstance(member, Damage):
            yield _refused(ref, member)
            continue
        start, data = member
        inner = data if isinstance(data, Window) else Window(iter([data]))
        for record in records_of(inner):
            if isinstance(record, Damage):
                yield _refused(ref, Damage(start + record.start, start + record.end, record.why))
            else:
                yield from _outcome(f"{ref}#{start + record[0]}", record[1])


def _refused(ref: str, damage: Damage) -> Refused:
    at = f"bytes {damage.start:,} to {damage.end:,}"
    return Refused(
        ref=f"{ref}#{damage.start}", reason=f"is damaged: {damage.why}; {at} were passed over", advice=NOT_LOST
    )


def _outcome(ref: str, data: bytes) -> Iterator[Piece | Refused]:
    """Give what comes of one whole record: nothing where it only describes a capture."""
    try:
        record = next(iter(ArchiveIterator(io.BytesIO(data), check_digests=True)), None)
        if record is None:
            yield Refused(ref=ref, reason="is damaged: no record could be read", advice=NOT_LOST)
        elif record.rec_type not in NO_PAGES:
            yield _page(ref, record)
    except (ArchiveLoadFailed, OSError, EOFError, ValueError, zlib.error, AttributeError) as error:
        yield Refused(ref=ref, reason=f"is damaged: {error or type(error).__name__}", advice=NOT_LOST)


def _page(ref: str, record: ArcWarcRecord) -> Piece | Refused:
    headers, http = record.rec_headers, record.http_headers
    url, kind = headers.get_header("WARC-Target-URI"), record.rec_type
    if kind not in {"response", "resource"}:
        return Refused(ref=ref, reason=f"is a {kind} record", advice=NO_PAGE)
    typed = (http or headers).get_header("Content-Type") or ""
    media_type = typed.partition(";")[0].strip().lower()
    status = http.get_statuscode() if http else "200"
    body = record.content_stream().read(MAX_BYTES + 1)
    record.raw_stream.read()  # the digest of a block is known at its end
    if record.digest_checker.passed is False:
        return Refused(ref=ref, reason=f"is damaged: its digest does not fit ({url})", advice=NOT_LOST)
    if not status.startswith("2"):
        return Refused(ref=ref, reason=f"was answered with status {status}", advice=NO_PAGE)
    if media_type not in HTML:
        return Refused(ref=ref, reason=f"is {media_type or 'of no known type'}, not a page", advice=NO_PAGE)
    if headers.get_header("WARC-Truncated"):
        return Refused(ref=ref, reason="was cut when it was captured", advice=NO_PAGE)
    charset = typed.lower().partition("charset=")[2].strip(" \"'") or None
    capture = {"at": headers.get_header("WARC-Date") or "", "record": headers.get_header("WARC-Record-ID") or ""}
    for name in KEPT_HEADERS:
        if http and (value := http.get_header(name)):
            capture[name] = value
    return Piece(ref=ref, data=body, media_type=media_type, charset=charset, url=url, capture=capture)
