"""Who wrote a page: JSON-LD, meta elements, then elements that are marked up as a byline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.readers.html.linked_data import names_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

AUTHOR_NAMES = (
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl",
    "citation_author", "article.author", "cxenseparse:author",
)  # fmt: skip
LEADS = ("By: ", "By ", "by ", "BY ", "Von ", "Por ", "Par ")
JOINTS = (" and ", " & ", ";", "|", " und ", " et ")
MARKS = frozenset({"author", "byline", "author-name", "byline__name"})
LONGEST_NAME, MOST_WORDS, MOST_AUTHORS = 80, 6, 20


def find_authors(root: HtmlElement, data: dict[str, Any], meta: dict[str, str]) -> list[str]:
    """Give the names of a page's authors, in its order; [] where it names none."""
    named = names_of(data.get("author")) or names_of(data.get("creator"))
    named = named or [meta[name] for name in AUTHOR_NAMES if name in meta][:1]
    if not any(_is_name(name) for name in named):
        named = _marked_author(root)
    parts = [part for name in named for part in _names_in(name) if _is_name(part)]
    return list(dict.fromkeys(parts))[:MOST_AUTHORS]


def _marked_author(root: HtmlElement) -> list[str]:
    """Give the text of the first element that is marked as the author's name."""
    for element in root.iter("a", "span", "div", "p", "address"):
        marks = f"{element.get('rel') or ''} {element.get('itemprop') or ''} {element.get('class') or ''}"
        if MARKS.intersection(marks.lower().split()):
            return [element.text_content()]
    return []


def _names_in(text: str) -> list[str]:
    bare = " ".join(text.split())
    for lead in LEADS:
        bare = bare.removeprefix(lead)
    for joint in JOINTS:
        bare = bare.replace(joint, ",")
    return [name.strip() for name in bare.split(",")]


def _is_name(name: str) -> bool:
    short = 1 < len(name) <= LONGEST_NAME and len(name.split()) <= MOST_WORDS
    return short and not any(mark in name for mark in ("http", "@", "/")) and any(map(str.isalpha, name))
