"""`onrecord ingest`: from pages, archives and feeds into a store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from onrecord.cli.choices import given, report_choices, store_choice
from onrecord.cli.run import ALL_READ, NONE_READ, SOME_SET_ASIDE, count_inputs
from onrecord.jobs.ingest import Ingested, Ledger, ingest, rehearse
from onrecord.options import Options

if TYPE_CHECKING:
    from collections.abc import Iterable

EPILOG = """\b
Examples:
  onrecord ingest reports/ --store news.db --jobs 2
  onrecord ingest crawl.warc.gz collection.wacz --store news.db
  onrecord ingest feed.rss --store news.db --dry-run

\b
A run that was interrupted is continued by the same command: what is in the store is not read again.
Exit codes: 0 nothing set aside, 1 some inputs set aside, 2 wrong usage, 3 nothing could be read or no store,
130 interrupted.
"""


@click.command("ingest", epilog=EPILOG, short_help="Read reports into a store.")
@click.argument("refs", nargs=-1, required=True, metavar="FILE|DIR|WARC|WACZ|FEED|URL|- …")
@store_choice
@report_choices
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Processes to read with.")
@click.option("--dry-run", is_flag=True, help="Say what would become of each input; write nothing, parse nothing.")
@click.option("--quiet", is_flag=True, help="Nothing on stderr: no progress, no counts, no list of what was set aside.")
@click.pass_context
def ingest_command(ctx: click.Context, /, refs: tuple[str, ...], store: str, **choices: Any) -> None:
    """Read reports into a store: each input ends stored, as a duplicate, or set aside with a reason.

    An input is whatever `onrecord read` takes, or a web archive (WARC, WACZ), or a feed (RSS, Atom).
    """
    quiet, jobs, dry = choices.pop("quiet"), choices.pop("jobs"), choices.pop("dry_run")
    options = Options(**given(choices))
    command = " ".join(("ingest", *refs))
    found = (
        rehearse(refs, store, options, jobs=jobs) if dry else ingest(refs, store, options, jobs=jobs, command=command)
    )
    ctx.exit(follow(found, count_inputs(refs), quiet=quiet))


def follow(found: Iterable[Ingested], inputs: int, *, quiet: bool) -> int:
    """Show how far the work is, name what is set aside, say the counts, and give the exit code."""
    console, ledger = Console(stderr=True), Ledger()
    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    hidden = quiet or not console.is_terminal
    with Progress(*columns, console=console, transient=True, disable=hidden) as bar:
        task = bar.add_task("", total=inputs if inputs > 1 else None)
        for one in found:
            ledger.add(one)
            bar.update(task, advance=1, description=f"{ledger.fates['stored']} stored")
            if one.refused and not quiet:
                bar.console.print(f"Set aside: {one.refused}", markup=False, highlight=False, soft_wrap=True)
    if not quiet:
        click.echo(str(ledger), err=True)
    if not ledger.fates["set aside"]:
        return ALL_READ
    return SOME_SET_ASIDE if ledger.fates["stored"] or ledger.fates["duplicate"] else NONE_READ
