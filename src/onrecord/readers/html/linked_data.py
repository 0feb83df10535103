"""What a page says about itself to machines: JSON-LD after schema.org, and meta elements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from lxml.html import HtmlElement

ARTICLE_TYPES = frozenset({
    "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle",
    "OpinionNewsArticle", "AskPublicNewsArticle", "ReviewNewsArticle", "BlogPosting", "LiveBlogPosting",
    "SocialMediaPosting", "Report", "TechArticle", "ScholarlyArticle", "AdvertiserContentArticle",
})  # fmt: skip
BELOW = ("@graph", "mainEntity", "itemListElement", "hasPart")
MOST_NODES = 2000


def find_article_data(root: HtmlElement) -> dict[str, Any]:
    """Give the JSON-LD object of the page's article, {} where there is none or it cannot be read."""
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            article = _article_in(_decode(script.text))
            if article is not None:
                return article
    return {}


def _decode(text: str) -> Any:
    bare = text.strip()
    for mark in ("<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["):
        bare = bare.removeprefix(mark)
    for mark in ("-->", "//]]>", "/*]]>*/", "]]>"):
        bare = bare.removesuffix(mark)
    bare = bare.strip().rstrip(";")
    # line breaks inside strings are the commonest fault
    for attempt in (bare, bare.replace("\r", " ").replace("\n", " ").replace("\t", " ")):
        try:
            return msgspec.json.decode(attempt.encode("utf-8", "surrogatepass"))
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            continue
    return None


def _article_in(data: Any) -> dict[str, Any] | None:
    """Look through lists and graphs, breadth first, for the first object of an article's type."""
    queue = [data]
    for number, node in enumerate(queue):
        if number > MOST_NODES:
            return None
        if isinstance(node, list):
            queue.extend(node)
        elif isinstance(node, dict):
            kinds = node.get("@type")
            if ARTICLE_TYPES.intersection(map(str, kinds if isinstance(kinds, list) else [kinds])):
                return node
            queue.extend(node[key] for key in BELOW if isinstance(node.get(key), (list, dict)))
    return None


def names_of(value: Any) -> list[str]:
    """Give the names in a JSON-LD person, organisation, string, or list of them."""
    found: list[str] = []
    for one in value if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, dict) else one
        for part in name if isinstance(name, list) else [name]:
            if isinstance(part, str) and part.strip() and part not in found:
                found.append(" ".join(part.split()))
    return found


def text_of(value: Any) -> str | None:
    """Give a JSON-LD string, or None."""
    return " ".join(value.split()) or None if isinstance(value, str) else None


def find_meta(root: HtmlElement) -> dict[str, str]:
    """Give the page's meta elements by name, property or itemprop in lower case; of several the first."""
    meta: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = (element.get("content") or "").strip()
        if name and content:
            meta.setdefault(name.strip().lower(), content)
    return meta
