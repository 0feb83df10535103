"""What a record is tied to: its sort, its short id in the reading, its key, and its anchor spans."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model import record_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model import Reading, Span


@dataclass(frozen=True, slots=True)
class Anchor:
    """A record of a reading; `span` runs from the first to the last of its anchor words."""

    record: str
    short: str
    key: str
    span: Span


def anchors_of(reading: Reading) -> Iterator[Anchor]:
    """Give the anchors of events, statements and figures, in the order of the reading."""
    text_id = reading.report.text_id
    for event in reading.events:
        yield _anchor(text_id, "event", event.id, event.trigger)
    for statement in reading.statements:
        yield _anchor(text_id, "statement", statement.id, [*statement.cue, *statement.content])
    for figure in reading.figures:
        yield _anchor(text_id, "figure", figure.id, [figure.span])


def _anchor(text_id: str, record: str, short: str, spans: list[Span]) -> Anchor:
    hull = (min(start for start, _ in spans), max(end for _, end in spans)) if spans else (0, 0)
    return Anchor(record, short, record_key(text_id, record, spans), hull)
