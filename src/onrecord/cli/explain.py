"""`onrecord explain`: why a record is there."""

from __future__ import annotations

from typing import Any

import click

import onrecord
from onrecord.cli.choices import given, report_choices
from onrecord.cli.registry import registry_option


@click.command(short_help="Say why a record is there.")
@click.argument("ref", metavar="FILE|URL|-")
@click.argument("record", required=False, metavar="[RECORD]")
@report_choices
@registry_option
def explain(ref: str, record: str | None, **choices: Any) -> None:
    """Say why each record of a report is there, or one of them (v3): the rule, what it saw, its score, and the words.

    Ids are those that `onrecord read` shows: s1 a statement, v1 an event, f1 a figure, r1 a relation; and those of its
    JSON: p1 a place, e1 an entity, which come with the candidates that there were, each with its features and weights.
    """
    reading = onrecord.read(ref, **given(choices))
    found = onrecord.explain(reading, record, choices["registry"])
    click.echo("\n\n".join(str(one) for one in found) or "Nothing was put on record.")
