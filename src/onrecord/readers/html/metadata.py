"""Title, authors, publisher, address, language and date of a page, as the page says them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from onrecord.model import Published
from onrecord.readers.dates import given_date, on_day, parse_stamp
from onrecord.readers.furniture import normal
from onrecord.readers.html.linked_data import find_article_data, find_meta, names_of, text_of
from onrecord.readers.published import published_by_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from onrecord.options import Options

PUBLISHED_NAMES = (
    "article:published_time", "og:article:published_time", "og:published_time", "article:published", "datepublished", "date_published", "publishdate", "publish-date", "publish_date",
    "pubdate", "publication_date", "publicationdate", "article_date_original", "article.published", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dcterms.date", "dc.date", "citation_publication_date", "originalpublicationdate", "displaydate", "published_at", "release_date",
    "created", "datecreated", "article:post_date", "rnews:datepublished", "bt:pubdate", "ptime", "date",
)  # fmt: skip
CHANGED_NAMES = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "last-modified",
    "dcterms.modified",
    "dc.date.modified",
)
AUTHOR_NAMES = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "citation_author",
    "article.author",
    "cxenseparse:author",
)
TITLE_NAMES = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title", "headline")
LONGEST_NAME = 80


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
    found = Metadata(
        title=_title(root, data, meta),
        authors=_authors(root, data, meta),
        publisher=_publisher(data, meta),
        url=options.url or _url(root, data, meta, fetched_from),
        language=root.get("lang")
        or root.get("xml:lang")
        or meta.get("og:locale")
        or meta.get("content-language")
        or text_of(data.get("inLanguage")),
        body=text_of_body(data.get("articleBody")),
        paywall=str(data.get("isAccessibleForFree")).lower() == "false"
        or meta.get("article:content_tier", "").lower() in {"locked", "paid"},
    )
    found.published = _published(root, data, meta, found.url, options)
    return found


def text_of_body(value: Any) -> str | None:
    """Give JSON-LD's articleBody with its line breaks."""
    return value if isinstance(value, str) and len(value) > 200 else None


def _title(root: HtmlElement, data: dict[str, Any], meta: dict[str, str]) -> str | None:
    """Choose among what the page calls its title: the first h1 that another title confirms, else data, meta, title element."""
    element = root.find(".//title")
    shown = " ".join((element.text_content() if element is not None else "").split())
    claimed = [
        text for text in (text_of(data.get("headline")), *(meta.get(name) for name in TITLE_NAMES), shown) if text
    ]
    headings = [" ".join(h1.text_content().split()) for h1 in list(root.iter("h1"))[:8]]
    for heading in headings:
        if heading and len(heading) < 400 and any(_agree(heading, claim) for claim in claimed):
            return heading
    if claimed:
        return _without_site(" ".join(claimed[0].split()), meta.get("og:site_name"))
    return next((heading for heading in headings if heading and len(heading) < 400), None)


def _agree(heading: str, claim: str) -> bool:
    """Tell two renderings of one title: most words in common, or one cut short."""
    one, other = set(normal(heading).split()), set(normal(claim).split())
    if not one or not other:
        return False
    shared = len(one & other)
    return shared >= 0.6 * len(one | other) or (shared >= 4 and shared >= 0.8 * min(len(one), len(other)))


def _without_site(title: str, site: str | None) -> str:
    for bar in (" | ", " - ", " – ", " — ", " :: ", " » "):
        head, found, tail = title.rpartition(bar)
        if found and len(head.split()) > 3 and (len(tail.split()) <= 4 or (site and normal(tail) == normal(site))):
            return head.strip()
    return title


def _authors(root: HtmlElement, data: dict[str, Any], meta: dict[str, str]) -> list[str]:
    named = (
        names_of(data.get("author"))
        or names_of(data.get("creator"))
        or [meta[name] for name in AUTHOR_NAMES if name in meta][:1]
    )
    if not any(_is_name(name) for name in named):
        marked = [one for one in _marked_authors(root)]
        named = [" ".join(one.text_content().split()) for one in marked]
    authors: list[str] = []
    for name in named:
        for part in _names_in(name):
            if _is_name(part) and part not in authors:
                authors.append(part)
    return authors[:20]


