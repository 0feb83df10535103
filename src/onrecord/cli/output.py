"""Where readings go: the terminal, standard output, a file that is whole or not there, or a folder of files."""

from __future__ import annotations

import re
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console

from onrecord.exports import Export, export_named
from onrecord.exports.terminal import ASCII, show

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.model import Reading

_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")
NAME_LENGTH = 48


def choose_export(name: str | None, out: str | None) -> Export:
    """Choose by name, else by the suffix of the output file, else text."""
    suffix = Path(out).suffix if out else ""
    return export_named(name or suffix or "text")


def write_readings(readings: Iterable[Reading], export: Export, out: str | None) -> None:
    """Write to where the user asked for. Raises OSError where that cannot be written."""
    if out is None:
        _to_stdout(readings, export)
    elif out.endswith("/") or Path(out).is_dir():
        _to_folder(readings, export, Path(out))
    else:
        _to_file(export.write(readings), Path(out))


def _to_stdout(readings: Iterable[Reading], export: Export) -> None:
    stream = sys.stdout
    wide = (stream.encoding or "").lower().replace("-", "") == "utf8"
    if export.name == "text" and stream.isatty():
        _to_terminal(readings, wide=wide)
        return
    binary = stream.buffer
    for piece in export.write(readings):
        if export.name == "text" and not wide:
            binary.write(piece.translate(ASCII).encode(stream.encoding or "ascii", "replace"))
        else:
            binary.write(piece.encode("utf-8", "replace"))
        binary.flush()


def _to_terminal(readings: Iterable[Reading], *, wide: bool) -> None:
    console = Console()
    for number, reading in enumerate(readings):
        if number:
            console.rule(style="dim", characters="─" if wide else "-")
        if wide:
            console.print(show(reading))
        else:
            with console.capture() as captured:
                console.print(show(reading))
            click.echo(captured.get().translate(ASCII).encode("ascii", "replace").decode(), nl=False)


def _to_folder(readings: Iterable[Reading], export: Export, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number, reading in enumerate(readings, 1):
        _to_file(export.write([reading]), folder / f"{number:04d}-{file_name(reading)}{export.suffix}")


def file_name(reading: Reading) -> str:
    """Make a file name of a report's title that every file system takes."""
    plain = unicodedata.normalize("NFKD", reading.report.title or Path(reading.report.source.ref).stem)
    return _NOT_IN_NAMES.sub("-", plain.encode("ascii", "ignore").decode().lower())[:NAME_LENGTH].strip("-") or "report"


def _to_file(pieces: Iterator[str], path: Path) -> None:
    """Write beside the file and put it in place at the end, so that a run that fails leaves no half file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(path.name + ".part")
    try:
        with half.open("wb") as file:
            for piece in pieces:
                file.write(piece.encode("utf-8", "replace"))
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)
