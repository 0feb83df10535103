"""The door: a file, a folder, standard input or an address; every input in it comes out as a report or a refusal."""

from __future__ import annotations

import gzip
import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, Protocol, TypeAlias, cast

from onrecord.errors import UnreadableError
from onrecord.model import Report
from onrecord.readers.columns import check_columns
from onrecord.readers.dates import given_date
from onrecord.readers.intake import HEAD, Intake
from onrecord.readers.refused import Refused
from onrecord.readers.registry import KNOWN, choose_reader

if TYPE_CHECKING:
    from onrecord.options import Options

Outcome: TypeAlias = Report | Refused

STDIN = "-"
GZIP_MARK = b"\x1f\x8b"


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
    ref: str, options: Options, *, fetch: Fetch | None = None, stdin: IO[bytes] | None = None
) -> Iterator[Outcome]:
    """Read everything that `ref` names: a file, a folder (all files under it, by name), "-", or an http(s) address.

    Yields a Report for each report and a Refused for each input from which none can be made. Addresses are read only
    with `fetch`. Raises OptionError for options that cannot be used, and nothing else.
    """
    _check(options)
    if ref == STDIN:
        stream = stdin if stdin is not None else sys.stdin.buffer
        yield from _read(ref, options, lambda _: Intake(ref, stream))
    elif ref.lower().startswith(("http://", "https://")):
        yield from _read(ref, options, lambda _: _fetch(ref, fetch))
    elif Path(ref).is_dir():
        files = list(files_under(Path(ref)))
        if not files:
            yield Refused(ref=ref, reason="is an empty folder", advice="Give a folder with pages, texts or rows in it.")
        for file in files:
            yield from _read(str(file), options, lambda stack, file=file: _open(file, stack))  # type: ignore[misc]
    else:
        yield from _read(ref, options, lambda stack: _open(Path(ref), stack))


def read_bytes(
    data: bytes, ref: str, options: Options, *, media_type: str | None = None, url: str | None = None
) -> Iterator[Outcome]:
    """Read bytes that are already there; `ref` names them in reports and messages. Raises OptionError only."""
    _check(options)
    yield from _read(ref, options, lambda _: Intake(ref, io.BytesIO(data), media_type=media_type, url=url))


def _check(options: Options) -> None:
    check_columns(options)
    if options.published:
        given_date(options.published)


def _read(ref: str, options: Options, take: Callable[[ExitStack], Intake]) -> Iterator[Outcome]:
    """Open, choose, read: whatever goes wrong on the way comes out as a Refused."""
    with ExitStack() as stack:
        try:
            intake = take(stack)
            intake = replace(intake, head=intake.stream.read(HEAD))
            reader = choose_reader(intake)
            known = intake.media_type if intake.media_type in reader.media_types else reader.media_types[0]
            any_outcome = False
            for outcome in reader.read(replace(intake, media_type=known), options):
                any_outcome = True
                yield outcome
            if not any_outcome:
                raise UnreadableError(ref, "is empty", "Give a page, a text, or rows of articles.")  # noqa: TRY301
        except UnreadableError as error:
            yield Refused.from_error(error)
        except (OSError, EOFError) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            yield Refused(ref=ref, reason=f"cannot be read: {reason}", advice="Check the file and its permissions.")


def _open(path: Path, stack: ExitStack) -> Intake:
    if not path.exists():
        advice = "Give a file, a folder, - for standard input, or an http(s) address."
        raise UnreadableError(str(path), "does not exist", advice)
    if not path.is_file():
        raise UnreadableError(str(path), "is no regular file", f"Give a file of a known kind: {KNOWN}.")
    file = stack.enter_context(path.open("rb"))
    mark = file.read(len(GZIP_MARK))
    file.seek(0)
    if mark == GZIP_MARK:
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
