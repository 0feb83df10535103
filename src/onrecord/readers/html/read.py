"""A news page to a page's parts: the story in order, its title once, its furniture set apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.errors import UnreadableError
from onrecord.model import Dropped, Problem
from onrecord.readers.compose import NO_STORY, Page, Part
from onrecord.readers.furniture import furniture_reason, normal
from onrecord.readers.html.media import find_media
from onrecord.readers.html.metadata import Metadata, find_metadata
from onrecord.readers.html.sort import kind_of_leaf
from onrecord.readers.html.story import choose_leaves, extract_story
from onrecord.readers.html.tree import parse_page
from onrecord.readers.html.walk import Leaf, Paths, walk_page
from onrecord.readers.text import parts_of_text

if TYPE_CHECKING:
    from onrecord.options import Options
    from onrecord.readers.intake import Intake

STAGE = "reader:html"


def read_html(data: bytes, intake: Intake, options: Options) -> Page:
    """Read one HTML page. Raises UnreadableError where it holds no story."""
    root, notes = parse_page(data, intake)
    about = find_metadata(root, options, intake.url)
    walk = walk_page(root)
    chosen = choose_leaves(walk.leaves, extract_story(root))
    page = _page(about, notes)
    if not chosen:
        if about.body is None:
            raise UnreadableError(intake.ref, "holds no article", NO_STORY)
        return _from_data(about, page)
    captions = _fill(page, walk.leaves, chosen)
    region = range(min(chosen), max(chosen) + 1)
    page.media = find_media(walk.media, captions, region, about.url or intake.url)
    return page


def _page(about: Metadata, notes: list[str]) -> Page:
    page = Page(parts=[], title=about.title, authors=about.authors, publisher=about.publisher, url=about.url)
    page.language, page.published = about.language, about.published
    page.problems = [Problem(stage=STAGE, message=note) for note in notes]
    if about.paywall:
        message = "the page says that its article is not free to read; the text may be its beginning only"
        page.problems.append(Problem(stage=STAGE, message=message))
    if about.title:
        page.parts.append(Part("title", about.title))
    return page


def _from_data(about: Metadata, page: Page) -> Page:
    """Use the text that the page holds for machines."""
    inner = parts_of_text(about.body or "", about.title)
    page.parts, page.dropped = inner.parts, inner.dropped
    return page


def _fill(page: Page, leaves: list[Leaf], chosen: set[int]) -> list[tuple[Leaf, int]]:
    """Lay the leaves out as parts and dropped furniture; give the captions with the index of their part."""
    paths, captions = Paths(), []
    title = normal(page.title or "")
    for leaf in leaves:
        place = paths.of(leaf.element)
        reason = "the title again" if normal(leaf.text) == title else None
        if reason is None and leaf.number not in chosen:
            reason = "outside the story"
        reason = reason or furniture_reason(leaf.text)
        if reason is not None:
            page.dropped.append(Dropped(text=leaf.text, reason=reason, place=place))
            continue
        kind = kind_of_leaf(leaf, repeated=False)
        if kind == "caption":
            captions.append((leaf, len(page.parts)))
        page.parts.append(Part(kind, leaf.text, place))
    return captions
