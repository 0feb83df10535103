"""Groups things by pair scores: average linkage, the best pair first, ties by key, people's decisions before all.

The outcome depends on the scores and keys alone, not on the order in which they were given.
"""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Pair = tuple[str, str]
UNLIKE = -0.5
"""Score of a pair that was not compared, because nothing speaks for it."""


def cluster(
    keys: Iterable[str],
    scores: Mapping[Pair, float],
    threshold: float,
    must: Iterable[Pair] = (),
    cannot: Iterable[Pair] = (),
) -> list[list[str]]:
    """Join groups while the mean score between two of them reaches the threshold.

    `scores` holds each pair once, in either order. Pairs of `must` are joined first, whatever they score; groups that
    hold a pair of `cannot` are never joined. Gives sorted groups in order of their first keys.
    """
    groups = _Groups(keys, scores)
    for one, other in sorted((min(pair), max(pair)) for pair in must):
        groups.join(groups.of(one), groups.of(other))
    groups.forbid(cannot)
    return groups.grow(threshold)


class _Groups:
    """Groups by their smallest key, with sum and number of the scores between each two."""

    def __init__(self, keys: Iterable[str], scores: Mapping[Pair, float]) -> None:
        self.members: dict[str, list[str]] = {key: [key] for key in sorted(keys)}
        self.group: dict[str, str] = {key: key for key in self.members}
        self.between: dict[str, dict[str, tuple[float, int]]] = {key: {} for key in self.members}
        self.forbidden: dict[str, set[str]] = {key: set() for key in self.members}
        for (one, other), score in scores.items():
            if one in self.between and other in self.between and one != other:
                self.between[one][other] = self.between[other][one] = (score, 1)

    def of(self, key: str) -> str:
        return self.group[key]

    def forbid(self, cannot: Iterable[Pair]) -> None:
        for one, other in cannot:
            # what people joined stays joined, whatever tells it apart
            if one in self.group and other in self.group and self.of(one) != self.of(other):
                self.forbidden[self.of(one)].add(self.of(other))
                self.forbidden[self.of(other)].add(self.of(one))

    def mean(self, one: str, other: str) -> float:
        total, scored = self.between[one].get(other, (0.0, 0))
        pairs = len(self.members[one]) * len(self.members[other])
        return (total + (pairs - scored) * UNLIKE) / pairs

    def join(self, one: str, other: str) -> str:
        """Make one group of two and give its key."""
        if one == other:
            return one
        kept, gone = _ordered(one, other)
        for third, (total, scored) in self.between.pop(gone).items():
            del self.between[third][gone]
            if third != kept:
                sum_, number = self.between[kept].get(third, (0.0, 0))
                self.between[kept][third] = self.between[third][kept] = (sum_ + total, number + scored)
        for key in self.members[gone]:
            self.group[key] = kept
        self.members[kept] += self.members.pop(gone)
        for third in self.forbidden.pop(gone):
            self.forbidden[third].remove(gone)
            self.forbidden[third].add(kept)
            self.forbidden[kept].add(third)
        return kept

    def grow(self, threshold: float) -> list[list[str]]:
        heap = [
            (-mean, one, other)
            for one in self.between for other in self.between[one]
            if one < other and (mean := self.mean(one, other)) >= threshold
        ]  # fmt: skip
        heapq.heapify(heap)
        while heap:
            negative, one, other = heapq.heappop(heap)
            stale = one not in self.members or other not in self.members or self.mean(one, other) != -negative
            if stale or other in self.forbidden[one]:
                continue
            kept = self.join(one, other)
            for third in self.between[kept]:
                mean = self.mean(kept, third)
                if mean >= threshold:
                    heapq.heappush(heap, (-mean, *_ordered(kept, third)))
        return [sorted(self.members[key]) for key in sorted(self.members)]


def _ordered(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
