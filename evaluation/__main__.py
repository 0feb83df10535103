"""`python -m evaluation [TASK …]`: run the scorers, print the table, hold the floors."""

from __future__ import annotations

import argparse
import sys

from evaluation.floors import check_floors, raise_floors
from evaluation.score import data_folder
from evaluation.tables import print_scores, write_pages
from evaluation.tasks import TASKS


def main(arguments: list[str] | None = None) -> int:
    """Run; 0 when all floors hold, 1 when one fell, 0 with a word where the data sets are not there."""
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("tasks", nargs="*", metavar="TASK", help=f"one or more of: {', '.join(TASKS)} (default: all)")
    parser.add_argument("--gate", action="store_true", help="fail where a score lies below its floor in floors.toml")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="print up to N misses a metric")
    parser.add_argument("--write", action="store_true", help="write docs/evaluation.md and evaluation/scores.json")
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
    scores = [score for name in chosen.tasks or TASKS for score in TASKS[name](data)]
    print_scores(scores, chosen.misses)
    if chosen.write:
        write_pages(scores)
    if chosen.raise_floors:
        raise_floors(scores)
    return check_floors(scores) if chosen.gate else 0


if __name__ == "__main__":
    sys.exit(main())
