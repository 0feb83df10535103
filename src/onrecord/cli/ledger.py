"""`onrecord ledger`, `events`, `incidents`, `figures`, `sources`, `stories`, `timeline`: the lists of a store."""

from __future__ import annotations

from typing import Any

import click

from onrecord.cli.ask import answer, filter_choices, given
from onrecord.exports.listing.store import Store

LISTS = {
    "ledger": ("statements", "List statements: who is on record with what.", """
        The sign before the words is what the source holds of the event that it speaks of; the standing beside it is
        n reports · m originating sources · how many hold the opposite."""),
    "events": ("events", "List events, report by report.", """
        Who did what to whom, with the standing of the incident that each belongs to."""),
    "incidents": ("incidents", "List incidents: events of the world, with their standing.", """
        The standing is given for each value that somebody holds: certain, probable, possible, denied."""),
    "figures": ("figures", "List figures, and whether other reports agree.", """
        Figures contradict each other only for the same thing, place and date, and never through "dozens"."""),
    "sources": ("sources", "List who is on record, the most quoted first.", ""),
    "stories": ("stories", "List stories: reports on the same happening.", """
        The standing is n reports · m originating sources; copies of one wire story are one."""),
    "timeline": ("timeline", "List dated incidents in the order in which they happened.", """
        "happened" and "reported" are two lanes: an interval is as long as it is not known better."""),
}  # fmt: skip
"""Command, method of the store, first line of the help, the rest of it."""


def _command(name: str, method: str, about: str, more: str) -> click.Command:
    @click.command(name, short_help=about)
    @filter_choices
    def list_rows(form: str, out: str | None, store: str, **choices: Any) -> None:
        with Store(store) as opened:
            answer(getattr(opened, method)(**given(choices)), form, out)

    list_rows.help = f"{about}\n\n{' '.join(more.split())}\n\nEvery row ends with the id that `onrecord show` opens."
    return list_rows


ledger, events, incidents, figures, sources, stories, timeline = (_command(name, *said) for name, said in LISTS.items())
