"""The formats that a list can be written in."""

from __future__ import annotations

import csv
import io
from importlib import import_module
from typing import TYPE_CHECKING

import msgspec
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.errors import OptionError
from onrecord.exports.listing.cells import cells_of
from onrecord.exports.table import guarded
from onrecord.exports.terminal import ASCII

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model.listing import Row

FORMATS = ("table", "jsonl", "csv", "parquet", "md")
NONE_FOUND = "Nothing on record fits. Leave out a filter, or see `onrecord search`."
PIPE_WIDTH = 160


def write_rows(rows: Sequence[Row], name: str, width: int | None = None, *, ascii_only: bool = False) -> bytes:
    """Write rows in a format; `width` is that of the terminal. Raises OptionError for Parquet without pyarrow."""
    if name == "jsonl":
        return b"".join(msgspec.json.encode(row) + b"\n" for row in rows)
    if name == "csv":
        return _csv(rows)
    if name == "parquet":
        return _parquet(rows)
    if name == "md":
        return _markdown(rows).encode()
    shown = _table(rows, width or PIPE_WIDTH)
    return shown.translate(ASCII).encode("ascii", "replace") if ascii_only else shown.encode("utf-8", "replace")


def _table(rows: Sequence[Row], width: int) -> str:
    if not rows:
        return NONE_FOUND + "\n"
    cells = [cells_of(row) for row in rows]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=False, header_style="dim")
    for head in cells[0]:
        kept = head in {"id", "standing"}
        table.add_column(head, overflow="fold", no_wrap=kept, min_width=None)
    for row in cells:
        table.add_row(*(Text(words) for words in row.values()))
    # ids are for copying: a line may grow longer than the terminal, an id is never cut
    console = Console(width=max(width, _least(cells)), color_system=None, force_terminal=False, legacy_windows=False)
    with console.capture() as captured:
        console.print(table)
    return "\n".join(line.rstrip() for line in captured.get().splitlines()) + "\n"


def _least(cells: Sequence[dict[str, str]]) -> int:
    fixed = sum(max(len(line) for row in cells for line in row[head].split("\n")) for head in cells[0] if head in {"id", "standing"})  # fmt: skip  # noqa: E501
    return fixed + 14 * len(cells[0])


def _csv(rows: Sequence[Row]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    if rows:
        writer.writerow(type(rows[0]).__struct_fields__)
    for row in rows:
        writer.writerow([guarded(_flat(value)) for value in msgspec.structs.astuple(row)])
    return out.getvalue().encode("utf-8", "replace")


def _flat(value: object) -> str | int | float | None:
    if isinstance(value, list):
        return "; ".join(str(one) for one in value)
    if isinstance(value, tuple):
        return "–".join(str(one) for one in value)
    return value if isinstance(value, (str, int, float)) else None


def _parquet(rows: Sequence[Row]) -> bytes:
    try:
        module = import_module("onrecord.exports.listing.as_arrow")
    except ImportError as error:
        option = "format"
        raise OptionError(option, "parquet", "pyarrow to be installed: pip install 'onrecord[arrow]'") from error
    made: bytes = module.parquet_of([msgspec.to_builtins(row) for row in rows])
    return made


def _markdown(rows: Sequence[Row]) -> str:
    if not rows:
        return NONE_FOUND + "\n"
    cells = [cells_of(row) for row in rows]
    heads = list(cells[0])
    lines = [_line(heads), _line(["---"] * len(heads))]
    lines += [_line([_escaped(row[head]) for head in heads]) for row in cells]
    return "\n".join(lines) + "\n"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(words: str) -> str:
    for mark in "\\|`*_[]<>#":
        words = words.replace(mark, f"\\{mark}")
    return words.replace("\n", "<br>")
