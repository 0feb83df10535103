"""`onrecord verify`: whether a store is as it was written."""

from __future__ import annotations

from contextlib import closing
from itertools import chain

import click

from onrecord.cli.choices import store_choice
from onrecord.store.connection import open_for_reading
from onrecord.store.log import head_of
from onrecord.store.seal import check_seal, seal_path
from onrecord.store.verify import verify


@click.command("verify", short_help="Check that a store is as it was written.")
@store_choice
@click.pass_context
def verify_command(ctx: click.Context, /, store: str) -> None:
    """Check contents, log, rows, full-text index and schema of a store, and its seal where there is one.

    Prints a line for everything that is not as it was written. Exit codes: 0 nothing found, 1 something found.
    """
    found = 0
    for problem in chain(check_seal(store), verify(store)):
        click.echo(problem)
        found += 1
    if not found:
        with closing(open_for_reading(store)) as connection:
            seq, head = head_of(connection)
        sealed = "its seal holds" if seal_path(store).exists() else "it has no seal"
        click.echo(f"{store} is as it was written; {sealed}. Log: {seq:,} lines, head {head.hex()}")
    ctx.exit(1 if found else 0)
