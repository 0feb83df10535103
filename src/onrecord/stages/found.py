"""What finders yield: spans and tokens with the rule that found them; no entity, no resolved value yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.model import Span
    from onrecord.model.entity import EntityType, MentionForm
    from onrecord.model.event import EventType
    from onrecord.model.statement import Speech
    from onrecord.stages.tokens import Token


@dataclass(slots=True, kw_only=True)
class Found:
    """Parent of every finding: the rule ("statements.verb"), how likely it is right (0…1), and why in words."""

    rule: str
    score: float = 0.8
    reason: str = ""


@dataclass(slots=True)
class Quotation:
    """A passage in quotation marks; `span` with its marks, `inner` without.

    `opens_again` where the next paragraph opens with a mark before this one was closed (a quotation that runs on).
    """

    span: Span
    inner: Span
    opens_again: bool = False


@dataclass(slots=True, kw_only=True)
class MentionFound(Found):
    """Words that may refer to an entity; `head` is the syntactic head by which other stages find the mention.

    `type` is the finder's guess or None; `description` the words of title or trade around a name.
    """

    span: Span
    head: Token
    form: MentionForm
    type: EntityType | None = None
    description: list[Span] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class SourceFound:
    """Words that name a source, or whom it told; `head` finds its entity."""

    span: Span
    head: Token


@dataclass(slots=True, kw_only=True)
class Attribution(Found):
    """A statement as found: source, cue, content, still without entities, kinds and nesting.

    `cue_head` is the cue's main word; `content_heads` are the tokens that head the content's clauses.
    """

    sources: list[SourceFound]
    cue: list[Span]
    cue_head: Token | None
    content: list[Span]
    content_heads: list[Token]
    speech: Speech
    anonymity: Span | None = None
    anonymity_reason: Span | None = None
    duress: Span | None = None
    told_to: SourceFound | None = None
    venue: Span | None = None
    time: Span | None = None
    also: list[Span] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class TriggerFound(Found):
    """Words that name an event, and the heads of its arguments.

    A `weak` one counts only as a mention of another's event.
    """

    span: Span
    head: Token
    type: EventType
    mode: str | None = None
    cameo: str | None = None
    actors: list[Token] = field(default_factory=list)
    recipients: list[Token] = field(default_factory=list)
    places: list[Token] = field(default_factory=list)
    times: list[Token] = field(default_factory=list)
    instrument: Span | None = None
    killed: Span | None = None
    injured: Span | None = None
    weak: bool = False
