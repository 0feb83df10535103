"""Where rows go: a terminal at its width, a pipe, or a file that is whole or not there."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, TextIO

from onrecord.errors import OptionError
from onrecord.exports.listing import write_rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from onrecord.model.listing import Row


def send(rows: Sequence[Row], form: str, out: Path | None, stdout: TextIO) -> None:
    """Write rows. Raises OSError where that cannot be done, OptionError for Parquet on a terminal."""
    if out is not None:
        half = out.with_name(out.name + ".part")
        try:
            half.write_bytes(write_rows(rows, form))
            half.replace(out)
        finally:
            half.unlink(missing_ok=True)
        return
    terminal = stdout.isatty()
    if form == "parquet" and terminal:
        option = "format"
        raise OptionError(option, form, "--out FILE beside it: Parquet is not for a terminal")
    plain = (stdout.encoding or "").lower().replace("-", "") != "utf8"
    width = shutil.get_terminal_size().columns if terminal else None
    stdout.buffer.write(write_rows(rows, form, width, ascii_only=plain))
    stdout.buffer.flush()
