"""Scores statements: whole (source and content match), and part by part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evaluation.evidence.matching import covers_half, length, pair, shared
from evaluation.evidence.tally import Tally, same, words_of

if TYPE_CHECKING:
    from evaluation.evidence.gold import GoldStatement, Spans
    from evaluation.evidence.predicted import Predicted
    from onrecord.model import Statement

Pairs = list[tuple["Statement", "GoldStatement"]]


def score_statements(ours: Predicted, tally: Tally) -> Pairs:
    """Pair statements with gold; the pairs tell later scorers which holder is which."""
    found, gold, text = ours.reading.statements, ours.gold.statements, ours.gold.text
    sources = [ours.spans(source.span for source in statement.sources) for statement in found]
    contents = [ours.spans(statement.content) for statement in found]

    def weight(i: int, other: GoldStatement) -> float:
        if not covers_half(contents[i], other.content, max):
            return 0
        if not (covers_half(sources[i], other.source) or (not sources[i] and not other.source)):
            return 0
        return shared(contents[i], other.content) / max(length(contents[i]), length(other.content))

    pairs = pair(range(len(found)), gold, weight)
    tally.count("statements whole", len(pairs), len(found), len(gold))
    matched, reached = {i for i, _ in pairs}, {j for _, j in pairs}
    for j, other in enumerate(gold):
        if j not in reached:
            words = f"{words_of(text, other.source)} | {words_of(text, other.cue)} | {words_of(text, other.content)}"
            tally.miss("statements whole", f"missed {words}")
    for i, statement in enumerate(found):
        if i not in matched:
            words = f"{words_of(text, sources[i])} | {words_of(text, contents[i])} [{statement.rule}]"
            tally.miss("statements whole", f"extra {words}")
    _score_part("source", [s for s in sources if s], [g.source for g in gold if g.source], tally)
    _score_part("cue", [ours.spans(s.cue) for s in found if s.cue], [g.cue for g in gold if g.cue], tally)
    _score_part("content", contents, [g.content for g in gold], tally)
    records = [(found[i], gold[j]) for i, j in pairs]
    _score_fields(records, tally)
    return records


def _score_part(part: str, found: list[Spans], gold: list[Spans], tally: Tally) -> None:
    tally.count(f"statements {part}", len(pair(found, gold, same)), len(found), len(gold))


def _score_fields(pairs: Pairs, tally: Tally) -> None:
    for field in ("source_kind", "speech", "named"):
        right = sum(getattr(ours, field) == gold.fields[field] for ours, gold in pairs)
        tally.count(f"statements {field} (of matched)", right, len(pairs), len(pairs))
        for ours, gold in pairs:
            if getattr(ours, field) != gold.fields[field]:
                got, wanted = getattr(ours, field), gold.fields[field]
                tally.miss(f"statements {field} (of matched)", f"{gold.id} {ours.rule}: {got} for {wanted}")
