"""A news page to a page's parts: the story in order, its title once, its furniture set apart."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from onrecord.errors import UnreadableError
from onrecord.model import Dropped, Problem, Published
from onrecord.readers.compose import NO_STORY, Page, Part
from onrecord.readers.furniture import normal
from onrecord.readers.html.media import find_media
from onrecord.readers.html.metadata import Metadata, find_metadata
from onrecord.readers.html.sort import add_captions, find_title, kind_of_leaf, reason_to_drop
from onrecord.readers.html.story import choose_leaves, extract_story
from onrecord.readers.html.tree import parse_page
from onrecord.readers.html.walk import HEADINGS, Leaf, Paths, Walk
from onrecord.readers.published import bound_by_pictures, published_by_lines
from onrecord.readers.repeats import find_repeats
from onrecord.readers.text import parts_of_text

if TYPE_CHECKING:
    from onrecord.options import Options
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
    captions = _fill(page, walk.leaves, chosen)
    region = range(min(chosen), max(chosen) + 1)
    page.media = find_media(walk.media, captions, region, about.url or intake.url)
    if page.published == Published():
        page.published = _date_by_sight(page, walk.leaves, min(chosen))
    return page


def _date_by_sight(page: Page, leaves: list[Leaf], first: int) -> Published:
    """Date a page without data of its own: by a line near the head of its story, else by its screenshots' names."""
    shown = find_title(leaves, page.title)
    start = min(first, first if shown is None else shown)
    near = [leaf.text for leaf in leaves[max(0, start - HEAD) : first + HEAD]]
    shots = [unquote(one.ref.rpartition("/")[2]) for one in page.media if "screen" in one.ref.lower()]
    return published_by_lines(near) or bound_by_pictures(shots)


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


def _fill(page: Page, leaves: list[Leaf], story: set[int]) -> list[tuple[Leaf, int]]:
    """Lay the leaves out as parts and dropped furniture; give the captions with the index of their part."""
    paths, captions = Paths(), []
    shown = find_title(leaves, page.title)
    chosen = add_captions(leaves, story, shown)
    title, first = normal(page.title or ""), min(story)
    if page.title:
        page.parts.append(Part("title", page.title, paths.of(leaves[shown].element) if shown is not None else None))
    reasons = {leaf.number: reason_to_drop(leaf, chosen, title, shown) for leaf in leaves if leaf.number != shown}
    kept = [leaf for leaf in leaves if leaf.number in reasons and reasons[leaf.number] is None]
    _drop_bare_headings(kept, reasons)
    kept = [leaf for leaf in kept if reasons[leaf.number] is None]
    repeats = find_repeats([leaf.text for leaf in kept])
    for index, leaf in enumerate(kept):
        kind = kind_of_leaf(leaf, first, repeated=index in repeats)
        if kind == "caption":
            captions.append((leaf, len(page.parts)))
        page.parts.append(Part(kind, leaf.text, paths.of(leaf.element)))
    page.dropped = _merge_dropped([(leaf, reason) for leaf in leaves if (reason := reasons.get(leaf.number))], paths)
    return captions


def _drop_bare_headings(kept: list[Leaf], reasons: dict[int, str | None]) -> None:
    """Drop headings that nothing follows: they head something that is not the story."""
    below = False
    for leaf in reversed(kept):
        if leaf.tag not in HEADINGS:
            below = True
        elif not below:
            reasons[leaf.number] = "a heading with nothing under it"


def _merge_dropped(dropped: list[tuple[Leaf, str]], paths: Paths) -> list[Dropped]:
    """Put neighbours that were dropped for the same reason together, at the path that they share."""
    runs: list[tuple[str, list[Leaf]]] = []
    for leaf, reason in dropped:
        if runs and runs[-1][0] == reason and runs[-1][1][-1].number + 1 == leaf.number:
            runs[-1][1].append(leaf)
        else:
            runs.append((reason, [leaf]))
    return [
        Dropped(
            text="\n".join(leaf.text for leaf in run),
            reason=reason,
            place=_shared(paths.of(run[0].element), paths.of(run[-1].element)),
        )
        for reason, run in runs
    ]


def _shared(one: str, other: str) -> str:
    steps = []
    for a, b in zip(one.split("/"), other.split("/"), strict=False):
        if a != b:
            break
        steps.append(a)
    return "/".join(steps)
