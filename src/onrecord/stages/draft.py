"""The desk on which a report is read: what each finder has laid there so far, and what each resolver has made of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.stages.tokens import Syntax

if TYPE_CHECKING:
    from onrecord.model import Entity, Event, Figure, Place, Problem, Published, Relation, Report, Statement, Time
    from onrecord.stages.figures.found import NumberFound
    from onrecord.stages.found import Attribution, MentionFound, Quotation, TriggerFound
    from onrecord.stages.places.found import ToponymFound
    from onrecord.stages.times.found import TimeFound
    from onrecord.stages.tokens import Token


@dataclass(slots=True)
class Draft:
    """One report being read. A stage reads what is here and gives the value of the one field that it is named for."""

    report: Report
    # given by finders: spans and tokens only
    syntax: Syntax = field(default_factory=lambda: Syntax([], [], [], []))
    quotations: list[Quotation] = field(default_factory=list)
    toponyms: list[ToponymFound] = field(default_factory=list)
    mentions: list[MentionFound] = field(default_factory=list)
    time_expressions: list[TimeFound] = field(default_factory=list)
    numbers: list[NumberFound] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    triggers: list[TriggerFound] = field(default_factory=list)
    # given by resolvers: records
    published: Published | None = None
    times: list[Time] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    happenings: list[Event] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _entity_by_head: dict[int, Entity] | None = None

    @property
    def text(self) -> str:
        """The report's text, in which all offsets count."""
        return self.report.text

    def entity_of(self, head: Token) -> Entity | None:
        """Give the entity of the mention that has this syntactic head; usable once `entities` are given."""
        if self._entity_by_head is None:
            by_span = {mention.span: entity for entity in self.entities for mention in entity.mentions}
            self._entity_by_head = {
                found.head.i: by_span[found.span] for found in self.mentions if found.span in by_span
            }
        return self._entity_by_head.get(head.i)
