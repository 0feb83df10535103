"""How far a score may be chance: intervals by drawing the scored documents or sentences anew, with replacement."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Any

from evaluation.score import f1

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from evaluation.score import Score

DRAWS = 500
SEED = 6
Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Sample:
    """What a score is made of: one item a document or sentence, and the function from items to the score's value."""

    items: Sequence[Any]
    value: Callable[[Sequence[Any]], float]


def total(items: Sequence[tuple[int, int, int]]) -> tuple[int, int, int]:
    """Add (matched, predicted, gold) of documents up."""
    return sum(one[0] for one in items), sum(one[1] for one in items), sum(one[2] for one in items)


def of_f1(items: Sequence[tuple[int, int, int]]) -> float:
    """Give F1 of (matched, predicted, gold) a document."""
    return f1(*total(items))[2]


def of_share(items: Sequence[tuple[float, float]]) -> float:
    """Give the share right of (right, total) a document."""
    right, count = sum(one[0] for one in items), sum(one[1] for one in items)
    return right / count if count else 0.0


def interval_of(score: Score) -> Interval | None:
    """Give the middle 95 % of the values of redrawn items; None where the scorer hands no items.

    The draws are seeded, so the same items give the same interval.
    """
    if score.sample is None or len(score.sample.items) < 2:
        return None
    random, items = Random(SEED), list(score.sample.items)  # noqa: S311 - chance for statistics, not for secrets
    values = sorted(score.sample.value(random.choices(items, k=len(items))) for _ in range(DRAWS))
    edge = DRAWS // 40
    return values[edge], values[-edge - 1]
