"""`python -m evaluation [TASK …]`: run the scorers, print the table, hold the floors."""

from __future__ import annotations

import argparse
import sys
from time import perf_counter
from typing import TYPE_CHECKING

from evaluation.floors import check_floors, raise_floors
from evaluation.known import with_known_peers
from evaluation.peers import measured_peers
from evaluation.score import data_folder
from evaluation.tables import print_scores, write_pages
from evaluation.tasks import TASKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evaluation.score import Score


def main(arguments: list[str] | None = None) -> int:
    """Run; 0 when all floors hold, 1 when one fell, 0 with a word where the data sets are not there."""
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("tasks", nargs="*", metavar="TASK", help=f"one or more of: {', '.join(TASKS)} (default: all)")
    parser.add_argument("--gate", action="store_true", help="fail where a score lies below its floor in floors.toml")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="print up to N misses of a kind and metric")
    parser.add_argument("--write", action="store_true", help="write docs/evaluation.md and evaluation/scores.json")
    parser.add_argument("--peers", action="store_true", help="run the peers of `make peers` on the same records")
    parser.add_argument(
        "--raise-floors", action="store_true", help="set each floor to just below today's score, never lower"
    )
    chosen = parser.parse_args(arguments)
    data = data_folder()
    if not data.is_dir():
        print(f"No data sets at {data}: nothing is scored. Set ONRECORD_DATA to the folder that holds data/ and gold/.")
        return 0
    if unknown := [name for name in chosen.tasks if name not in TASKS]:
        parser.error(f"no such task: {', '.join(unknown)}; there are {', '.join(TASKS)}")
    tasks = chosen.tasks or list(TASKS)
    scores = [with_known_peers(score) for score in run_tasks(tasks)]
    if chosen.peers:
        scores = measured_peers(scores, data)
    if chosen.raise_floors:
        raise_floors(scores)
    print_scores(scores, chosen.misses)
    if chosen.write:
        write_pages(scores)
    return check_floors(scores, tasks) if chosen.gate else 0


def run_tasks(names: Sequence[str]) -> list[Score]:
    """Run tasks in order; the seconds of each go to standard error."""
    scores = []
    for name in names:
        start = perf_counter()
        scores += TASKS[name](data_folder())
        print(f"{name}: {perf_counter() - start:.0f} s", file=sys.stderr)
    return scores


if __name__ == "__main__":
    sys.exit(main())
