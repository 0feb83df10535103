"""`onrecord show`: the exact words behind an id."""

from __future__ import annotations

import sys

import click
import msgspec

from onrecord.cli.choices import store_choice
from onrecord.exports.listing.detail import detail
from onrecord.exports.listing.store import Store
from onrecord.exports.terminal import ASCII


@click.command(short_help="Open an id: the exact words, and who else says so.")
@click.argument("given", metavar="ID")
@store_choice
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def show(given: str, store: str, form: str) -> None:
    """Open what an id names: a record in its report, an incident, a story, a report.

    The beginning of an id is enough where no other begins like it. An incident answers to every id that it ever had.
    """
    with Store(store) as opened:
        shown = opened.show(given)
    if form == "json":
        click.echo(msgspec.json.encode(shown))
        return
    words = detail(shown)
    if (sys.stdout.encoding or "").lower().replace("-", "") != "utf8":
        words = words.translate(ASCII).encode("ascii", "replace").decode()
    click.echo(words, nl=False)
