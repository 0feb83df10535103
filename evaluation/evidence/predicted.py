"""A reading brought into the gold's coordinates: spans in the gold text, entities as the gold's where they match."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from evaluation.evidence.align import Alignment
from evaluation.evidence.matching import covers_half

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from evaluation.evidence.gold import Gold, Spans
    from onrecord.model import Reading, Span


Move: TypeAlias = "Callable[[Span], Span | None]"


@dataclass(slots=True)
class Predicted:
    """A reading beside its gold; `move` carries spans over, `entity` maps our entity ids to the gold's."""

    reading: Reading
    gold: Gold
    move: Move
    entity: dict[str, str]

    def spans(self, spans: Iterable[Span]) -> Spans:
        """Carry spans into the gold text; those that are not there are left out."""
        return tuple(moved for span in spans if (moved := self.move(span)) is not None)


def predict(reading: Reading, gold: Gold, move: Move | None = None) -> Predicted:
    """Align text and entities; `move` carries spans over where the text that was read is another.

    Each of ours stands for the gold entity with which it shares most mentions.
    """
    predicted = Predicted(reading, gold, move or Alignment(reading.report.text, gold.text), {})
    by_gold = [(key, span) for key, spans in gold.entities.items() for span in spans]
    for entity in reading.entities:
        votes: Counter[str] = Counter()
        for span in predicted.spans(mention.span for mention in entity.mentions):
            near = [key for key, other in by_gold if _same_mention(span, other)]
            votes.update(near)
        if votes:
            predicted.entity[entity.id] = min(votes, key=lambda key: (-votes[key], key))
    return predicted


def _same_mention(span: Span, other: Span) -> bool:
    """Mentions nest ("Afghan" in "Afghan officials"), so here the overlap must be half of the longer."""
    return covers_half((span,), (other,), max) or (span[1] == other[1] and covers_half((span,), (other,)))
