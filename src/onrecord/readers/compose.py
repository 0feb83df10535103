"""Parts of a page, in order, to one Report: text, blocks, ids."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from courlan import extract_domain

from onrecord.errors import UnreadableError
from onrecord.model import Block, Dropped, Media, Problem, Published, Report, Source
from onrecord.readers.language import find_language, find_mixture

if TYPE_CHECKING:
    from onrecord.model import Span
    from onrecord.model.report import BlockKind, MediaKind
    from onrecord.options import Options
    from onrecord.readers.intake import Intake

MAX_TEXT = 1_000_000
"""Longest text of one report, in characters: about five novels."""
MAX_BLOCK = 20_000
"""Longest block: the parser's memory grows with it (about 1 kB a character)."""
NO_STORY = "Check the page in a browser; where its text is loaded by a script, save the page after it is shown."
SPLIT_IT = "Split it: one report a file, or one a line of JSON Lines."
STORY_KINDS = frozenset({"paragraph", "list_item", "pull_quote"})
"""Kinds of which a report must have one."""
FEWEST_LETTERS, LOOKED_AT = 8, 20_000
_SENTENCE_ENDS = (". ", "! ", "? ", ".” ", '." ')


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of text and what it is; `place` says where it stood in the source."""

    kind: BlockKind
    text: str
    place: str | None = None


@dataclass(frozen=True, slots=True)
class MediaFound:
    """A picture, film or sound; `caption` is the index of its caption among the parts."""

    kind: MediaKind
    ref: str
    caption: int | None = None


@dataclass(slots=True)
class Page:
    """All that a reader has found on a page."""

    parts: list[Part]
    dropped: list[Dropped] = field(default_factory=list)
    media: list[MediaFound] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    title: str | None = None
    authors: list[str] = field(default_factory=list)
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    published: Published = field(default_factory=Published)


def compose(page: Page, intake: Intake, source: Source, options: Options) -> Report:
    """Join the parts by blank lines and give the report; what the caller gave goes before what the page says.

    Raises UnreadableError where no story is left, or one longer than MAX_TEXT.
    """
    text, blocks, spans = _join(page.parts)
    if not any(block.kind in STORY_KINDS for block in blocks):
        raise UnreadableError(intake.ref, "holds no article", NO_STORY)
    if len(text) > MAX_TEXT:
        found = f"holds {len(text):,} characters, more than the {MAX_TEXT:,} of one report"
        raise UnreadableError(intake.ref, found, SPLIT_IT)
    body = [text[slice(*block.span)] for block in blocks if block.kind in STORY_KINDS]
    if sum(map(str.isalpha, "".join(body)[:LOOKED_AT])) < FEWEST_LETTERS:
        raise UnreadableError(intake.ref, "holds no words", NO_STORY)
    url = options.url or page.url or intake.url
    publisher = options.publisher or page.publisher
    language = options.language or find_language("\n".join(body[:40]), page.language)
    problems = [*page.problems, *_mixture(body, language, source)]
    return Report(
        id=report_id(publisher or _host(url) or "", url or intake.ref, source.sha256),
        text_id=_sha256(text),
        source=source,
        capture=intake.capture,
        title=page.title,
        authors=page.authors,
        publisher=publisher or _host(url),
        url=url,
        language=language,
        published=page.published,
        text=text,
        blocks=blocks,
        dropped=page.dropped,
        media=[Media(kind=one.kind, ref=one.ref, caption=_caption(one, spans)) for one in page.media],
        problems=problems,
    )


def report_id(house: str, locator: str, sha256: str) -> str:
    """Hash publisher or host, address and bytes: two papers that print one wire text are two reports."""
    return _sha256(f"{house}\n{locator}\n{sha256}")


def _sha256(text: str) -> str:
    return f"sha256:{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()}"


def _join(parts: list[Part]) -> tuple[str, list[Block], list[Span]]:
    pieces: list[str] = []
    blocks: list[Block] = []
    spans: list[Span] = []
    at = 0
    for part in parts:
        span = (at, at + len(part.text))
        spans.append(span)
        blocks.extend(Block(kind=part.kind, span=piece, place=part.place) for piece in _split(part.text, at))
        pieces.append(part.text)
        at = span[1] + 2
    return "\n\n".join(pieces), blocks, spans


def _split(text: str, at: int) -> list[Span]:
    """Cut an endless line into blocks at a sentence's end, else at a blank, else anywhere; no character is lost."""
    spans: list[Span] = []
    start = 0
    while len(text) - start > MAX_BLOCK:
        limit = start + MAX_BLOCK
        cut = max(text.rfind(end, start + 1, limit) + len(end) for end in _SENTENCE_ENDS)
        if cut <= start + MAX_BLOCK // 2:
            cut = text.rfind(" ", start + 1, limit) + 1 or limit
        spans.append((at + start, at + (cut - 1 if text[cut - 1] == " " else cut)))
        start = cut
    spans.append((at + start, at + len(text)))
    return spans


def _caption(found: MediaFound, spans: list[Span]) -> Span | None:
    return None if found.caption is None else spans[found.caption]


def _host(url: str | None) -> str | None:
    """Give the registrable host of an address: "herald.co.uk" for "https://news.herald.co.uk/a"."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return (extract_domain(url) or host.removeprefix("www.")) if url and host else None


def _mixture(body: list[str], language: str, source: Source) -> list[Problem]:
    if others := find_mixture(body, language):
        message = f"parts of the text are in {', '.join(others)}; all of it is read as {language}"
        return [Problem(stage=f"reader:{source.media_type}", message=message)]
    return []
