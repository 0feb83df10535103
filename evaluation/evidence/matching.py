"""When a predicted span is a gold one, and how predicted records are paired with gold, one to one."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from evaluation.evidence.gold import Spans

One = TypeVar("One")
Other = TypeVar("Other")


def shared(one: Spans, other: Spans) -> int:
    """Count the characters that two lists of spans share."""
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)


def length(spans: Spans) -> int:
    """Count the characters of a list of spans."""
    return sum(end - start for start, end in spans)


def covers_half(one: Spans, other: Spans, of: Callable[[int, int], int] = min) -> bool:
    """Tell whether two lists overlap by at least half of the shorter (`of=min`) or of the longer (`of=max`)."""
    size = of(length(one), length(other))
    return size > 0 and shared(one, other) * 2 >= size


def any_covers(one: Spans, other: Spans) -> bool:
    """Tell whether some span of one list matches some span of the other."""
    return any(covers_half((a,), (b,)) for a in one for b in other)


def pair(
    predicted: Sequence[One], gold: Sequence[Other], weight: Callable[[One, Other], float]
) -> list[tuple[int, int]]:
    """Pair records one to one, the heaviest pairs first; pairs of weight 0 are no pairs."""
    candidates = [(-weight(one, other), i, j) for i, one in enumerate(predicted) for j, other in enumerate(gold)]
    used_predicted: set[int] = set()
    used_gold: set[int] = set()
    pairs = []
    for negative, i, j in sorted(candidates):
        if negative < 0 and i not in used_predicted and j not in used_gold:
            used_predicted.add(i)
            used_gold.add(j)
            pairs.append((i, j))
    return pairs
