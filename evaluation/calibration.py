"""`python -m evaluation.calibration`: whether a record's `score` is the share of such records that are right.

Each kind of record is judged on one set by the rule of that set's scorer. A bin holds the records whose score lies in
a tenth; the expected calibration error is the mean distance of score and share right, each bin weighed by its records.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from evaluation.evidence.gold import load_gold
from evaluation.evidence.matching import covers_half, pair
from evaluation.evidence.task import read_article
from evaluation.figures import NEWSQUANT, number, quantity_of, read_figures, same_unit
from evaluation.places import CLOSE_KM, km_apart, resolved_toponyms
from evaluation.score import data_folder, load_lines
from evaluation.statements import CLAUSAL, POLNEAR, gold_roles, overlap, read_statements, same_whole
from evaluation.tables import table, write_part
from evaluation.times import TBAQ, read_times, same_value

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE = Path("docs/measured.md")
BINS = 10
Judged = tuple[float, bool]


def main(arguments: list[str] | None = None) -> int:
    """Print the table; 0 with a word where the data sets are not there."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.calibration", description=__doc__)
    parser.add_argument("--write", action="store_true", help=f"put the tables into {PAGE}")
    chosen = parser.parse_args(arguments)
    if not data_folder().is_dir():
        print(f"No data sets at {data_folder()}: nothing is scored.")
        return 0
    judged = {name: judge(data_folder()) for name, judge in KINDS.items()}
    text = reliability_table(judged)
    print(text)
    if chosen.write:
        write_part(PAGE, "calibration", text)
    return 0


def reliability_table(judged: dict[str, list[Judged]]) -> str:
    """Write one line a kind: how many, mean score, share right, error, and the share right in each tenth."""
    edges = [f"{i / BINS:.1f}–{(i + 1) / BINS:.1f}" for i in range(4, BINS)]
    rows = []
    for name, records in judged.items():
        bins = bins_of(records)
        score = sum(one for one, _ in records) / len(records)
        right = sum(one for _, one in records) / len(records)
        cells = [_cell(bins.get(i, [])) for i in range(4, BINS)]
        numbers = (str(len(records)), f"{score:.3f}", f"{right:.3f}", f"{calibration_error(records):.3f}")
        rows.append((name, *numbers, *cells))
    return table(("records", "n", "mean score", "share right", "error", *edges), rows)


def bins_of(records: list[Judged]) -> dict[int, list[Judged]]:
    """Sort records into tenths by their score; 1.0 goes to the last one."""
    bins: defaultdict[int, list[Judged]] = defaultdict(list)
    for score, right in records:
        bins[min(int(score * BINS), BINS - 1)].append((score, right))
    return dict(sorted(bins.items()))


def calibration_error(records: list[Judged]) -> float:
    """Give the expected calibration error; 0 where there are no records."""
    gaps = (abs(sum(score - right for score, right in one)) for one in bins_of(records).values())
    return sum(gaps) / len(records) if records else 0.0


def _cell(records: list[Judged]) -> str:
    return f"{sum(right for _, right in records) / len(records):.2f} ({len(records)})" if records else ""


def _statements(data: Path, file: str, rules: frozenset[str] | None) -> list[Judged]:
    judged = []
    for document in load_lines(data / file):
        gold = [gold_roles(raw) for raw in document["attributions"]]
        found = [roles for roles in read_statements(document) if rules is None or roles.rule in rules]
        matched = {i for i, _ in pair(found, gold, partial(same_whole, overlap))}
        judged += [(roles.score, i in matched) for i, roles in enumerate(found)]
    return judged


def _events(data: Path) -> list[Judged]:
    judged = []
    for gold in load_gold(data / "gold"):
        ours = read_article(gold)
        for event in ours.reading.events:
            spans = ours.spans(event.trigger)
            near = (g for g in gold.events if g.type == event.type)
            right = any(covers_half((a,), (b,)) for g in near for a in spans for b in g.trigger)
            judged.append((event.score, right))
    return judged


def _times(data: Path) -> list[Judged]:
    judged = []
    for record in load_lines(data / TBAQ):
        gold = [((one["start"], one["end"]), same_value(one["value"])) for one in record["timex3"]]
        for time in read_times(record["text"], record["dct"][:10]):
            value = same_value(time.value)
            judged.append((time.score, any(overlap((time.span,), (s,)) and value == v for s, v in gold)))
    return judged


def _figures(data: Path) -> list[Judged]:
    judged = []
    for record in load_lines(data / NEWSQUANT):
        gold = [(number(one["value"]), one["normalized_unit"]) for one in record["quantities"]]
        for figure in read_figures(record["text"]):
            ours = quantity_of(figure)
            judged.append((figure.score, any(ours.value == v and same_unit(ours.unit, unit) for v, unit in gold)))
    return judged


def _places(data: Path) -> list[Judged]:
    articles = load_lines(data / "data/lgl/lgl.jsonl.gz")
    pairs = [found for article in articles for found in resolved_toponyms(article)]
    return [(place.score, km_apart(toponym, place) <= CLOSE_KM) for toponym, place in pairs]


KINDS: dict[str, Callable[[Path], list[Judged]]] = {
    "statements, whole (PolNeAR dev)": lambda data: _statements(data, POLNEAR, None),
    "statements of a clause, whole (GUM)": lambda data: _statements(
        data, "data/gum_attribution/attribution.jsonl", CLAUSAL
    ),
    "events, trigger and type (gold)": _events,
    "times, value (TimeBank, AQUAINT)": _times,
    "figures, value and unit (NewsQuant)": _figures,
    "places, within 161 km (LGL, mentions given)": _places,
}

if __name__ == "__main__":
    sys.exit(main())
