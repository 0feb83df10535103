"""`onrecord quarantine`: what was set aside, and another try."""

from __future__ import annotations

import sys
from contextlib import closing

import click

from onrecord.cli.choices import store_choice
from onrecord.cli.ingest import follow
from onrecord.errors import OptionError
from onrecord.jobs.ingest import retry
from onrecord.options import Options
from onrecord.store.connection import open_for_reading
from onrecord.store.quarantine import SetAside, bytes_of, waiting


@click.group("quarantine", short_help="List, show or retry what was set aside.")
def quarantine() -> None:
    """See what was set aside, and why, and try it again."""


@quarantine.command("list", short_help="List what is set aside.")
@store_choice
def list_command(store: str) -> None:
    """List what is set aside and was not tried again since: number, time, input and reason, tab-separated."""
    with closing(open_for_reading(store)) as connection:
        for one in waiting(connection):
            click.echo(f"{one.number}\t{one.at}\t{one.ref}\t{one.reason}")


@quarantine.command("show", short_help="Show one input that was set aside.")
@click.argument("number", type=int)
@store_choice
@click.option("--bytes", "raw", is_flag=True, help="Write the bytes that were kept of it instead.")
def show_command(number: int, store: str, *, raw: bool) -> None:
    """Show what is known of an input that was set aside."""
    with closing(open_for_reading(store)) as connection:
        one = _find(next(waiting(connection, [number]), None), number)
        if not raw:
            kept = "none" if one.size is None else f"{one.size:,}"
            click.echo(f"{one.ref}\nset aside {one.at}: {one.reason}\n{one.advice}\nbytes kept: {kept}")
            return
        data = bytes_of(connection, number)
        if data is None:
            name = "bytes"
            raise OptionError(name, number, "an input whose bytes were kept")
        sys.stdout.buffer.write(data)


@quarantine.command("retry", short_help="Try again what was set aside.")
@click.argument("numbers", type=int, nargs=-1, metavar="[NUMBER …]")
@store_choice
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Processes to read with.")
@click.option("--quiet", is_flag=True, help="Nothing on stderr.")
@click.pass_context
def retry_command(ctx: click.Context, /, numbers: tuple[int, ...], store: str, jobs: int, *, quiet: bool) -> None:
    """Read again what was set aside, all of it or by number: what its reference names now, else what was kept of it."""
    open_for_reading(store).close()
    command = " ".join(("quarantine retry", *map(str, numbers)))
    ctx.exit(follow(retry(list(numbers), store, Options(), jobs=jobs, command=command), 1, quiet=quiet))


def _find(one: SetAside | None, number: int) -> SetAside:
    if one is None:
        name = "number"
        raise OptionError(name, number, "one of those that `onrecord quarantine list` shows")
    return one
