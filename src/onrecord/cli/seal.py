"""`onrecord seal`: the hash of the whole file and the head of its log, in a file beside it."""

from __future__ import annotations

import click

from onrecord.cli.choices import store_choice
from onrecord.store.seal import seal, seal_path
from onrecord.store.writer import utc_now


@click.command("seal", short_help="Write down the hash of a store, so that any changed byte is found.")
@store_choice
def seal_command(store: str) -> None:
    """Write the SHA-256 of the store and the head of its log into FILE.seal.json, and a request to time-stamp that.

    FILE.seal.json.tsq is an RFC 3161 request; send it to a time-stamp authority of your choice.
    """
    made = seal(store, utc_now())
    click.echo(f"{seal_path(store)}: SHA-256 {made.sha256}, {made.seq:,} lines of log, head {made.head}")
