"""The evidence record: frozen, typed values, and nothing that reads or writes.

Every type here is a `msgspec.Struct`; `docs/records.md` explains each field, `docs/schema.json` is generated from them.
"""

from onrecord.model.entity import Entity, Link, Mention
from onrecord.model.event import Event, Factuality, Participant
from onrecord.model.figure import Figure
from onrecord.model.place import Place
from onrecord.model.reading import Reading
from onrecord.model.record import Record, record_key
from onrecord.model.relation import Relation
from onrecord.model.report import Block, Dropped, Media, Problem, Published, Report, Source
from onrecord.model.span import Span, overlaps, slice_of
from onrecord.model.statement import Anonymity, Statement, StatementSource
from onrecord.model.time import Time

__all__ = [
    "Anonymity", "Block", "Dropped", "Entity", "Event", "Factuality", "Figure", "Link", "Media", "Mention",
    "Participant",
    "Place", "Problem", "Published", "Reading", "Record", "Relation", "Report", "Source", "Span", "Statement",
    "StatementSource", "Time", "overlaps", "record_key", "slice_of",
]  # fmt: skip
