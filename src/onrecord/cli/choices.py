"""Options that several commands share: what is known about a report beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable

Command = TypeVar("Command", bound="Callable[..., Any]")


def columns_of(_ctx: click.Context, _option: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    """Read `name=column` pairs."""
    columns = {}
    for pair in given:
        name, sign, column = pair.partition("=")
        if not (name and sign and column):
            message = f"{pair!r}: expected name=column, for instance text=body."
            raise click.BadParameter(message)
        columns[name.strip()] = column.strip()
    return columns


def report_choices(command: Command) -> Command:
    """Add the options about the report itself."""
    options = (
        click.option("--published", metavar="DATE", help="When it was published: YYYY-MM-DD, YYYY-MM or YYYY."),
        click.option("--publisher", metavar="NAME", help="Who published it."),
        click.option("--url", metavar="URL", help="The address that it had."),
        click.option("--language", metavar="CODE", help="Its language (en), where it should not be detected."),
        click.option(
            "--column", "columns", multiple=True, metavar="NAME=COLUMN", callback=columns_of,
            help="In CSV and JSON Lines: which column holds title, text, url, published, publisher, authors, language.",
        ),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


def given(choices: dict[str, Any]) -> dict[str, Any]:
    """Leave out what was not given."""
    return {name: value for name, value in choices.items() if value}


store_choice = click.option("--store", required=True, metavar="FILE", help="The store, one file.")
"""The option that every command on a store has."""
