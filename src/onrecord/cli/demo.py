"""`onrecord demo`: the main job on the bundled reports."""

from __future__ import annotations

from contextlib import ExitStack
from importlib.resources import as_file, files
from pathlib import Path

import click

import onrecord
from onrecord.cli.output import write_readings
from onrecord.cli.run import Run
from onrecord.exports import EXPORTS, export_named


@click.command(short_help="Read the bundled reports and write them in every format.")
@click.option("--out", metavar="DIR", default="out", show_default=True, help="Folder for the files.")
@click.option("--quiet", is_flag=True, help="Write the files only.")
@click.pass_context
def demo(ctx: click.Context, /, out: str, quiet: bool) -> None:  # noqa: FBT001 - click's signature
    """Read the bundled reports, show what they put on record, and write it in every format.

    The reports are invented: a wire brief, a feature with unnamed sources, a denial, a protest with disputed figures,
    a threat, and one wire story in two papers.
    """
    with ExitStack() as stack:
        folder = stack.enter_context(as_file(files("onrecord.demo").joinpath("reports")))
        run = Run(onrecord.read_all([folder]), 1, quiet=quiet, bar=False)
        readings = list(run.readings())
    if not quiet:
        write_readings(readings, export_named("text"), None)
    for export in EXPORTS:
        write_readings(readings, export, str(Path(out) / f"demo{export.suffix}"))
    code = run.close()
    if not quiet:
        click.echo(f"Written: {', '.join(f'{out}/demo{export.suffix}' for export in EXPORTS)}", err=True)
        click.echo(f"Open {out}/demo.html in a browser: click a record to see its words; ? shows the keys.", err=True)
    ctx.exit(code)
