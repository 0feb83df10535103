"""Scores relations on the evidence gold: type, subject and object; an object without entity by its words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from evaluation.bootstrap import Sample, of_f1, total
from evaluation.evidence.gold import load_gold
from evaluation.evidence.matching import pair
from evaluation.evidence.predicted import predict
from evaluation.read import read_plain
from evaluation.score import Score, f1
from onrecord.model import slice_of

if TYPE_CHECKING:
    from pathlib import Path

    from evaluation.evidence.predicted import Predicted
    from onrecord.model import Relation


def evaluate(data: Path) -> list[Score]:
    """Score the relations of data/gold's articles together."""
    whole: list[tuple[int, int, int]] = []
    ends: list[tuple[int, int, int]] = []
    misses: list[str] = []
    for article in load_gold(data / "gold"):
        raw = json.loads((data / "gold" / f"{article.name}.json").read_text(encoding="utf-8"))
        match = _Match(predict(read_plain(article.text, article.published), article), raw)
        found, wanted = match.ours.reading.relations, raw["relations"]
        pairs = pair(found, wanted, match.same)
        for counts, size in ((whole, len(pairs)), (ends, len(pair(found, wanted, match.same_subject)))):
            counts.append((size, len(found), len(wanted)))
        used, reached = {i for i, _ in pairs}, {j for _, j in pairs}
        misses += [f"{article.name}: missed {match.wanted(r)}" for j, r in enumerate(wanted) if j not in reached]
        misses += [f"{article.name}: extra {match.given(r)}" for i, r in enumerate(found) if i not in used]
    return [_score("type, subject and object", whole, misses), _score("type and subject", ends, [])]


def _score(metric: str, counts: list[tuple[int, int, int]], misses: list[str]) -> Score:
    precision, recall, value = f1(*total(counts))
    metric = f"{metric}, F1 (P {precision:.2f}, R {recall:.2f})"
    sample = Sample(counts, of_f1)
    return Score("relations", "gold", metric, value, total(counts)[2], misses=misses, sample=sample)


class _Match:
    """One article's relations beside the gold's."""

    def __init__(self, ours: Predicted, raw: dict[str, Any]) -> None:
        self.ours, self.raw = ours, raw

    def same_subject(self, relation: Relation, gold: dict[str, Any]) -> float:
        """Weigh a pair by type and subject."""
        return float(relation.type == gold["type"] and self.ours.entity.get(relation.subject) == gold["subject"])

    def same(self, relation: Relation, gold: dict[str, Any]) -> float:
        """Weigh a pair by type, subject and object; an object that is no entity by its words."""
        if not self.same_subject(relation, gold):
            return 0.0
        wanted = gold["object"]
        if wanted in self.raw["entities"]:
            return float(self.ours.entity.get(relation.object) == wanted)
        named = [word.lower() for word in self.words(relation)]
        return float(any(wanted.lower() in word or word in wanted.lower() for word in named))

    def words(self, relation: Relation) -> list[str]:
        """Give the words by which our object may be called."""
        reading = self.ours.reading
        named = [entity.name for entity in reading.entities if entity.id == relation.object]
        spans = [place.span for place in reading.places if place.id == relation.object]
        spans += [time.span for time in reading.times if time.id == relation.object]
        return [*named, *(slice_of(reading.report.text, span) for span in spans)] or [relation.object]

    def wanted(self, gold: dict[str, Any]) -> str:
        """Write a gold relation for people."""
        entities = self.raw["entities"]
        names = [entities[key]["name"] if key in entities else key for key in (gold["subject"], gold["object"])]
        return f"{gold['type']}({names[0]}, {names[1]})"

    def given(self, relation: Relation) -> str:
        """Write one of ours for people."""
        reading = self.ours.reading
        subject = next((entity.name for entity in reading.entities if entity.id == relation.subject), "?")
        words = slice_of(reading.report.text, relation.span[0])
        return f"{relation.type}({subject}, {self.words(relation)[0]}) [{relation.rule}] {words!r}"
