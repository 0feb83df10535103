"""RSS and Atom: every entry a report, of its full text where there is one, else of its summary, and it says so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import feedparser
from lxml import etree

from onrecord.errors import UnreadableError
from onrecord.model import Problem, Published
from onrecord.readers.compose import Page, Part, compose
from onrecord.readers.dates import given_date, on_day, parse_stamp
from onrecord.readers.furniture import normal
from onrecord.readers.html.tree import parse_page
from onrecord.readers.html.walk import Walk
from onrecord.readers.refused import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from onrecord.model import Report
    from onrecord.options import Options
    from onrecord.readers.intake import Intake

FEED_TYPES = (
    "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml",
)  # fmt: skip
SUMMARY_ONLY = "the feed gives a summary, not the whole text"
ADVICE = "Give an RSS or Atom feed."
MOST_ENTRIES = 5000
_ENTRIES = ("item", "entry")
_MARKS = (b"<rss", b"<feed", b"<rdf:rdf")


def is_feed(head: bytes) -> bool:
    """Tell a feed by its first element."""
    low = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    first = min((at for mark in _MARKS if (at := low.find(mark)) >= 0), default=-1)
    return low[:1] == b"<" and first >= 0 and b"<html" not in low[:first]


def read_feed(intake: Intake, options: Options) -> Iterator[Report | Refused]:
    """Read the entries of a feed. What is kept of each is its own element, as XML; the feed around it changes hourly.

    Raises UnreadableError for what is no feed.
    """
    root = _parse(intake)
    name = next((one.text for one in root.iter("{*}title") if _tag(one.getparent()) in {"channel", "feed"}), None)
    entries = [one for one in root.iter("{*}item", "{*}entry") if _tag(one) in _ENTRIES]
    for number, element in enumerate(entries[:MOST_ENTRIES], start=1):
        data = etree.tostring(element, encoding="utf-8", with_tail=False)
        at = replace(intake, ref=f"{intake.ref}#{number}")
        try:
            yield _report(data, " ".join((name or "").split()) or None, at, options)
        except UnreadableError as error:
            yield Refused.from_error(error)
    if len(entries) > MOST_ENTRIES:
        reason = f"holds {len(entries):,} entries; the first {MOST_ENTRIES:,} were read"
        yield Refused(ref=intake.ref, reason=reason, advice="Split the feed.")


def _parse(intake: Intake) -> _Element:
    """Parse without entities, network, and depth; a feed that is cut or crooked gives what can be had of it."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
    data = intake.take_all()
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError(intake.ref, f"is no XML: {error}", ADVICE) from error
    if root is None or _tag(root) not in {"rss", "feed", "rdf"}:
        raise UnreadableError(intake.ref, "is XML, but no feed", ADVICE)
    return root


def _tag(element: _Element | None) -> str:
    return "" if element is None or not isinstance(element.tag, str) else etree.QName(element).localname.lower()


def _report(data: bytes, publisher: str | None, intake: Intake, options: Options) -> Report:
    found = feedparser.parse(b"<feed>" + data + b"</feed>" if b"<entry" in data[:7] else _in_channel(data))
    if not found.entries:
        raise UnreadableError(intake.ref, "is an entry that cannot be read", ADVICE)
    entry = found.entries[0]
    source = intake.source_of(data)
    whole = max((one.get("value", "") for one in entry.get("content", [])), key=len, default="")
    html = whole or entry.get("summary", "")
    page = Page(parts=[], title=_plain(entry.get("title", "")), publisher=publisher, url=entry.get("link"))
    if page.title:
        page.parts.append(Part("title", page.title))
    page.parts.extend(_paragraphs(html, page.title, intake))
    page.authors = [one["name"] for one in entry.get("authors", []) if one.get("name")]
    page.published = _published(entry, options)
    if not whole:
        page.problems.append(Problem(stage="reader:feed", message=SUMMARY_ONLY))
    return compose(page, intake, source, options)


def _in_channel(data: bytes) -> bytes:
    return b'<rss version="2.0"><channel>' + data + b"</channel></rss>"


def _paragraphs(html: str, title: str | None, intake: Intake) -> list[Part]:
    """Give the blocks of an entry's HTML; all of it is story."""
    if not html.strip():
        raise UnreadableError(intake.ref, "is an entry without text", "Give the page that it links to.")
    page = f"<html><body><div>{html}</div></body></html>".encode("utf-8", "replace")
    root, _ = parse_page(page, replace(intake, charset="utf-8"))
    texts = [leaf.text for leaf in Walk(root).leaves]
    return [Part("paragraph", text) for text in texts if not title or normal(text) != normal(title)]


def _plain(title: str) -> str | None:
    """Take the markup out of a title."""
    if "<" not in title:
        return " ".join(title.split()) or None
    return " ".join("".join(etree.HTML(f"<p>{title}</p>").itertext()).split()) or None


def _published(entry: Any, options: Options) -> Published:
    if options.published:
        return given_date(options.published)
    stamp = entry.get("published") or entry.get("updated") or ""
    day = parse_stamp(stamp)
    return on_day(day, "metadata", stamp) if day else Published()
