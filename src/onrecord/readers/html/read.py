"""A news page to a page's parts: the story in order, its title once, its furniture set apart."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from onrecord.errors import UnreadableError
from onrecord.model import Problem, Published
from onrecord.readers.compose import NO_STORY, Page
from onrecord.readers.html.layout import lay_out
from onrecord.readers.html.media import find_media
from onrecord.readers.html.metadata import find_metadata
from onrecord.readers.html.sort import place_story
from onrecord.readers.html.story import choose_leaves, extract_story
from onrecord.readers.html.tree import parse_page
from onrecord.readers.html.walk import Walk
from onrecord.readers.published import bound_by_pictures, published_by_lines
from onrecord.readers.text import parts_of_text

if TYPE_CHECKING:
    from onrecord.options import Options
    from onrecord.readers.html.metadata import Metadata
    from onrecord.readers.html.sort import Story
    from onrecord.readers.html.walk import Leaf
    from onrecord.readers.intake import Intake

STAGE = "reader:html"
HEAD = 4
"""Leaves before title and after the story's first among which a date line is sought."""


def read_html(data: bytes, intake: Intake, options: Options) -> Page:
    """Read one HTML page. Raises UnreadableError where it holds no story."""
    root, notes = parse_page(data, intake)
    about = find_metadata(root, options, intake.url)
    walk = Walk(root)
    chosen = choose_leaves(walk.leaves, extract_story(root), about.body)
    page = _page(about, notes)
    if not chosen:
        if about.body is None:
            raise UnreadableError(intake.ref, "holds no article", NO_STORY)
        return _from_data(about, page)
    story = place_story(walk.leaves, chosen, page.title)
    captions = lay_out(page, walk.leaves, story)
    page.media = find_media(walk.media, captions, story, about.url or intake.url)
    if page.published == Published():
        page.published = _date_by_sight(page, walk.leaves, story)
    return page


def _date_by_sight(page: Page, leaves: list[Leaf], story: Story) -> Published:
    """Date a page without data of its own: by a line near the head of its story, else by its screenshots' names."""
    start = story.first if story.title is None else min(story.first, story.title)
    near = [leaf.text for leaf in leaves[max(0, start - HEAD) : story.first + HEAD]]
    between = [leaf.text for leaf in leaves[max(start, story.first - HEAD) : story.first]]
    shots = [unquote(one.ref.rpartition("/")[2]) for one in page.media if "screen" in one.ref.lower()]
    return published_by_lines(near, between) or bound_by_pictures(shots)


def _page(about: Metadata, notes: list[str]) -> Page:
    page = Page(parts=[], title=about.title, authors=about.authors, publisher=about.publisher, url=about.url)
    page.language, page.published = about.language, about.published
    page.problems = [Problem(stage=STAGE, message=note) for note in notes]
    if about.paywall:
        message = "the page says that its article is not free to read; the text may be its beginning only"
        page.problems.append(Problem(stage=STAGE, message=message))
    return page


def _from_data(about: Metadata, page: Page) -> Page:
    """Use the text that the page holds for machines."""
    inner = parts_of_text(about.body or "", about.title)
    page.parts, page.dropped = inner.parts, inner.dropped
    return page
