"""Lasting ties that the report states between two entities, or an entity and a place or date."""

from typing import Literal

from onrecord.model.event import Factuality
from onrecord.model.record import Record
from onrecord.model.span import Span

RelationType = Literal[
    "same_as", "part_of", "member_of", "leads", "holds_office", "allied_with", "opposes", "supports", "based_in",
    "present_in", "origin", "formed",
]  # fmt: skip


class Relation(Record, frozen=True, kw_only=True):
    """A tie; `subject` is an entity id, `object` an id of an entity, place or time, or the words where there is none.

    `valid` is the id of a time; `statement` the innermost statement that states it.
    """

    id: str
    type: RelationType
    subject: str
    object: str
    span: list[Span]
    valid: str | None = None
    factuality: list[Factuality] = []
    statement: str | None = None
