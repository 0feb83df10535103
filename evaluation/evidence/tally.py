"""Counts of what matched, was predicted and is gold, by metric and article, with the misses in words."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from evaluation.evidence.matching import covers_half, shared
from onrecord.model import slice_of

if TYPE_CHECKING:
    from evaluation.evidence.gold import Spans


class Tally:
    """Adds up over articles; `article` is the name that its misses bear."""

    def __init__(self) -> None:
        self.default: Counter[str] = Counter()
        self.articles: defaultdict[str, list[tuple[int, int, int]]] = defaultdict(list)
        self.misses: defaultdict[str, list[str]] = defaultdict(list)
        self.article = ""

    def count(self, metric: str, matched: int, predicted: int, gold: int) -> None:
        """Add one article's counts."""
        self.articles[metric].append((matched, predicted, gold))

    def miss(self, metric: str, words: str) -> None:
        """Note what went wrong, for people."""
        self.misses[metric].append(f"{self.article}: {words}")


def words_of(text: str, spans: Spans) -> str:
    """Quote spans, shortened for a line."""
    return " … ".join(slice_of(text, span) for span in spans)[:100].replace("\n", " ")


def same(one: Spans, other: Spans) -> float:
    """Weight of a span match: the shared characters, where they are half of the shorter."""
    return float(shared(one, other)) if covers_half(one, other) else 0.0
