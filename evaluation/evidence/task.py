"""Runs onrecord over the evidence gold and adds the articles up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evaluation.bootstrap import Sample, of_f1, total
from evaluation.evidence.events import score_events
from evaluation.evidence.facts import score_figures, score_places, score_times
from evaluation.evidence.gold import load_gold
from evaluation.evidence.predicted import predict
from evaluation.evidence.statements import score_statements
from evaluation.evidence.tally import Tally
from evaluation.score import Score, f1
from onrecord import read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from evaluation.evidence.gold import Gold
    from evaluation.evidence.predicted import Predicted


def evaluate(data: Path) -> list[Score]:
    """Score every article of data/gold together; misses name their article."""
    return score_articles(load_gold(data / "gold"), read_article)


def read_article(gold: Gold) -> Predicted:
    """Read an article and bring the records into the gold's coordinates."""
    reading = read_text(gold.text, ref=gold.name, published=gold.published)
    if reading.incomplete:
        print(f"{gold.name}: incomplete, {[problem.message for problem in reading.report.problems]}")
    return predict(reading, gold)


def score_articles(articles: Iterable[Gold], read: Callable[[Gold], Predicted]) -> list[Score]:
    """Score articles together, each as `read` gives it."""
    tally = Tally()
    for gold in articles:
        tally.article = gold.name
        ours = read(gold)
        score_events(ours, score_statements(ours, tally), tally)
        score_figures(ours, tally)
        score_places(ours, tally)
        score_times(ours, tally)
    return [_score(metric, tally) for metric in tally.articles]


def _score(metric: str, tally: Tally) -> Score:
    items = tally.articles[metric]
    matched, predicted, gold = total(items)
    precision, recall, value = f1(matched, predicted, gold)
    baseline = tally.default[metric] / gold if metric in tally.default and gold else None
    shown = "accuracy" if metric.endswith("(of matched)") else f"F1 (P {precision:.2f}, R {recall:.2f})"
    misses, sample = tally.misses[metric], Sample(items, of_f1)
    return Score("evidence", "gold", f"{metric}, {shown}", value, gold, baseline, misses=misses, sample=sample)
