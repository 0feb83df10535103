"""When a page was published: JSON-LD, meta elements, marked elements, its address; else its last change."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from onrecord.model import Published
from onrecord.readers.dates import given_date, on_day, parse_stamp
from onrecord.readers.published import published_by_url

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from onrecord.options import Options

PUBLISHED_NAMES = (
    "article:published_time", "og:article:published_time", "og:published_time", "article:published", "datepublished",
    "date_published", "publishdate", "publish-date", "publish_date", "pubdate", "publication_date", "publicationdate",
    "article_date_original", "article.published", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dcterms.date", "dc.date", "published_at",
    "citation_publication_date", "originalpublicationdate", "displaydate", "release_date", "created", "datecreated",
    "article:post_date", "rnews:datepublished", "bt:pubdate", "ptime", "date",
)  # fmt: skip
LONGEST_STAMP = 80
UNIVERSAL = ("Z", "+00:00", "+0000", "GMT", "UTC")
CHANGED_NAMES = (
    "article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified", "dc.date.modified",
)  # fmt: skip


def find_published(
    root: HtmlElement, data: dict[str, Any], meta: dict[str, str], url: str | None, options: Options
) -> Published:
    """Date a page: the caller's word, its own data, its address; a date of change bounds it from above."""
    if options.published:
        return given_date(options.published)
    own = [data.get("datePublished"), data.get("dateCreated"), *(meta.get(name) for name in PUBLISHED_NAMES)]
    by_url = published_by_url(url)
    if found := _first_day([*own, *_marked_dates(root)]):
        by_stamp = on_day(found[0], "metadata", found[1])
        return by_url if by_url and _is_local(by_url, found[0], found[1]) else by_stamp
    if by_url:
        return by_url
    if changed := _first_day([data.get("dateModified"), *(meta.get(name) for name in CHANGED_NAMES)]):
        return Published(latest=changed[0].isoformat(), basis="metadata", evidence=changed[1])
    return Published()


def _is_local(by_url: Published, day: date, stamp: str) -> bool:
    """Tell an address dated in the paper's own time from a stamp in universal time that is a day off ("T02:10:00Z")."""
    ahead = abs(date.fromisoformat(by_url.value or "").toordinal() - day.toordinal())
    return ahead == 1 and stamp.upper().endswith(UNIVERSAL)


def _first_day(stamps: list[Any]) -> tuple[date, str] | None:
    for stamp in stamps:
        day = parse_stamp(stamp) if isinstance(stamp, str) else None
        if day is not None:
            return day, stamp.strip()[:LONGEST_STAMP]
    return None


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
