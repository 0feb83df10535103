"""`onrecord read`: from pages to their evidence records."""

from __future__ import annotations

import sys
from typing import Any

import click

import onrecord
from onrecord.cli.choices import given, report_choices
from onrecord.cli.output import choose_export, write_readings
from onrecord.cli.registry import registry_option
from onrecord.cli.run import Run, count_inputs
from onrecord.exports import EXPORTS

EPILOG = """\b
Examples:
  onrecord read page.html
  onrecord read page.html --published 2024-05-12 --format json
  onrecord read page.html --out page.html         the format follows the suffix
  onrecord read reports/ --jobs 4 --format jsonl --out records.jsonl
  onrecord read reports/ --format html --out pages/   one page a report
  onrecord read articles.csv --column text=body --column title=headline --format csv
  onrecord read reports/ --registry mine.toml     with actors of your own
  curl -s https://example.org/story | onrecord read - --url https://example.org/story

\b
Exit codes: 0 all read, 1 some inputs set aside, 2 wrong usage, 3 nothing could be read,
4 the output could not be written, 130 interrupted.
"""


@click.command(epilog=EPILOG, short_help="Read reports and show what they put on record.")
@click.argument("refs", nargs=-1, required=True, metavar="FILE|DIR|URL|- …")
@click.option("--format", "name", type=click.Choice([export.name for export in EXPORTS]), help="Default: by the suffix of --out, else text.")  # fmt: skip  # noqa: E501
@click.option(
    "--out", metavar="FILE|DIR", help="Where to write; a folder (or a name that ends in /) gets a file a report."
)
@report_choices
@registry_option
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Processes to read with.")
@click.option("--quiet", is_flag=True, help="Nothing on stderr: no progress, no counts, no list of what was set aside.")
@click.pass_context
def read(ctx: click.Context, /, refs: tuple[str, ...], name: str | None, out: str | None, **choices: Any) -> None:
    """Read reports and show what they put on record.

    An input is a page (HTML), a text, a file of many articles (CSV, TSV, JSON, JSON Lines), a folder of these, an
    address, or - for standard input. Every record is tied to the exact words that it comes from.
    """
    quiet, jobs = choices.pop("quiet"), choices.pop("jobs")
    export = choose_export(name, out)
    # a bar and reports on one terminal would run into each other
    bar = out is not None or not sys.stdout.isatty()
    run = Run(onrecord.read_all(refs, jobs=jobs, **given(choices)), count_inputs(refs), quiet=quiet, bar=bar)
    write_readings(run.readings(), export, out)
    ctx.exit(run.close())
