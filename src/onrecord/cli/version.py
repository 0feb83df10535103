"""`onrecord --version`: what made the records, to be kept beside them."""

import click

from onrecord.provenance import versions


def print_version(ctx: click.Context, _option: click.Parameter, asked: bool) -> None:  # noqa: FBT001 - click's signature
    """Print a line a part and exit."""
    if asked and not ctx.resilient_parsing:
        click.echo("\n".join(f"{name:<9} {value}" for name, value in versions().items()))
        ctx.exit()
