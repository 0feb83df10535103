"""Scores mentions, types and coreference on the evidence gold, and names with their types on re3d."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from evaluation import re3d
from evaluation.evidence.gold import spans_of
from evaluation.evidence.matching import covers_half, pair
from evaluation.read import read_plain
from evaluation.score import Score
from onrecord.model import slice_of

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.model import Reading, Span


def evaluate(data: Path) -> list[Score]:
    """Score the gold's entities and re3d's."""
    return [*score_gold(data / "gold"), *re3d.score(data / "data" / "re3d" / "re3d.jsonl")]


@dataclass(slots=True)
class Tally:
    """Right and total, metric by metric, with the misses in words."""

    right: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)
    misses: dict[str, list[str]] = field(default_factory=dict)

    def count(self, metric: str, value: float, miss: str = "") -> None:
        """Add one item; `miss` tells of it where it is wrong."""
        self.right[metric] += value  # type: ignore[assignment]
        self.total[metric] += 1
        if miss and not value:
            self.misses.setdefault(metric, []).append(miss)

    def share(self, metric: str) -> float:
        """Give right of total."""
        return self.right[metric] / self.total[metric] if self.total[metric] else 0.0


def score_gold(folder: Path) -> list[Score]:
    """Score all articles together."""
    tally = Tally()
    for file in sorted(folder.glob("*.json")):
        raw = json.loads(file.read_text(encoding="utf-8"))
        _Article(read_plain(raw["text"], raw["published"]), raw, tally, file.stem).count()
    precision, recall = tally.share("precision"), tally.share("recall")
    cubed = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    shown = [("B-cubed F1" + f" (P {precision:.2f}, R {recall:.2f})", cubed, "precision")]
    shown += [(metric, tally.share(metric), metric) for metric in ("mention recall", "type", "source's entity")]
    return [
        Score("entities", "gold", name, value, tally.total[metric], misses=tally.misses.get(metric, []))
        for name, value, metric in shown
    ]


class _Article:
    """One article: gold mentions, ours, and which of ours stands for which of gold."""

    def __init__(self, reading: Reading, raw: dict[str, Any], tally: Tally, name: str) -> None:
        self.raw, self.tally, self.name = raw, tally, name
        self.types = {entity.id: entity.type for entity in reading.entities}
        self.ours = [(entity.id, mention.span) for entity in reading.entities for mention in entity.mentions]
        self.gold = [(key, span) for key, entity in raw["entities"].items() for span in spans_of(entity["mentions"])]
        pairs = pair([span for _, span in self.ours], [span for _, span in self.gold], closeness)
        self.mine = {j: self.ours[i][0] for i, j in pairs}

    def count(self) -> None:
        """Add the article to the tally."""
        for j, (key, span) in enumerate(self.gold):
            words = f"{self.name}: {slice_of(self.raw['text'], span)!r} of {self.raw['entities'][key]['name']}"
            self.tally.count("mention recall", j in self.mine, words)
            self._count_cubed(j, words)
        for key, entity in self.raw["entities"].items():
            best = self._standing_for(key)
            if best is not None:
                words = f"{self.name}: {entity['name']}: {self.types[best]} for {entity['type']}"
                self.tally.count("type", self.types[best] == entity["type"], words)
        for statement in self.raw["statements"]:
            if isinstance(statement["source_entity"], str) and statement["source"]:
                self._count_source(statement["source_entity"], spans_of(statement["source"])[0])

    def _count_cubed(self, j: int, words: str) -> None:
        """Count B-cubed: how much a mention's entity of ours shares with its gold entity; a missed one stands alone."""
        mates = {k for k, (key, _) in enumerate(self.gold) if key == self.gold[j][0]}
        ours = {k for k in self.mine if self.mine[k] == self.mine[j]} if j in self.mine else {j}
        shared = len(mates & ours)
        self.tally.count("precision", shared / len(ours))
        self.tally.count("recall", shared / len(mates))
        if shared * 2 < max(len(ours), len(mates)) and j in self.mine:
            how = "with others" if shared * 2 < len(ours) else "split off"
            self.tally.misses.setdefault("precision", []).append(f"{words}: {how}")

    def _count_source(self, key: str, span: Span) -> None:
        """Count a gold source as right where its words lie in our entity that stands for its gold entity."""
        near = max(self.ours, key=lambda item: _nearness(item[1], span), default=None)
        found = near[0] if near is not None and _nearness(near[1], span) > 0 else None
        words = f"{self.name}: {slice_of(self.raw['text'], span)[:60]!r} is {self.raw['entities'][key]['name']}"
        self.tally.count("source's entity", found is not None and found == self._standing_for(key), words)

    def _standing_for(self, key: str) -> str | None:
        """Give our entity that holds most mentions of a gold entity."""
        found = Counter(self.mine[j] for j, (other, _) in enumerate(self.gold) if other == key and j in self.mine)
        return min(found, key=lambda ours: (-found[ours], ours), default=None)


def closeness(span: Span, other: Span) -> float:
    """Weight of a mention match: half of the longer is shared, or both end alike; exact ones first."""
    if not covers_half((span,), (other,), max) and not (span[1] == other[1] and covers_half((span,), (other,))):
        return 0.0
    return 1 / (1 + abs(span[0] - other[0]) + abs(span[1] - other[1]))


def _nearness(span: Span, source: Span) -> float:
    """Weight for a source's words, which may run on after the mention ("a U.S. official with knowledge of …")."""
    return closeness(span, source) or (0.001 if span[0] == source[0] else 0.0)
