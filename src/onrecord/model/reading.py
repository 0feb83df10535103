"""The result of reading one report: the report and all its records, as one object."""

from collections.abc import Callable
from typing import ClassVar

import msgspec

from onrecord.model.entity import Entity
from onrecord.model.event import Event
from onrecord.model.figure import Figure
from onrecord.model.place import Place
from onrecord.model.relation import Relation
from onrecord.model.report import Report
from onrecord.model.statement import Statement
from onrecord.model.time import Time

SCHEMA = "onrecord/1"


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """A report and what it puts on record; `incomplete` where a stage failed and its records are missing."""

    schema: str = SCHEMA
    report: Report
    incomplete: bool = False
    entities: list[Entity] = []
    places: list[Place] = []
    times: list[Time] = []
    statements: list[Statement] = []
    events: list[Event] = []
    figures: list[Figure] = []
    relations: list[Relation] = []
    as_html: ClassVar[Callable[["Reading"], str] | None] = None
    """How a notebook shows a reading; set by `onrecord.api`, since the model does not know exports."""

    def _repr_html_(self) -> str | None:
        show = type(self).as_html
        return show(self) if show else None
