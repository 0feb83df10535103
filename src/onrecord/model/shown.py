"""What stands behind one id of a store: a record in its report, an incident with everybody's word, a story."""

import msgspec

from onrecord.model.event import Event
from onrecord.model.figure import Figure
from onrecord.model.listing import EventRow, IncidentRow, StoryRow
from onrecord.model.reading import Reading
from onrecord.model.span import Span
from onrecord.model.statement import Statement


class RecordShown(msgspec.Struct, frozen=True, kw_only=True):
    """A record with the reading that it stands in; `words` are the spans of its own words."""

    id: str
    kind: str
    record: Statement | Event | Figure
    words: list[Span]
    reading: Reading
    incident: str | None


class VoiceShown(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody's word on an incident: the value held, in which record of which report."""

    value: str
    source: str
    words: str
    published: str | None
    publisher: str | None
    record: str


class TollShown(msgspec.Struct, frozen=True, kw_only=True):
    """A toll as one report gives it; bounds are inclusive, None where open."""

    what: str
    published: str | None
    low: float | None
    high: float | None
    record: str


class LinkShown(msgspec.Struct, frozen=True, kw_only=True):
    """Why two records are one incident: the score of the pair and what it is made of."""

    one: str
    other: str
    score: float
    reasons: dict[str, float]


class IncidentShown(msgspec.Struct, frozen=True, kw_only=True):
    """An incident: its row, its records, everybody's word, its tolls by date, the best link of each pair of records."""

    row: IncidentRow
    records: list[EventRow]
    voices: list[VoiceShown]
    tolls: list[TollShown]
    links: list[LinkShown]


class ReportShown(msgspec.Struct, frozen=True, kw_only=True):
    """A report of a story; `line` is the earliest report of the line of copies that it belongs to, itself perhaps."""

    id: str
    title: str | None
    published: str | None
    publisher: str | None
    house: str
    line: str


class StoryShown(msgspec.Struct, frozen=True, kw_only=True):
    """A story: its row, its reports by date, its incidents."""

    row: StoryRow
    reports: list[ReportShown]
    incidents: list[IncidentRow]


Shown = RecordShown | IncidentShown | StoryShown | Reading
