"""`onrecord dump`: all evidence of a store as JSON Lines."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.choices import store_choice
from onrecord.store.connection import open_for_reading
from onrecord.store.dump import dump, salvage

if TYPE_CHECKING:
    from collections.abc import Iterable


@click.command("dump", short_help="Write all evidence of a store as JSON Lines.")
@store_choice
@click.option("--out", metavar="FILE", help="Where to write; default: standard output.")
@click.option("--versions", is_flag=True, help="Every version that was ever stored, not the newest only.")
@click.option("--salvage", "damaged", is_flag=True, help="From a damaged store: whatever can still be read.")
@click.pass_context
def dump_command(ctx: click.Context, /, store: str, out: str | None, *, versions: bool, damaged: bool) -> None:
    """Write all evidence as canonical JSON Lines, a line a report, by report id.

    The same evidence gives the same bytes, in whatever order and in how many runs it came in.
    """
    lost: list[str] = []
    with closing(open_for_reading(store)) as connection:
        lines = salvage(connection, lost.append) if damaged else dump(connection, versions=versions)
        _write(lines, out)
    for line in lost:
        click.echo(f"Lost: {line}", err=True)
    ctx.exit(1 if lost else 0)


def _write(lines: Iterable[bytes], out: str | None) -> None:
    if out is None:
        for line in lines:
            sys.stdout.buffer.write(line)
        return
    half = Path(out + ".part")
    try:
        with half.open("wb") as file:
            file.writelines(lines)
        half.replace(out)
    finally:
        half.unlink(missing_ok=True)
