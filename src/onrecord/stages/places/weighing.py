"""The candidates of a place record with what spoke for and against each: the resolution of a report, done again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.model import slice_of
from onrecord.stages.places.resolve import background_of, resolved_groups

if TYPE_CHECKING:
    from onrecord.knowledge.gazetteer import GazetteerEntry
    from onrecord.model import Place, Reading


class Weighed(msgspec.Struct, frozen=True, kw_only=True):
    """A candidate in words, its score, and the features that the score is the sum of, the weightiest first."""

    words: str
    score: float
    features: list[tuple[str, float]]


def weigh_place(reading: Reading, place: Place) -> list[Weighed]:
    """Give the candidates of a place, the best first; none where no gazetteer knows the name."""
    text = reading.report.text
    named = [(other.span, _name(text, other)) for other in reading.places]
    at = next(i for i, other in enumerate(reading.places) if other.id == place.id)
    groups = resolved_groups(text, named, background_of(reading.report))
    group = next(group for group in groups if at in group.members)
    return [
        Weighed(
            words=_words(candidate.entry),
            score=candidate.score,
            features=sorted(candidate.parts.items(), key=lambda part: (-abs(part[1]), part[0])),
        )
        for candidate in group.candidates
    ]


def _name(text: str, place: Place) -> str:
    """Give the name as the text has it: a record bears the right spelling."""
    words = slice_of(text, place.span)
    return place.name if place.name in words else words


def _words(entry: GazetteerEntry) -> str:
    upper = entry.admin1 if entry.kind != "admin1" else None
    return f"{entry.name} ({', '.join(filter(None, (entry.kind, upper, entry.country)))})"
