"""The text cut into pieces, each knowing the records whose words it is part of."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from onrecord.exports.certainty import report_certainty
from onrecord.exports.view import View, anchor, kind_of
from onrecord.model import Event, Span, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.exports.view import Shown

LINK_ORDER = ("event", "figure", "statement", "relation")
"""Which record a piece opens that several share."""


class Mark(msgspec.Struct, frozen=True):
    """Words of a record: its `anchor`, its `content`, or another `part` (source, actor, place, mention)."""

    span: Span
    record: str
    role: str
    kind: str = ""
    line: str = ""
    sign: str = ""


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """A run of characters under the same marks; `opens` is the record that a click on it opens.

    `line` and `sign` are of the event that begins or runs here; `closes` says that its words end with this piece.
    """

    text: str
    anchors: list[str] = []
    contents: list[str] = []
    parts: list[str] = []
    kinds: list[str] = []
    opens: str = ""
    line: str = ""
    sign: str = ""
    edge: str = ""


def marks_of(view: View) -> list[Mark]:
    """Give every mark of a reading, in text order."""
    found = [mark for record in view.records() for mark in _record_marks(record, view)]
    for entity in view.reading.entities:
        found += [Mark(mention.span, entity.id, "part") for mention in entity.mentions]
    found += [Mark(place.span, place.id, "part") for place in view.reading.places]
    return sorted(found, key=lambda mark: (mark.span, mark.record, mark.role))


def _record_marks(record: Shown, view: View) -> Iterator[Mark]:
    kind, line, sign = kind_of(record), "", ""
    if isinstance(record, Event):
        line = report_certainty(record.factuality).line
        sign = "ahead" if record.tense == "future" else "background" if record.background else ""
    for span in anchor(record):
        yield Mark(span, record.id, "anchor", kind, line, sign)
    if isinstance(record, Statement):
        for span in [*record.content, *record.also]:
            yield Mark(span, record.id, "content", kind)
    for span in _parts(record, view):
        yield Mark(span, record.id, "part")


def _parts(record: Shown, view: View) -> list[Span]:
    if isinstance(record, Statement):
        others = [record.told_to.span if record.told_to else None, record.venue, record.duress]
        others += [record.anonymity.span if record.anonymity else None]
        return [source.span for source in record.sources] + [span for span in others if span]
    if isinstance(record, Event):
        spans = [one.span for one in (*record.actors, *record.recipients)]
        spans += [view.places[place].span for place in record.places if place in view.places]
        spans += [view.times[record.time].span] if record.time in view.times else []
        return spans + ([record.instrument] if record.instrument else [])
    return []


def cut(view: View, marks: list[Mark], span: Span) -> list[Piece]:
    """Cut the text of one block into pieces; `marks` are those that touch it, in text order."""
    start, end = span
    inside = [mark for mark in marks if mark.span[0] < end and mark.span[1] > start and mark.span[0] < mark.span[1]]
    edges = {start, end}
    for mark in inside:
        edges.update((max(start, mark.span[0]), min(end, mark.span[1])))
    places = sorted(edges)
    pieces, active, upcoming = [], list[Mark](), iter([*inside, None])
    following = next(upcoming)
    for first, last in pairwise(places):
        active = [mark for mark in active if mark.span[1] > first]
        while following is not None and following.span[0] <= first:
            active.append(following)
            following = next(upcoming)
        pieces.append(_piece(view.text[first:last], (first, last), active))
    return pieces


def _piece(text: str, span: Span, marks: list[Mark]) -> Piece:
    anchors = [mark for mark in marks if mark.role == "anchor"]
    openers = sorted(anchors, key=lambda mark: (LINK_ORDER.index(mark.kind), mark.span[1] - mark.span[0]))
    event = next((mark for mark in openers if mark.line), None)
    contents = [mark for mark in marks if mark.role == "content"]
    opening = "opens" if any(mark.span[0] == span[0] for mark in contents) else ""
    closing = "closes" if any(mark.span[1] == span[1] for mark in contents) else ""
    return Piece(
        text=text,
        anchors=_ids(anchors),
        contents=_ids(contents),
        parts=_ids([mark for mark in marks if mark.role == "part"]),
        kinds=list(dict.fromkeys(mark.kind for mark in openers)),
        opens=openers[0].record if openers else "",
        line=event.line if event else "",
        sign=event.sign if event and event.span[1] == span[1] else "",
        edge=" ".join(filter(None, (opening, closing))),
    )


def _ids(marks: list[Mark]) -> list[str]:
    return list(dict.fromkeys(mark.record for mark in marks))
