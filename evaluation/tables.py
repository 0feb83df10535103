"""Scores for people: a table on the terminal, and a page for the documentation."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from evaluation.bootstrap import Interval, interval_of
from evaluation.floors import load_floors
from evaluation.known import key_of, reach_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evaluation.score import Score

PAGE, DATA = Path("docs/evaluation.md"), Path("evaluation/scores.json")
HEAD = """# Measured scores

Written by `make eval`. Each line is one metric on one development set. In brackets: the middle 95 % of the values that
come of drawing the documents (or sentences) anew, 500 times. *Baseline* is an all-default answer from the same run;
*reach* is what we set ourselves; *floor* is what CI holds; *peers* are other systems, with how their number is known.
↓ marks figures of which less is better, **bold** those that miss their reach. Held-out sets of the same kinds, which we
do not have, judge a release. Robustness, calibration, ablation and what was tried: [measured.md](measured.md).

| task | set | metric | ours | n | baseline | reach | floor | peers |
|---|---|---|---|---|---|---|---|---|
"""
Row = tuple[str, ...]


def print_scores(scores: list[Score], misses: int) -> None:
    """Print one line a score, with up to `misses` misses of each kind below it."""
    floors = load_floors()
    for score in scores:
        task, name, metric, ours, number, baseline, reach, floor, peers = _row(score, interval_of(score), floors)
        notes = (("baseline", baseline), ("reach", reach), ("floor", floor), ("peers:", peers))
        beside = "; ".join(f"{key} {value}" for key, value in notes if value)
        print(f"{task:12} {name:18} {metric:58} {ours:22} n={number}  {beside}")
        for kind, samples in _by_kind(score.misses).items():
            for sample in samples[:misses]:
                print(f"      {sample}")
            if misses:
                print(f"      ({len(samples)} {kind})")


def write_pages(scores: list[Score]) -> None:
    """Write the Markdown page and the JSON file; misses quote data sets, so they stay out."""
    floors, rows, values = load_floors(), [], []
    for score in scores:
        interval = interval_of(score)
        task, name, metric, ours, *rest = _row(score, interval, floors)
        shown = f"**{ours}**" if is_missed(score) else ours
        rows.append("| " + " | ".join((task, name, metric, shown, *rest)) + " |")
        value = {key: item for key, item in asdict(score).items() if key not in {"misses", "sample"}}
        values.append(value | {"interval": interval, "reach": reach_of(score), "floor": floors.get(key_of(score))})
    PAGE.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    DATA.write_text(json.dumps(values, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def write_part(page: Path, name: str, text: str) -> None:
    """Put a generated text between the marks `<!-- name -->` and `<!-- end of name -->` of a written page.

    Raises ValueError where the page has no such marks.
    """
    start, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
    before, mark, rest = page.read_text(encoding="utf-8").partition(start)
    _, other, after = rest.partition(end)
    if not mark or not other:
        message = f"{page} has no part {name!r}; expected the lines {start.strip()} and {end}"
        raise ValueError(message)
    page.write_text(before + start + text.strip() + "\n" + end + after, encoding="utf-8")


def table(head: Row, rows: Sequence[Row]) -> str:
    """Write a Markdown table."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def is_missed(score: Score) -> bool:
    """Tell whether a score does not reach what it is to reach; figures are compared as they are shown."""
    reach, value = reach_of(score), round(score.value, 3)
    return reach is not None and (value > reach if score.less else value < reach)


def _row(score: Score, interval: Interval | None, floors: dict[str, float]) -> Row:
    metric = score.metric + (" ↓" if score.less else "")
    between = f" [{interval[0]:.3f}, {interval[1]:.3f}]" if interval is not None else ""
    numbers = (_shown(number) for number in (score.baseline, reach_of(score), floors.get(key_of(score))))
    peers = "; ".join(f"{name} {value:.3f} ({how})" for name, (value, how) in score.peers.items())
    return (score.task, score.set, metric, f"{score.value:.3f}{between}", str(score.n), *numbers, peers)


def _shown(number: float | None) -> str:
    return "" if number is None else f"{number:.3f}"


def _by_kind(misses: list[str]) -> dict[str, list[str]]:
    """Group samples: what is missed, what is too much, what is wrong."""
    kinds: defaultdict[str, list[str]] = defaultdict(list)
    for miss in misses:
        first = miss.split()[:3]
        kinds[next((kind for kind in ("missed", "extra") if kind in first), "wrong")].append(miss)
    return dict(kinds)
