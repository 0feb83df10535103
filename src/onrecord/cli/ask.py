"""Commands that ask a store: their options, and where their answers go."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import click

from onrecord.cli.choices import store_choice
from onrecord.cli.rows_out import send
from onrecord.exports.listing import FORMATS
from onrecord.model.standing import VALUES
from onrecord.model.statement import SourceKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from onrecord.model.listing import Row

Command = TypeVar("Command", bound="Callable[..., Any]")


class Near(click.ParamType):  # type: ignore[type-arg]  # older click is not generic
    """LAT,LON,KM."""

    name = "lat,lon,km"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[float, float, float]:
        """Read three numbers."""
        try:
            lat, lon, km = (float(part) for part in str(value).split(","))
        except ValueError:
            self.fail(f"{value!r}: expected LAT,LON,KM, for instance 36.35,43.15,50.", param, ctx)
        if not (-90 <= lat <= 90 and -180 <= lon <= 180 and km > 0):
            self.fail(f"{value!r}: latitude goes to ±90, longitude to ±180, and the distance is above 0.", param, ctx)
        return lat, lon, km


def filter_choices(command: Command) -> Command:
    """Add the filters."""
    options = (
        store_choice,
        click.option("--actor", metavar="NAME|ID", help="Who acts, speaks or is counted: a name or a registry id."),
        click.option("--place", metavar="NAME|CC", help="Where it happened: a place's name or a country's code."),
        click.option("--near", type=Near(), metavar="LAT,LON,KM", help="Where it happened: so many km around a point."),
        click.option("--type", metavar="TYPE", help="Type of the event: ASSAULT, PROTEST, AGREE …"),
        click.option("--from", "since", metavar="DATE", help="Happened on or after: YYYY, YYYY-MM or YYYY-MM-DD."),
        click.option("--to", "until", metavar="DATE", help="Happened on or before."),
        click.option("--reported-from", "reported_since", metavar="DATE", help="Published on or after."),
        click.option("--reported-to", "reported_until", metavar="DATE", help="Published on or before."),
        click.option("--certainty", type=click.Choice(VALUES), help="What somebody holds of the event."),
        click.option("--source-kind", type=click.Choice(get_args(SourceKind)), help="Kind of the source that speaks."),
        click.option("--named/--anonymous", default=None, help="Whether the source is named in the report."),
        click.option("--least-sources", type=click.IntRange(min=1), help="Least originating sources, at the low end."),
        click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="Rows to give."),
        click.option("--offset", type=click.IntRange(min=0), default=0, show_default=True, help="Rows to leave out."),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return form_choices(command)


def form_choices(command: Command) -> Command:
    """Add where the rows go."""
    out = click.option("--out", metavar="FILE", help="Where to write; by default standard output.")
    form = click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
    return form(out(command))


def answer(rows: Sequence[Row], form: str, out: str | None) -> None:
    """Write rows to the terminal, to standard output or to a file."""
    send(rows, form, Path(out) if out else None, sys.stdout)


def given(choices: dict[str, Any]) -> dict[str, Any]:
    """Leave out what was not given."""
    return {name: value for name, value in choices.items() if value is not None}
