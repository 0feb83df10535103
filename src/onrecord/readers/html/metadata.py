"""Title, authors, publisher, address, language and date of a page, as the page says them."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from onrecord.model import Published
from onrecord.readers.furniture import normal
from onrecord.readers.html.authors import find_authors
from onrecord.readers.html.linked_data import find_article_data, find_meta, names_of, text_of
from onrecord.readers.html.page_dates import find_published

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from onrecord.options import Options

TITLE_NAMES = (
    "og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title", "headline",
)  # fmt: skip
PUBLISHER_NAMES = ("og:site_name", "application-name", "dc.publisher")
BARS = (" | ", " - ", " – ", " — ", " :: ", " » ")
LONGEST_NAME, LONGEST_TITLE, SHORTEST_BODY = 80, 400, 200
"""In characters."""
MOST_HEADINGS = 8


@dataclass(slots=True)
class Metadata:
    """What a page says about itself; `body` is the article's text where JSON-LD holds it."""

    title: str | None = None
    authors: list[str] = field(default_factory=list)
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    published: Published = field(default_factory=Published)
    body: str | None = None
    paywall: bool = False


def find_metadata(root: HtmlElement, options: Options, fetched_from: str | None) -> Metadata:
    """Collect a page's own data: JSON-LD first, then meta elements, then elements that are marked up for it."""
    data, meta = find_article_data(root), find_meta(root)
    url = options.url or _url(root, data, meta, fetched_from)
    body = data.get("articleBody")
    return Metadata(
        title=_title(root, data, meta),
        authors=find_authors(root, data, meta),
        publisher=_publisher(data, meta),
        url=url,
        language=_language(root, data, meta),
        published=find_published(root, data, meta, url, options),
        body=body if isinstance(body, str) and len(body) > SHORTEST_BODY else None,
        paywall=_is_closed(data, meta),
    )


def _language(root: HtmlElement, data: dict[str, Any], meta: dict[str, str]) -> str | None:
    own = root.get("lang") or root.get("xml:lang")
    return own or meta.get("og:locale") or meta.get("content-language") or text_of(data.get("inLanguage"))


def _is_closed(data: dict[str, Any], meta: dict[str, str]) -> bool:
    tier = meta.get("article:content_tier", "").lower()
    return str(data.get("isAccessibleForFree")).lower() == "false" or tier in {"locked", "paid", "metered"}


def _title(root: HtmlElement, data: dict[str, Any], meta: dict[str, str]) -> str | None:
    """Choose among what the page calls its title: an h1 that another title confirms, else data, meta, title element."""
    element = root.find(".//title")
    shown = _clean(element.text_content() if element is not None else "")
    claims = [text_of(data.get("headline")), *(meta.get(name) for name in TITLE_NAMES), shown]
    claimed = [_clean(claim) for claim in claims if claim]
    headings = [_clean(h1.text_content()) for h1 in islice(root.iter("h1"), MOST_HEADINGS)]
    headings = [heading for heading in headings if 0 < len(heading) <= LONGEST_TITLE]
    for heading in headings:
        if any(_agree(heading, claim) for claim in claimed):
            return heading
    if claimed:
        return _without_site(claimed[0], meta.get("og:site_name"))
    return headings[0] if headings else None


def _clean(text: str) -> str:
    return " ".join(text.split())


def _agree(heading: str, claim: str) -> bool:
    """Tell two renderings of one title: most words in common, or one cut short."""
    one, other = set(normal(heading).split()), set(normal(claim).split())
    if not one or not other:
        return False
    shared = len(one & other)
    return shared >= 0.6 * len(one | other) or (shared >= 4 and shared >= 0.8 * min(len(one), len(other)))


def _without_site(title: str, site: str | None) -> str:
    for bar in BARS:
        head, found, tail = title.rpartition(bar)
        if found and len(head.split()) > 3 and (len(tail.split()) <= 4 or (site and normal(tail) == normal(site))):
            return head.strip()
    return title


def _publisher(data: dict[str, Any], meta: dict[str, str]) -> str | None:
    names = [*names_of(data.get("publisher")), *(meta.get(name) for name in PUBLISHER_NAMES)]
    return next((_clean(name) for name in names if name and len(name) <= LONGEST_NAME and "http" not in name), None)


def _url(root: HtmlElement, data: dict[str, Any], meta: dict[str, str], fetched_from: str | None) -> str | None:
    links = [link.get("href") for link in root.iter("link") if "canonical" in (link.get("rel") or "").lower().split()]
    main = data.get("mainEntityOfPage")
    identity = main.get("@id") if isinstance(main, dict) else main
    for url in (*links, meta.get("og:url"), identity, data.get("url")):
        if isinstance(url, str) and (whole := _absolute(url, fetched_from)):
            return whole
    return None


def _absolute(url: str, fetched_from: str | None) -> str | None:
    """Give a whole web address; one without a path is the site's own, put there by a template, and is none."""
    try:
        whole = urljoin(fetched_from or "", url.strip())
        parts = urlsplit(whole)
        known = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return None
    return whole if known and (parts.path.strip("/") or parts.query) else None
