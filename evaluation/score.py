"""One measured figure, and the arithmetic that all scorers share."""

from __future__ import annotations

import gzip
import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from evaluation.bootstrap import Sample


@dataclass(frozen=True, slots=True)
class Score:
    """A figure: which task, on which set, by which metric; `n` is what was scored (gold items, or sentences).

    `baseline` is an all-default baseline from the same run; `peers` maps a peer's name to (number, "measured" or
    "published"). `misses` are readable samples of what went wrong; they quote the sets and are never written to a file.
    `sample` is what the value is made of, for its interval. Of an error, `less` is better; `held` tells whether a floor
    is kept under the score (not under speeds).
    """

    task: str
    set: str
    metric: str
    value: float
    n: int
    baseline: float | None = None
    peers: dict[str, tuple[float, str]] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)
    sample: Sample | None = None
    less: bool = False
    held: bool = True


def data_folder() -> Path:
    """Where the data sets lie: ONRECORD_DATA, by default ../shared."""
    return Path(os.environ.get("ONRECORD_DATA", "../shared"))


def load_lines(path: Path) -> list[dict[str, Any]]:
    """Read JSON Lines, packed or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def f1(matched: int, predicted: int, gold: int) -> tuple[float, float, float]:
    """Precision, recall and F1 from counts; 0 where undefined."""
    precision = matched / predicted if predicted else 0.0
    recall = matched / gold if gold else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0
