"""Why a record is there: the rule, the words it saw, its score, and the passage with the record's words marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.errors import OptionError
from onrecord.exports.candidates import entity_candidates, place_candidates
from onrecord.exports.certainty import CERTAINTY
from onrecord.exports.happening import put_in_words
from onrecord.exports.passages import passage_around
from onrecord.exports.view import View, anchor, kind_of
from onrecord.model import Event, Figure, Relation, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.exports.view import Shown
    from onrecord.knowledge.registry import Registry
    from onrecord.model import Entity, Place, Reading, Span


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """One record's reason for being there; `passage` has the record's words between ⟦ and ⟧."""

    id: str
    kind: str
    words: str
    rule: str
    score: float
    reason: str
    passage: str
    parts: list[tuple[str, str]]

    def __str__(self) -> str:
        """Say it on several lines."""
        lines = [f"{self.id}  {self.kind}: {self.words}", f"    {self.passage}"]
        lines += [f"    rule    {self.rule}  (score {self.score:.3f})"]
        lines += [f"    because {self.reason}"] if self.reason else []
        lines += [f"    {name:<7} {words}" for name, words in self.parts]
        return "\n".join(lines)


def explain_reading(reading: Reading, record: str | None = None, registry: Registry | None = None) -> list[Explanation]:
    """Explain one record by its short id, or all statements, events, figures and relations.

    For an entity (e1) and a place (p1), the candidates that it was chosen from come with it, weighed again; `registry`
    is the one that linked the reading, else the shipped one. Raises OptionError where there is no such record.
    """
    view = View(reading)
    if record is not None and record in view.entities:
        return [_entity(view.entities[record], view, registry)]
    if record is not None and record in view.places:
        return [_place(view.places[record], view)]
    found = [one for one in view.records() if record in {None, one.id}]
    if record is not None and not found:
        have = ", ".join(one.id for one in view.records()) or "none"
        option = "record"
        raise OptionError(option, record, f"the id of a record of this report: {have}")
    return [_explain(one, view) for one in found]


def _place(place: Place, view: View) -> Explanation:
    where = f"{place.lat}, {place.lon}" if place.lat is not None else "coordinates unknown"
    return Explanation(
        id=place.id,
        kind="place",
        words=f"{place.name} ({', '.join(filter(None, (place.kind, place.admin1, place.country)))}), {where}",
        rule=place.rule or place.model or "not said",
        score=place.score,
        reason=place.reason or "",
        passage=_passage([place.span], view),
        parts=_numbered(place_candidates(view.reading, place)),
    )


def _entity(entity: Entity, view: View, registry: Registry | None) -> Explanation:
    link = entity.link
    linked = f"{link.registry} ({link.score:.3f}): {link.reason}" if link is not None else "not in the registry"
    return Explanation(
        id=entity.id,
        kind="entity",
        words=f"{entity.name} ({', '.join(filter(None, (entity.type, entity.country, entity.sector)))})",
        rule=entity.rule or entity.model or "not said",
        score=entity.score,
        reason=entity.reason or "",
        passage=_passage([entity.mentions[0].span], view),
        parts=[("link", linked), *_numbered(entity_candidates(view.reading, entity, registry))],
    )


def _numbered(lines: list[str]) -> list[tuple[str, str]]:
    return [(f"{number}.", line) for number, line in enumerate(lines, 1)]


def _explain(record: Shown, view: View) -> Explanation:
    return Explanation(
        id=record.id,
        kind=kind_of(record),
        words=_words(record, view),
        rule=record.rule or record.model or "not said",
        score=record.score,
        reason=record.reason or "",
        passage=_passage(anchor(record), view),
        parts=[(name, words) for name, words in _parts(record, view) if words],
    )


def _words(record: Shown, view: View) -> str:
    if isinstance(record, Statement):
        return f"{view.source_words(record)} ({view.quotes(record.cue)})"
    if isinstance(record, Event):
        happening = put_in_words(record, view)
        return f"{happening.parties} ({happening.what})"
    if isinstance(record, Relation):
        return f"{view.name(record.subject)} {record.type.replace('_', ' ')} {view.name(record.object)}"
    return view.quote(record.span)


def _passage(spans: list[Span], view: View) -> str:
    if not spans:
        return ""
    start, end = passage_around(view, spans[0])
    pieces, at = [], start
    for first, last in sorted(spans):
        if at <= first and last <= end:
            pieces += [view.text[at:first], "⟦", view.text[first:last], "⟧"]
            at = last
    return " ".join("".join([*pieces, view.text[at:end]]).split())


def _parts(record: Shown, view: View) -> Iterator[tuple[str, str]]:
    if isinstance(record, Statement):
        yield "source", " | ".join(view.quote(source.span) for source in record.sources)
        yield "cue", view.quotes(record.cue)
        yield "content", view.quotes(record.content)
        yield "inside", record.within or ""
    elif isinstance(record, Event):
        yield "actor", " | ".join(view.quote(one.span) for one in record.actors)
        yield "to", " | ".join(view.quote(one.span) for one in record.recipients)
        for held in record.factuality:
            yield "holds", f"{held.holder} {held.value} ({CERTAINTY[held.value].report})"
    elif isinstance(record, Figure):
        yield "bounds", f"{record.qualifier}, {record.low} to {record.high}"
        yield "given by", view.voice(record.statement)
