"""According to whom: content that the report attributes to a source (PARC / PolNeAR attribution relation)."""

from typing import Literal

import msgspec

from onrecord.model.record import Record
from onrecord.model.span import Span

Speech = Literal["direct", "indirect", "mixed"]
SourceKind = Literal["person", "official", "organisation", "armed_group", "media", "document", "witness", "unspecified"]


class StatementSource(msgspec.Struct, frozen=True, kw_only=True):
    """Words that name a source (or whom it told), and the entity they resolve to."""

    span: Span
    entity: str | None = None


class Anonymity(msgspec.Struct, frozen=True, kw_only=True):
    """Anonymity granted in words: where, and the reason the report gives."""

    span: Span
    reason: Span | None = None


class Statement(Record, frozen=True, kw_only=True):
    """One attribution: source, cue and content; `within` is the id of the statement it stands inside.

    `time` is the id of a time; `venue` and `duress` are spans; `also` are spans of titles and pull quotes that repeat
    it.
    """

    id: str
    sources: list[StatementSource]
    source_kind: SourceKind
    named: bool
    cue: list[Span]
    content: list[Span]
    speech: Speech
    anonymity: Anonymity | None = None
    duress: Span | None = None
    told_to: StatementSource | None = None
    venue: Span | None = None
    time: str | None = None
    within: str | None = None
    also: list[Span] = []
