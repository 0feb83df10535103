"""A reading made ready for showing: every id looked up once, every holder and source in words."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from onrecord.exports.certainty import CERTAINTY, Certainty, holder_words
from onrecord.exports.dates import time_words
from onrecord.knowledge.states import state_of
from onrecord.model import Entity, Event, Figure, Reading, Relation, Span, Statement, slice_of
from onrecord.model.event import AUTHOR

if TYPE_CHECKING:
    from onrecord.model import Factuality, Participant, StatementSource

Shown: TypeAlias = Statement | Event | Figure | Relation
KINDS = ("statements", "events", "figures", "relations")
KIND_WORDS = {
    "person": "person", "official": "official", "organisation": "organisation", "armed_group": "armed group",
    "media": "media", "document": "document", "witness": "witness", "unspecified": "source not named",
}  # fmt: skip
PERSONAL = {"person", "official", "witness", "unspecified"}
NO_SOURCE = "a source not named"
PEOPLE = {"person", "group", "other"}
LONGEST_LABEL = 72


class SourceTag(msgspec.Struct, frozen=True, kw_only=True):
    """A source as it stands beside its words; `anonymous` draws it hollow, `reason` is the granted reason."""

    label: str
    kind: str
    anonymous: bool
    statement: str | None = None
    reason: str | None = None


class Commitment(msgspec.Struct, frozen=True, kw_only=True):
    """Who holds what: a holder's tag and the value in words."""

    tag: SourceTag
    certainty: Certainty
    words: str
    by_author: bool


