"""`onrecord search`: reports by the words of their text."""

from __future__ import annotations

from typing import Any

import click

from onrecord.cli.ask import answer, form_choices, given
from onrecord.cli.choices import store_choice
from onrecord.exports.listing.store import Store


@click.command(short_help="Find reports by the words of their text.")
@click.argument("words", nargs=-1, required=True)
@store_choice
@click.option("--reported-from", "reported_since", metavar="DATE", help="Published on or after.")
@click.option("--reported-to", "reported_until", metavar="DATE", help="Published on or before.")
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="Rows to give.")
@click.option("--offset", type=click.IntRange(min=0), default=0, show_default=True, help="Rows to leave out.")
@form_choices
def search(words: tuple[str, ...], form: str, out: str | None, store: str, **choices: Any) -> None:
    """Find reports whose text has all these words.

    "words in quotes" stand next to each other, word* begins, OR takes either, -word (after --) must not be there. The
    best hits come first; of more than 100,000 the newest.
    """
    with Store(store) as opened:
        answer(opened.search(" ".join(words), **given(choices)), form, out)
