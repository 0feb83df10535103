"""A report: one published version of one article, by one publisher."""

from typing import Literal

import msgspec

from onrecord.model.span import Span

BlockKind = Literal["title", "kicker", "paragraph", "pull_quote", "caption", "list_item", "byline", "note"]
DateBasis = Literal["given", "metadata", "url", "text", "inferred"]
MediaKind = Literal["image", "video", "audio", "embed"]


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Where the bytes came from; `sha256` is of the bytes as they came, in hexadecimal."""

    ref: str
    media_type: str
    sha256: str


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """When the report was published: an ISO date, or the bounds that the page gives, and the words that say so.

    A bound without evidence stays None: a wrong certainty is worse than a range.
    """

    value: str | None = None
    earliest: str | None = None
    latest: str | None = None
    basis: DateBasis | None = None
    evidence: str | None = None


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the text; `place` is where it stood in the source: "chars 10-90" or an element path."""

    kind: BlockKind
    span: Span
    place: str | None = None


class Dropped(msgspec.Struct, frozen=True, kw_only=True):
    """Page furniture that was taken away, and why."""

    text: str
    reason: str
    place: str | None = None


class Media(msgspec.Struct, frozen=True, kw_only=True):
    """A picture, film or sound that the page refers to; `caption` is the span of its caption in the text."""

    kind: MediaKind
    ref: str
    caption: Span | None = None


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Something that kept part of the work from being done; `stage` is the reader or stage that says so."""

    stage: str
    message: str


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One published version of one article. `text` never changes; all offsets count in it."""

    id: str
    text_id: str
    source: Source
    capture: dict[str, str] | None = None
    title: str | None = None
    authors: list[str] = []
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    published: Published = Published()
    text: str
    blocks: list[Block] = []
    dropped: list[Dropped] = []
    media: list[Media] = []
    problems: list[Problem] = []
