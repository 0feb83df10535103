"""Scores for people: a table on the terminal, and a page for the documentation."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evaluation.score import Score

PAGE, DATA = Path("docs/evaluation.md"), Path("evaluation/scores.json")
HEAD = """# Measured scores

Written by `make eval`. Each line is one metric on one development set; *baseline* is an all-default answer measured
in the same run; *peers* are other systems, with how their number is known. Held-out sets of the same kinds,
which we do not have, judge a release.

| task | set | metric | ours | n | baseline | peers |
|---|---|---|---|---|---|---|
"""


def print_scores(scores: list[Score], misses: int) -> None:
    """Print one line a score, with up to `misses` misses below it."""
    for score in scores:
        beside = f"  (baseline {score.baseline:.3f})" if score.baseline is not None else ""
        print(
            f"{score.task:12} {score.set:18} {score.metric:58} {score.value:6.3f}  n={score.n}{beside}{_peers(score)}"
        )
        for miss in score.misses[:misses]:
            print(f"      {miss}")


def write_pages(scores: list[Score]) -> None:
    """Write the Markdown page and the JSON file that it is drawn from; misses quote data sets, so they stay out."""
    rows = [
        f"| {s.task} | {s.set} | {s.metric} | {s.value:.3f} | {s.n} | "
        f"{'' if s.baseline is None else f'{s.baseline:.3f}'} | {_peers(s)} |"
        for s in scores
    ]
    PAGE.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    values = [{key: value for key, value in asdict(score).items() if key != "misses"} for score in scores]
    DATA.write_text(json.dumps(values, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _peers(score: Score) -> str:
    return "; ".join(f" {name} {value:.3f} ({how})" for name, (value, how) in score.peers.items())
