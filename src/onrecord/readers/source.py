"""The door: a file, a folder, standard input or an address; every input in it comes out as a report or a refusal."""

from __future__ import annotations

import gzip
import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, Protocol, TypeAlias, cast

from onrecord.errors import UnreadableError
from onrecord.model import Report
from onrecord.readers.columns import check_columns
from onrecord.readers.dates import given_date
from onrecord.readers.intake import HEAD, Intake, Piece
from onrecord.readers.refused import Refused
from onrecord.readers.registry import KNOWN, choose_reader

if TYPE_CHECKING:
    from onrecord.options import Options
    from onrecord.readers.intake import Keep
    from onrecord.readers.registry import Reader

Outcome: TypeAlias = Report | Refused

STDIN = "-"
GZIP_MARK = b"\x1f\x8b"
PACKED_INSIDE = (".warc.gz",)
"""Files that are gzipped record by record, which their reader takes apart itself."""


class Fetched(Protocol):
    """A page that was fetched; `capture` says when, with what, and what the server answered."""

    @property
    def url(self) -> str:
        """The address it came from in the end."""

    @property
    def data(self) -> bytes:
        """Its bytes, unpacked."""

    @property
    def media_type(self) -> str | None:
        """What the server calls it."""

    @property
    def charset(self) -> str | None:
        """The encoding that the server claims."""

    @property
    def capture(self) -> dict[str, str]:
        """The record of the fetching."""


Fetch: TypeAlias = Callable[[str], Fetched]
"""Fetches an address; raises UnreadableError. `onrecord.fetch.fetch_page` is one."""


def read_source(
    ref: str,
    options: Options,
    *,
    fetch: Fetch | None = None,
    stdin: IO[bytes] | None = None,
    keep: Keep | None = None,
) -> Iterator[Outcome]:
    """Read everything that `ref` names: a file, a folder (all files under it, by name), "-", or an http(s) address.

    Yields a Report for each report and a Refused for each input from which none can be made. Addresses are read only
    with `fetch`. `keep` is given the bytes that each outcome is made of, before it comes. Raises OptionError for
    options that cannot be used, and nothing else.
    """
    _check(options)
    folder = ref != STDIN and "://" not in ref and Path(ref).is_dir()
    names = [str(file) for file in files_under(Path(ref))] if folder else [ref]
    if not names:
        yield Refused(ref=ref, reason="is an empty folder", advice="Give a folder with pages, texts or rows in it.")
    for name in names:
        yield from _read(name, options, lambda stack, name=name: _take(name, stack, fetch, stdin), keep)  # type: ignore[misc]


def read_bytes(
    data: bytes, ref: str, options: Options, *, media_type: str | None = None, url: str | None = None
) -> Iterator[Outcome]:
    """Read bytes that are already there; `ref` names them in reports and messages. Raises OptionError only."""
    yield from read_piece(Piece(ref=ref, data=data, media_type=media_type, url=url), options)


def read_piece(piece: Piece, options: Options, *, keep: Keep | None = None) -> Iterator[Outcome]:
    """Read one input out of a file of many. Raises OptionError only."""
    _check(options)
    yield from _read(piece.ref, options, lambda _: piece.intake(), keep)


def pieces_of(ref: str, *, stdin: IO[bytes] | None = None) -> Iterator[Piece | Refused]:
    """Give the inputs of an archive one by one, for others to read; what goes wrong comes out as a Refused."""
    with _guarded(ref) as failed, ExitStack() as stack:
        intake, reader = _choose(_take(ref, stack, None, stdin))
        if reader.parts:
            yield from reader.parts(intake)
    yield from failed


def _check(options: Options) -> None:
    check_columns(options)
    if options.published:
        given_date(options.published)


def _read(ref: str, options: Options, take: Callable[[ExitStack], Intake], keep: Keep | None) -> Iterator[Outcome]:
    """Open, choose, read: whatever goes wrong on the way comes out as a Refused."""
    any_outcome = False
    with _guarded(ref) as failed, ExitStack() as stack:
        intake, reader = _choose(replace(take(stack), keep=keep))
        for outcome in _outcomes(reader, intake, options):
            any_outcome = True
            yield outcome
    if not (any_outcome or failed):
        failed = [Refused(ref=ref, reason="is empty", advice="Give a page, a text, or rows of articles.")]
    yield from failed


def _outcomes(reader: Reader, intake: Intake, options: Options) -> Iterator[Outcome]:
    if reader.read:
        yield from reader.read(intake, options)
    if reader.parts:
        for part in reader.parts(intake):
            yield from [part] if isinstance(part, Refused) else read_piece(part, options, keep=intake.keep)


@contextmanager
def _guarded(ref: str) -> Iterator[list[Refused]]:
    """Catch what can go wrong with an input, and put it into the list as a Refused."""
    failed: list[Refused] = []
    try:
        yield failed
    except UnreadableError as error:
        failed.append(Refused.from_error(error))
    except (OSError, EOFError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        advice = "Check the file and its permissions."
        failed.append(Refused(ref=ref, reason=f"cannot be read: {reason}", advice=advice))


def _choose(intake: Intake) -> tuple[Intake, Reader]:
    intake = replace(intake, head=intake.stream.read(HEAD))
    reader = choose_reader(intake)
    known = intake.media_type if intake.media_type in reader.media_types else reader.media_types[0]
    return replace(intake, media_type=known), reader


def _take(ref: str, stack: ExitStack, fetch: Fetch | None, stdin: IO[bytes] | None) -> Intake:
    if ref == STDIN:
        return Intake(ref, stdin if stdin is not None else sys.stdin.buffer)
    if ref.lower().startswith(("http://", "https://")):
        return _fetch(ref, fetch)
    return _open(Path(ref), stack)


def _open(path: Path, stack: ExitStack) -> Intake:
    if not path.exists():
        advice = "Give a file, a folder, - for standard input, or an http(s) address."
        raise UnreadableError(str(path), "does not exist", advice)
    if not path.is_file():
        raise UnreadableError(str(path), "is no regular file", f"Give a file of a known kind: {KNOWN}.")
    file = stack.enter_context(path.open("rb"))
    mark = file.read(len(GZIP_MARK))
    file.seek(0)
    if mark == GZIP_MARK and not path.name.lower().endswith(PACKED_INSIDE):
        return Intake(str(path), cast("IO[bytes]", stack.enter_context(gzip.GzipFile(fileobj=file))))
    return Intake(str(path), file)


def files_under(folder: Path) -> Iterator[Path]:
    """Give the files under a folder by name, without hidden ones; links to folders are not followed."""
    for name, folders, files in os.walk(folder):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        yield from (Path(name) / one for one in sorted(files) if not one.startswith("."))


def _fetch(ref: str, fetch: Fetch | None) -> Intake:
    if fetch is None:
        raise UnreadableError(
            ref, "is an address, and fetching is not allowed here", "Save the page and give its file."
        )
    page = fetch(ref)
    return Intake(
        page.url,
        io.BytesIO(page.data),
        media_type=page.media_type,
        charset=page.charset,
        url=page.url,
        capture=page.capture,
    )