def _marked_authors(root: HtmlElement) -> Iterator[HtmlElement]:
    for element in root.iter("a", "span", "div", "p", "address"):
        marks = (
            f"{element.get('rel') or ''} {element.get('itemprop') or ''} {element.get('class') or ''}".lower().split()
        )
        if "author" in marks or "byline" in marks or "author-name" in marks or "byline__name" in marks:
            yield element
            return


def _names_in(text: str) -> list[str]:
    bare = text.strip()
    for lead in ("By ", "by ", "BY ", "By: ", "Von ", "Por ", "Par "):
        bare = bare.removeprefix(lead)
    for joint in (" and ", " & ", ";", "|", " und ", " et "):
        bare = bare.replace(joint, ",")
    return [" ".join(name.split()) for name in bare.split(",")]


def _is_name(name: str) -> bool:
    return (
        1 < len(name) <= LONGEST_NAME
        and "http" not in name
        and "@" not in name
        and "/" not in name
        and len(name.split()) <= 6
        and any(c.isalpha() for c in name)
    )


def _publisher(data: dict[str, Any], meta: dict[str, str]) -> str | None:
    for name in (
        *names_of(data.get("publisher")),
        meta.get("og:site_name"),
        meta.get("application-name"),
        meta.get("dc.publisher"),
    ):
        if name and len(name) <= LONGEST_NAME and "http" not in name:
            return " ".join(name.split())
    return None


def _url(root: HtmlElement, data: dict[str, Any], meta: dict[str, str], fetched_from: str | None) -> str | None:
    links = [link.get("href") for link in root.iter("link") if "canonical" in (link.get("rel") or "").lower().split()]
    main = data.get("mainEntityOfPage")
    identity = main.get("@id") if isinstance(main, dict) else main
    for url in (*links, meta.get("og:url"), identity, data.get("url")):
        if isinstance(url, str) and (whole := _absolute(url, fetched_from)):
            return whole
    return None


def _absolute(url: str, fetched_from: str | None) -> str | None:
    try:
        whole = urljoin(fetched_from or "", url.strip())
        parts = urlsplit(whole)
    except ValueError:
        return None
    # an address without a path is the site's, put there by a template
    return (
        whole
        if parts.scheme in {"http", "https"} and parts.hostname and (parts.path.strip("/") or parts.query)
        else None
    )


def _published(
    root: HtmlElement, data: dict[str, Any], meta: dict[str, str], url: str | None, options: Options
) -> Published:
    if options.published:
        return given_date(options.published)
    stamps = [
        data.get("datePublished"),
        data.get("dateCreated"),
        *(meta.get(name) for name in PUBLISHED_NAMES),
        *_marked_dates(root),
    ]
    for stamp in stamps:
        day = parse_stamp(stamp) if isinstance(stamp, str) else None
        if day is not None:
            return on_day(day, "metadata", str(stamp).strip())
    if by_url := published_by_url(url):
        return by_url
    for stamp in (data.get("dateModified"), *(meta.get(name) for name in CHANGED_NAMES)):
        day = parse_stamp(stamp) if isinstance(stamp, str) else None
        if day is not None:
            return Published(latest=day.isoformat(), basis="metadata", evidence=str(stamp).strip())
    return Published()


def _marked_dates(root: HtmlElement) -> list[str]:
    """Give the stamps of elements marked as the date of publication; of bare time elements the first."""
    marked: list[str] = []
    bare: list[str] = []
    for element in root.iter("time", "span", "abbr", "meta"):
        marks = f"{element.get('itemprop') or ''} {element.get('class') or ''} {element.get('pubdate') or ''}".lower()
        stamp = element.get("datetime") or element.get("content") or element.get("title")
        if "datepublished" in marks or "pubdate" in marks or ("published" in marks and element.tag == "time"):
            marked.append(stamp or element.text_content())
        elif element.tag == "time" and element.get("datetime") and not bare:
            bare.append(element.get("datetime") or "")
    return marked[:3] + bare
