"""A page's bytes to an element tree, whatever its encoding, size and nesting."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from onrecord.errors import UnreadableError
from onrecord.readers.charset import decode

if TYPE_CHECKING:
    from onrecord.readers.intake import Intake

SHORT_PAGE = 100_000
"""Characters up to which a page can hold nothing that makes parsing slow."""
LONG_PAGE = 1_000_000
"""Characters above which scripts, styles and embedded pictures are cut out before parsing."""
LONGEST_MARKUP = 4_000_000
"""Characters of markup that are parsed at most; what follows is left out, and a Problem says so."""
DEEPEST = 150
"""Nesting that is kept; the parser itself drops everything below 255."""

CONTROLS = bytes(byte for byte in [*range(32), 127] if byte not in b"\t\n\r")

_CHARSET = re.compile(rb"""charset\s{0,3}=\s{0,3}["']?([A-Za-z0-9_\-:]{2,30})""", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]{0,15})")
_LONG_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9]{0,15})[^<>]{20000,}")
_DATA_URI = re.compile(r"data:[a-z]{1,20}/[a-z+.\-]{1,40};base64,[A-Za-z0-9+/=]{200,}")
_INLINE = frozenset({
    "a", "abbr", "b", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "s",
    "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var",
})  # fmt: skip
_SELF_ENDING = frozenset({
    "p", "dt", "dd", "option", "br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source",
    "track", "wbr", "param",
})  # fmt: skip
_KEPT_DEEP = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "br", "img"})


def parse_page(data: bytes, intake: Intake) -> tuple[HtmlElement, list[str]]:
    """Give the root element of a page, and messages on what had to be done to read it.

    Raises UnreadableError for what is empty, binary or holds no element.
    """
    declared = intake.charset or _declared(data[:4096])
    html, note = decode(data, intake.ref, declared)
    notes = [note] if note else []
    if len(html) > LONG_PAGE:
        html = _slim(html)
    if len(html) > SHORT_PAGE:
        # measured: the parser's time grows with the square of one element's attributes, 28 s for 100,000
        html = _LONG_TAG.sub(r"<\1", html)
    if len(html) > LONGEST_MARKUP:
        notes.append(f"page holds {len(html):,} characters of markup; the first {LONGEST_MARKUP:,} were read")
        html = html[:LONGEST_MARKUP]
    root, too_deep = _parse(html, intake.ref)
    if too_deep:
        notes.append(f"page nests its elements too deep; below {DEEPEST} they were laid flat")
        root, _ = _parse(_flatten(html), intake.ref)
    return root, notes


def _declared(head: bytes) -> str | None:
    match = _CHARSET.search(head)
    return match[1].decode("ascii") if match else None


def _parse(html: str, ref: str) -> tuple[HtmlElement, bool]:
    parser = HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, default_doctype=False
    )
    try:
        root = document_fromstring(_encode(html), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise UnreadableError(ref, f"holds no HTML element ({error})", "Give a page with its text in it.") from error
    too_deep = any("xcessive depth" in entry.message for entry in parser.error_log)
    return root, too_deep


def _encode(html: str) -> bytes:
    """Give the bytes of a page without the characters that no element may hold."""
    data = html.encode("utf-8", "ignore").translate(None, CONTROLS)
    return data.replace(b"\xef\xbf\xbe", b"").replace(b"\xef\xbf\xbf", b"")


def _slim(html: str) -> str:
    """Cut scripts, styles and embedded pictures out, in one pass; data for machines (JSON-LD) stays."""
    low = html.lower()
    kept: list[str] = []
    at = 0
    while at < len(html):
        starts = [found for tag in ("<script", "<style", "<svg", "<!--") if (found := low.find(tag, at)) >= 0]
        start = min(starts, default=len(html))
        kept.append(html[at:start])
        if start == len(html):
            break
        end_mark = "-->" if low.startswith("<!--", start) else f"</{low[start + 1 : start + 4].rstrip('> ')}"
        end = low.find(end_mark, start)
        end = len(html) if end < 0 else low.find(">", end) + 1 or len(html)
        if "ld+json" in low[start : start + 200]:
            kept.append(html[start:end])
        at = end
    return _DATA_URI.sub("data:,", "".join(kept))


def _flatten(html: str) -> str:
    """Take away the tags of containers nested too deep; where one stood, a paragraph begins."""
    pieces: list[str] = []
    at = depth = 0
    for match in _TAG.finditer(html):
        name = match[2].lower()
        if name in _SELF_ENDING:
            continue
        deep = depth >= DEEPEST
        depth = max(0, depth + (-1 if match[1] else 1))
        if not (deep or depth >= DEEPEST) or name in _KEPT_DEEP or match.start() < at:
            continue
        end = html.find(">", match.end())
        end = len(html) if end < 0 else end + 1
        text = html[at : match.start()]
        if text.strip() or not pieces:
            pieces.extend((text, " " if name in _INLINE else "<p>"))
        at = end
    pieces.append(html[at:])
    return "".join(pieces)
