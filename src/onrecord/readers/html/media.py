"""Pictures, films and sound that a page refers to, with their captions."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from onrecord.readers.compose import MediaFound

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from onrecord.model.report import MediaKind
    from onrecord.readers.html.sort import Story
    from onrecord.readers.html.walk import Leaf

MOST_MEDIA = 60
KINDS: dict[str, MediaKind] = {
    "img": "image", "amp-img": "image", "video": "video", "amp-video": "video", "amp-youtube": "video",
    "audio": "audio",
}  # fmt: skip


def find_media(
    seen: list[tuple[HtmlElement, int]], captions: list[tuple[Leaf, int]], story: Story, url: str | None
) -> list[MediaFound]:
    """Give the media from the story's title to its end; `captions` pairs each caption's leaf with its part."""
    found: list[MediaFound] = []
    start = story.first if story.title is None else min(story.title, story.first)
    known: set[str] = set()
    for element, before in seen:
        if not start <= before <= story.last + 1 or len(found) >= MOST_MEDIA:
            continue
        ref = _reference(element, url)
        if ref is not None and ref not in known:
            known.add(ref)
            found.append(MediaFound(KINDS[str(element.tag)], ref, _caption_of(element, before, captions)))
    return found


def _reference(element: HtmlElement, url: str | None) -> str | None:
    for name in ("data-src", "data-original", "src", "data-videoid", "poster"):
        value = (element.get(name) or "").strip()
        if value and not value.startswith(("data:", "about:", "javascript:")) and len(value) < 2000:
            return _join(url, value)
    source = element.find(".//source")
    value = (source.get("src") or "").strip() if source is not None else ""
    return _join(url, value) if value and not value.startswith("data:") else None


def _join(url: str | None, value: str) -> str | None:
    try:
        return urljoin(url or "", value)
    except ValueError:
        return None


def _caption_of(element: HtmlElement, before: int, captions: list[tuple[Leaf, int]]) -> int | None:
    """Take the caption in the same figure, else the one that follows at once."""
    figure = next((one for one in element.iterancestors("figure")), None)
    for leaf, part in captions:
        if figure is not None and any(one is figure for one in leaf.element.iterancestors("figure")):
            return part
    return next((part for leaf, part in captions if 0 <= leaf.number - before <= 1), None) if figure is None else None
