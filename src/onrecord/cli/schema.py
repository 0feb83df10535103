"""`onrecord schema`: the shape of the JSON."""

import click

from onrecord.exports.schema import json_schema


@click.command(short_help="Print the JSON Schema of the records.")
def schema() -> None:
    """Print the JSON Schema of the records, as `--format json` and `jsonl` write them."""
    click.echo(json_schema(), nl=False)
