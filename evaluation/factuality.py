"""Scores the reader's factuality of given predicates: UDS (web), UW (newswire), MEANTIME (Wikinews)."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Any

from evaluation.bootstrap import Sample, of_share
from evaluation.events import read_sentence
from evaluation.score import Score, load_lines
from onrecord.stages.factuality.spans import factuality_of_spans

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SETS = (
    ("uds dev", "data/uds_factuality/uds.jsonl.gz", "dev", "factual", 0.86),
    ("uw dev", "data/uw_factuality/uw.jsonl.gz", "dev", "label", 0.87),
    ("meantime", "data/meantime/meantime.jsonl", None, "label", 0.70),
)
"""Name, file, part (None: all), key of the gold number, and a fine-tuned BERT's r (from memory, unverified)."""
CERTAIN = 3.0
MISSES = 20
COVERED = 200
"""Sentences of a set that are read for triggers of our own: the first ones."""


def evaluate(data: Path) -> list[Score]:
    """Pearson r and mean absolute error; the baseline of the error takes every predicate for certain."""
    scores = []
    for name, file, part, key, peer in SETS:
        records = [line for line in load_lines(data / file) if part is None or line["split"] == part]
        sentences, misses = _pairs(records, key)
        pairs = [pair for sentence in sentences for pair in sentence]
        ours, gold = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
        error = sum(abs(a - b) for a, b in pairs) / len(pairs)
        default = sum(abs(CERTAIN - b) for b in gold) / len(gold)
        peers = {"fine-tuned BERT": (peer, "unverified")}
        r, sample = pearson(ours, gold), Sample(sentences, _correlation)
        scores.append(Score("factuality", name, "Pearson r", r, len(pairs), 0.0, peers, misses, sample))
        scores.append(Score("factuality", name, "mean absolute error", error, len(pairs), default, less=True))
        scores.append(_coverage(name, records[:COVERED]))
    return scores


def _coverage(name: str, records: list[dict[str, Any]]) -> Score:
    """Score the share of gold predicates that a trigger of ours lies in; ours are political acts alone."""
    items = []
    for record in records:
        heads = [trigger.head.start for trigger in read_sentence(record["text"]).triggers]
        covered = [any(one["start"] <= head < one["end"] for head in heads) for one in record["predicates"]]
        items.append((sum(covered), len(covered)))
    metric = f"gold predicates that are triggers of ours, first {COVERED} sentences"
    number = sum(total for _, total in items)
    return Score("factuality", name, metric, of_share(items), number, sample=Sample(items, of_share), held=False)


def pearson(one: Sequence[float], other: Sequence[float]) -> float:
    """Give Pearson's correlation; 0 where one side does not vary."""
    mean, mean_other = sum(one) / len(one), sum(other) / len(other)
    both = sum((a - mean) * (b - mean_other) for a, b in zip(one, other, strict=True))
    spread = sqrt(sum((a - mean) ** 2 for a in one) * sum((b - mean_other) ** 2 for b in other))
    return both / spread if spread else 0.0


def _correlation(sentences: Sequence[list[tuple[float, float]]]) -> float:
    pairs = [pair for sentence in sentences for pair in sentence]
    return pearson([ours for ours, _ in pairs], [gold for _, gold in pairs])


def _pairs(records: list[dict[str, Any]], key: str) -> tuple[list[list[tuple[float, float]]], list[str]]:
    """Give (ours, gold) of each predicate, sentence by sentence."""
    sentences, misses = [], []
    for record in records:
        pairs: list[tuple[float, float]] = []
        spans = [(item["start"], item["end"]) for item in record["predicates"]]
        for found, item in zip(factuality_of_spans(record["text"], spans), record["predicates"], strict=True):
            pairs.append((found.number, item[key]))
            far = abs(found.number - item[key])
            misses.append((far, f"{item['text']!r} {found.value} ({', '.join(found.cues)}) for {item[key]:.1f}"))
        sentences.append(pairs)
    return sentences, [text for _, text in sorted(misses, reverse=True)[:MISSES]]