class View:
    """One reading and what exports ask of it."""

    def __init__(self, reading: Reading) -> None:
        self.reading, self.report, self.text = reading, reading.report, reading.report.text
        self.entities = {entity.id: entity for entity in reading.entities}
        self.places = {place.id: place for place in reading.places}
        self.times = {time.id: time for time in reading.times}
        self.statements = {statement.id: statement for statement in reading.statements}
        self.figures = {figure.id: figure for figure in reading.figures}

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span[0] for block in self.report.blocks]

    def block_of(self, span: Span) -> int:
        """Give the number of the block that a span starts in (0 is the first)."""
        return max(0, bisect_right(self._block_starts, span[0]) - 1)

    def quote(self, span: Span) -> str:
        """Give the words of a span on one line."""
        return " ".join(slice_of(self.text, span).split())

    def quotes(self, spans: list[Span]) -> str:
        """Give the words of a discontinuous span, with marks of omission."""
        return " … ".join(self.quote(span) for span in spans)

    def name(self, entity_id: str) -> str:
        """Give an entity's name; an id that is not an entity's stands for itself (words of a relation's object)."""
        if entity := self.entities.get(entity_id):
            return entity.name
        if place := self.places.get(entity_id):
            return place.name
        return self.when(entity_id) or entity_id

    def party(self, participant: Participant) -> str:
        """Name an actor or recipient, with its doubt where its part is less sure than the event."""
        doubts = [CERTAINTY[held.value].report for held in participant.factuality if held.value != "CT+"]
        name = self.name(participant.entity)
        return f"{name} ({doubts[0]})" if doubts else name

    def when(self, time_id: str | None) -> str:
        """Say a time by its id; "" where there is none."""
        time = self.times.get(time_id or "")
        return time_words(time, self.quote(time.span)) if time else ""

    def where(self, event: Event) -> list[str]:
        """Name an event's places, each once, with the country where the name is of something smaller."""
        named = []
        for place in (self.places[one] for one in event.places if one in self.places):
            larger = country_name(place.country) if place.kind != "country" else None
            named.append(f"{place.name}, {larger}" if larger else place.name)
        return list(dict.fromkeys(named))

    def source_tags(self, statement: Statement) -> list[SourceTag]:
        """Give a tag for each source of a statement; one for "not named" where the report names none."""
        anonymous = self._is_anonymous(statement)
        reason = statement.anonymity.reason or statement.anonymity.span if statement.anonymity else None
        labels = [self._source_label(source, statement) for source in statement.sources] or [""]
        return [
            SourceTag(
                label=label or NO_SOURCE,
                kind=KIND_WORDS.get(statement.source_kind, statement.source_kind),
                anonymous=anonymous,
                statement=statement.id,
                reason=self.quote(reason) if reason else None,
            )
            for label in dict.fromkeys(labels)
        ]

    def _is_anonymous(self, statement: Statement) -> bool:
        """Tell whether people stand behind a statement whom the report does not name; an institution has a name."""
        if statement.anonymity is not None:
            return True
        found = [self.entities.get(source.entity or "") for source in statement.sources]
        people = all(entity is None or entity.type in PEOPLE for entity in found)
        return not statement.named and statement.source_kind in PERSONAL and people

    def _source_label(self, source: StatementSource, statement: Statement) -> str:
        """Name a source; a clause that grants anonymity is left to the tag's reason."""
        entity = self.entities.get(source.entity or "")
        start, end = source.span
        granted = statement.anonymity.span[0] if statement.anonymity else end
        comma = self.text.rfind(",", start, granted) if start < granted < end else -1
        words = self.quote((start, comma if comma > start else end))
        pronoun = entity and any(m.span == source.span and m.form == "pronoun" for m in entity.mentions)
        label = entity.name if entity and (statement.named or pronoun) else words
        return label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1].rsplit(" ", 1)[0] + " …"

    def source_words(self, statement: Statement) -> str:
        """Name a statement's sources on one line."""
        return " and ".join(tag.label for tag in self.source_tags(statement))

    def commitments(self, factuality: list[Factuality]) -> list[Commitment]:
        """Give every holder with its value, the report's own voice first."""
        held = sorted(factuality, key=lambda one: one.holder != AUTHOR)
        return [made for one in held for made in self._commitments(one)]

    def _commitments(self, held: Factuality) -> list[Commitment]:
        certainty = CERTAINTY[held.value]
        if held.holder == AUTHOR:
            tag = SourceTag(label="the report", kind="report", anonymous=False)
            return [Commitment(tag=tag, certainty=certainty, words=certainty.report, by_author=True)]
        statement = self.statements.get(held.holder)
        if statement is None:
            return []
        words = holder_words(held.value, self.quotes(statement.cue))
        tags = self.source_tags(statement)
        return [Commitment(tag=tag, certainty=certainty, words=words, by_author=False) for tag in tags]

    def counted(self, figure: Figure) -> str:
        """Name whom a figure counts; "" where its unit says that already ("people" of "the people")."""
        name = self.name(figure.of) if figure.of else ""
        return "" if figure.unit and figure.unit.split()[0].lower() in name.lower().split() else name

    def voice(self, statement_id: str | None) -> str:
        """Say who gives a figure or relation: the sources of its statement, or the report."""
        statement = self.statements.get(statement_id or "")
        words = self.source_words(statement) if statement else "the report"
        return words[0].lower() + words[1:] if words.startswith(("A ", "An ", "The ")) else words

    def records(self) -> list[Shown]:
        """Give all records that are shown beside the text, kind by kind."""
        reading = self.reading
        return [*reading.statements, *reading.events, *reading.figures, *reading.relations]

    def entity_span(self, entity: Entity) -> Span | None:
        """Give the first mention that names an entity, else its first mention."""
        named = [mention.span for mention in entity.mentions if mention.form == "name"]
        return next(iter(named or [mention.span for mention in entity.mentions]), None)


def country_name(iso2: str | None) -> str | None:
    """Name a country by its ISO 3166-1 alpha-2 code; the code stands for itself where it has no name."""
    state = state_of(iso2) if iso2 else None
    return state.name if state else iso2


def anchor(record: Shown) -> list[Span]:
    """Give the spans that a record hangs on: an event's trigger, a statement's cue, the words of the rest."""
    if isinstance(record, Event):
        return record.trigger
    if isinstance(record, Statement):
        return record.cue or record.content
    return [record.span] if isinstance(record, Figure) else record.span


def kind_of(record: Shown) -> str:
    """Give the kind's name in the singular, as pages and style sheets call it."""
    return type(record).__name__.lower()
