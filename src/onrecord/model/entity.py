"""Who: persons, states, organisations and groups, each with every mention of it."""

from typing import Literal

import msgspec

from onrecord.model.record import Record
from onrecord.model.span import Span

EntityType = Literal[
    "person", "organisation", "government", "military", "armed_group", "igo", "media", "company", "party", "group",
    "other",
]  # fmt: skip
MentionForm = Literal["name", "nominal", "pronoun", "adjective"]


class Mention(msgspec.Struct, frozen=True):
    """Words that refer to an entity."""

    span: Span
    form: MentionForm


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of the registry that an entity was linked to; `version` is the registry's, where it was kept."""

    registry: str
    wikidata: str | None = None
    score: float
    reason: str
    version: str | None = None


class Entity(Record, frozen=True, kw_only=True):
    """One entity of the report: all mentions that corefer.

    `country` is ISO 3166-1 alpha-2; `sector` is PLOVER's (GOV MIL COP SPY JUD LEG REB PTY …); `description` holds the
    report's own words for it.
    """

    id: str
    type: EntityType
    name: str
    mentions: list[Mention]
    link: Link | None = None
    country: str | None = None
    sector: str | None = None
    description: list[Span] = []
