"""One run over inputs: readings come out, everything else is counted and said on stderr."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

import onrecord

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord import Reading, Tally
    from onrecord.jobs import Outcome

ALL_READ, SOME_SET_ASIDE, NONE_READ = 0, 1, 3


class Run:
    """Counts outcomes as they pass and says what is set aside; `bar` shows how far the work is, `quiet` is silent."""

    def __init__(self, outcomes: Iterable[Outcome], inputs: int, *, quiet: bool, bar: bool) -> None:
        self.outcomes, self.inputs, self.quiet, self.bar = outcomes, inputs, quiet, bar
        self.tally: Tally = onrecord.Tally()

    def readings(self) -> Iterator[Reading]:
        """Give the readings."""
        with self._bar() as bar:
            task = bar.add_task("", total=self.inputs)
            for outcome in self.outcomes:
                self.tally.add(outcome)
                bar.update(task, advance=1, description=str(self.tally.read))
                if isinstance(outcome, onrecord.Reading):
                    yield outcome
                elif not self.quiet:
                    bar.console.print(_said(outcome), markup=False, highlight=False, soft_wrap=True)

    def _bar(self) -> Progress:
        console = Console(stderr=True)
        hidden = self.quiet or self.inputs < 2 or not self.bar or not console.is_terminal
        columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description} read"), TimeElapsedColumn())
        return Progress(*columns, console=console, transient=True, disable=hidden)

    def close(self) -> int:
        """Say the counts and give the exit code."""
        if not self.quiet:
            click.echo(str(self.tally), err=True)
        if not self.tally.set_aside:
            return ALL_READ
        return SOME_SET_ASIDE if self.tally.read else NONE_READ


def _said(outcome: Outcome) -> str:
    if isinstance(outcome, onrecord.Duplicate):
        return f"Duplicate: {outcome.ref} is the same report as {outcome.of}."
    return f"Set aside: {outcome}"


def count_inputs(refs: tuple[str, ...]) -> int:
    """Count files under folders, one for everything else; rows of a file are not counted before they are read."""
    counted = 0
    for ref in refs:
        is_folder = "://" not in ref and Path(ref).is_dir()
        counted += sum(len(files) for _, _, files in os.walk(ref)) if is_folder else 1
    return counted
