"""Scores relations on the evidence gold: type, subject and object; an object without entity by its words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

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
    matched = predicted = gold = typed = 0
    misses: list[str] = []
    for article in load_gold(data / "gold"):
        raw = json.loads((data / "gold" / f"{article.name}.json").read_text(encoding="utf-8"))
        ours = predict(read_plain(article.text, article.published), article)
        found, wanted = ours.reading.relations, raw["relations"]
        pairs = pair(found, wanted, lambda one, other, ours=ours, raw=raw: _same(one, other, ours, raw))  # type: ignore[misc]
        matched, predicted, gold = matched + len(pairs), predicted + len(found), gold + len(wanted)
        typed += len(pair(found, wanted, lambda one, other, ours=ours: float(_same_subject(one, other, ours))))  # type: ignore[misc]
        used, reached = {i for i, _ in pairs}, {j for _, j in pairs}
        misses += [f"{article.name}: missed {_gold_words(r, raw)}" for j, r in enumerate(wanted) if j not in reached]
        misses += [f"{article.name}: extra {_our_words(r, ours)}" for i, r in enumerate(found) if i not in used]
    return [_score("type, subject and object", (matched, predicted, gold), misses), _score("type and subject", (typed, predicted, gold), [])]


def _score(metric: str, counts: tuple[int, int, int], misses: list[str]) -> Score:
    precision, recall, value = f1(*counts)
    return Score("relations", "gold", f"{metric}, F1 (P {precision:.2f}, R {recall:.2f})", value, counts[2], misses=misses)


def _same_subject(ours: Relation, gold: dict[str, Any], predicted: Predicted) -> bool:
    return bool(ours.type == gold["type"] and predicted.entity.get(ours.subject) == gold["subject"])


def _same(ours: Relation, gold: dict[str, Any], predicted: Predicted, raw: dict[str, Any]) -> float:
    if not _same_subject(ours, gold, predicted):
        return 0.0
    wanted = gold["object"]
    if wanted in raw["entities"]:
        return float(predicted.entity.get(ours.object) == wanted)
    words = _words_of(ours, predicted)
    return float(any(wanted.lower() in word.lower() or word.lower() in wanted.lower() for word in words))


def _words_of(ours: Relation, predicted: Predicted) -> list[str]:
    """Give the words by which our object may be called."""
    reading = predicted.reading
    text = reading.report.text
    named = [entity.name for entity in reading.entities if entity.id == ours.object]
    placed = [slice_of(text, place.span) for place in reading.places if place.id == ours.object]
    timed = [slice_of(text, time.span) for time in reading.times if time.id == ours.object]
    return [*named, *placed, *timed] or [ours.object]


def _gold_words(gold: dict[str, Any], raw: dict[str, Any]) -> str:
    names = [raw["entities"][key]["name"] if key in raw["entities"] else key for key in (gold["subject"], gold["object"])]
    return f"{gold['type']}({names[0]}, {names[1]})"


def _our_words(ours: Relation, predicted: Predicted) -> str:
    subject = next((entity.name for entity in predicted.reading.entities if entity.id == ours.subject), ours.subject)
    return f"{ours.type}({subject}, {_words_of(ours, predicted)[0]}) [{ours.rule}] {slice_of(predicted.reading.report.text, ours.span[0])!r}"
