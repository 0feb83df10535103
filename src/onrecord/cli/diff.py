"""`onrecord diff`: what a store has that it had not before."""

from __future__ import annotations

import click

from onrecord.cli.ask import answer, form_choices
from onrecord.cli.choices import store_choice
from onrecord.exports.listing.store import Store


@click.command(short_help="List what was added since a date, or after a line of the log.")
@store_choice
@click.option("--since", required=True, metavar="SEQ|DATE", help="A number of the log (exclusive), or an ISO date or time in UTC.")  # fmt: skip  # noqa: E501
@click.option("--limit", type=click.IntRange(min=1), default=1000, show_default=True, help="Rows to give.")
@form_choices
def diff(since: str, limit: int, store: str, form: str, out: str | None) -> None:
    """List what was added, in the order of the log: reports, duplicates, what was set aside, judgements.

    The last seq is where the next call goes on: `onrecord diff --since SEQ`. A number below 10,000 that is meant as a
    year is written with a month: 2024-01.
    """
    with Store(store) as opened:
        answer(opened.changes(int(since) if since.isdigit() else since, limit), form, out)
