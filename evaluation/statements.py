"""Scores statements on PolNeAR (political news) and on GUM's open genres: source, cue, content, and whole."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from evaluation.bootstrap import Sample, of_f1, total
from evaluation.evidence.gold import spans_of
from evaluation.evidence.matching import covers_half, length, pair, shared
from evaluation.read import read_plain
from evaluation.score import Score, f1, load_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from evaluation.evidence.gold import Spans

CLAUSAL = frozenset(
    f"statements.{rule}"
    for rule in (
        "clause",
        "fronted",
        "parenthesis",
        "according",
        "quotation",
        "passive_clause",
        "loose",
        "colon",
        "gerund",
    )
)
"""GUM marks only attributions of a clause; what we find by other frames ("wants peace") it leaves out by design."""
ROLES = ("source", "cue", "content")
POLNEAR = "data/polnear/dev.jsonl"


@dataclass(frozen=True, slots=True)
class Roles:
    """The three parts of one attribution, and what found it."""

    source: Spans
    cue: Spans
    content: Spans
    rule: str = "gold"
    score: float = 1.0


Read: TypeAlias = "Callable[[dict[str, Any]], list[Roles]]"


@dataclass(slots=True)
class Counts:
    """(matched, predicted, gold) a document by metric, and samples of what went wrong."""

    documents: defaultdict[str, list[tuple[int, int, int]]] = field(default_factory=lambda: defaultdict(list))
    misses: list[str] = field(default_factory=list)

    def add(self, metric: str, matched: int, predicted: int, gold: int) -> None:
        """Add one document."""
        self.documents[metric].append((matched, predicted, gold))

    def scores(self, name: str) -> list[Score]:
        """Give F1 a metric."""
        return [self._score(name, metric) for metric in self.documents]

    def _score(self, name: str, metric: str) -> Score:
        items = self.documents[metric]
        matched, predicted, gold = total(items)
        precision, recall, value = f1(matched, predicted, gold)
        shown = f"{metric} F1 (P {precision:.2f}, R {recall:.2f})"
        misses = self.misses if metric.startswith("whole") else []
        return Score("statements", name, shown, value, gold, misses=misses, sample=Sample(items, of_f1))


def evaluate(data: Path) -> list[Score]:
    """PolNeAR dev by overlap and by Dice ≥ .5; GUM dev by half of the shorter span, clausal rules only."""
    polnear = score_polnear(load_lines(data / POLNEAR))
    documents = load_lines(data / "data/gum_attribution/attribution.jsonl")
    dev = [document for document in documents if document["split"] == "dev"]
    gum = _count(dev, {"half": covers_half}, CLAUSAL)
    return [*polnear.scores("polnear dev"), *gum.scores("gum dev")]


def score_polnear(documents: Iterable[dict[str, Any]], read: Read | None = None) -> Counts:
    """Count matches in PolNeAR documents; `read` gives another reader's attributions of a document."""
    return _count(documents, {"overlap": overlap, "Dice ≥ .5": _dice}, read=read)


def _count(
    documents: Iterable[dict[str, Any]],
    measures: dict[str, Callable[[Spans, Spans], bool]],
    rules: frozenset[str] | None = None,
    read: Read | None = None,
) -> Counts:
    counts = Counts()
    for document in documents:
        discarded = tuple((start, end) for region in document.get("discard", ()) for start, end in region)
        gold = [gold_roles(raw) for raw in document["attributions"]]
        found = [roles for roles in (read or read_statements)(document) if not shared(roles.content, discarded)]
        found = [roles for roles in found if rules is None or roles.rule in rules]
        for name, same in measures.items():
            for role in ROLES:
                ours = [spans for roles in found if (spans := getattr(roles, role))]
                theirs = [spans for roles in gold if (spans := getattr(roles, role))]
                pairs = pair(ours, theirs, partial(_part, same))
                counts.add(f"{role} ({name})", len(pairs), len(ours), len(theirs))
            pairs = pair(found, gold, partial(same_whole, same))
            counts.add(f"whole ({name})", len(pairs), len(found), len(gold))
        counts.misses += _misses(document["text"], found, gold, pairs)
    return counts


def read_statements(document: dict[str, Any]) -> list[Roles]:
    """Give our statements of a document."""
    statements = read_plain(document["text"], document["published"]).statements
    return [
        Roles(tuple(source.span for source in s.sources), tuple(s.cue), tuple(s.content), str(s.rule), s.score)
        for s in statements
    ]


def gold_roles(raw: dict[str, Any]) -> Roles:
    """Give a gold attribution of PolNeAR or GUM."""
    return Roles(spans_of(raw["source"]), spans_of(raw["cue"]), spans_of(raw["content"]))


def overlap(one: Spans, other: Spans) -> bool:
    """Tell whether two lists of spans share a character."""
    return shared(one, other) > 0


def _dice(one: Spans, other: Spans) -> bool:
    return _weight(one, other) >= 0.5


def _weight(one: Spans, other: Spans) -> float:
    size = length(one) + length(other)
    return 2 * shared(one, other) / size if size else 0.0


def _part(same: Callable[[Spans, Spans], bool], one: Spans, other: Spans) -> float:
    return _weight(one, other) if same(one, other) else 0.0


def same_whole(same: Callable[[Spans, Spans], bool], one: Roles, other: Roles) -> float:
    """Weigh a pair of attributions: 0 unless source (or both without one) and content are the same."""
    sources = same(one.source, other.source) or (not one.source and not other.source)
    return _weight(one.content, other.content) if sources and same(one.content, other.content) else 0.0


def _misses(text: str, found: list[Roles], gold: list[Roles], pairs: list[tuple[int, int]]) -> list[str]:
    ours, theirs = {i for i, _ in pairs}, {j for _, j in pairs}
    missed = [f"missed {_words(text, roles)}" for j, roles in enumerate(gold) if j not in theirs]
    return missed + [f"extra {_words(text, roles)} [{roles.rule}]" for i, roles in enumerate(found) if i not in ours]


def _words(text: str, roles: Roles) -> str:
    return " | ".join(" … ".join(text[start:end] for start, end in getattr(roles, role))[:90] for role in ROLES)
