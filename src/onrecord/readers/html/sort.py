"""What each leaf of a page is: story, caption, line under the title, byline, or furniture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.readers.furniture import furniture_reason, is_prose, normal, words
from onrecord.readers.html.walk import HEADINGS
from onrecord.readers.labels import kind_by_words

if TYPE_CHECKING:
    from onrecord.model.report import BlockKind
    from onrecord.readers.html.walk import Leaf

LONGEST_PULL_QUOTE = 45
NEAR = 12
"""Leaves before the story among which its second line and its byline are sought."""
LINK_SHARE = 0.8
"""Share of a heading's or item's characters inside links from which it is a link to another page."""


@dataclass(frozen=True, slots=True)
class Story:
    """Where a page's story stands: its leaves, the leaf that shows the title, its first prose and its last leaf."""

    chosen: frozenset[int]
    title: int | None
    first: int
    last: int


def place_story(leaves: list[Leaf], chosen: set[int], title: str | None) -> Story:
    """Find the story's edges, and add what stands beside it: captions, the line under the title, the byline."""
    shown = _find_title(leaves, title)
    prose = [number for number in sorted(chosen) if number != shown and is_prose(leaves[number].text)]
    first, last = prose[0] if prose else min(chosen), max(chosen)
    start = min(first, shown) if shown is not None else first
    added = [leaf for leaf in leaves[start : last + 2] if _is_caption(leaf) and len(leaf.text.split()) >= 3]
    if shown is not None and shown < first:
        head = leaves[max(shown + 1, first - NEAR) : first]
        added += [leaf for leaf in head if _is_deck(leaf) or _is_byline(leaf)]
    beside = {leaf.number for leaf in added if not leaf.shunned}
    return Story(frozenset(chosen | beside), shown, first, last)


def _is_caption(leaf: Leaf) -> bool:
    return "figcaption" in leaf.inside or any(mark in leaf.marks for mark in words().caption_marks)


def _is_deck(leaf: Leaf) -> bool:
    marked = leaf.tag == "h2" or any(mark in leaf.marks for mark in words().deck_marks)
    linked = 2 * leaf.linked >= len(leaf.text) or "nav" in leaf.inside
    return marked and not linked and 5 <= len(leaf.text.split()) <= 60


def _is_byline(leaf: Leaf) -> bool:
    return kind_by_words(leaf.text) == "byline" and "nav" not in leaf.inside


def _find_title(leaves: list[Leaf], title: str | None) -> int | None:
    """Give the number of the leaf that shows the title, an h1 where one does."""
    key = normal(title or "")
    shown = [leaf for leaf in leaves if key and normal(leaf.text) == key]
    return next((leaf.number for leaf in shown if leaf.tag == "h1"), shown[0].number if shown else None)


def reason_to_drop(leaf: Leaf, story: Story, title: str) -> str | None:
    """Say why a leaf is no part of the report, or give None."""
    if title and normal(leaf.text) == title:
        return "the title again"
    if leaf.number not in story.chosen:
        return "outside the story"
    if leaf.text.startswith("<") and leaf.text.endswith(">"):
        return "markup shown as text"
    if not is_prose(leaf.text):
        if leaf.linked >= LINK_SHARE * len(leaf.text) and (leaf.tag in HEADINGS or "li" in leaf.inside):
            return "a link to another page"
        if story.title is not None and leaf.number < story.title < story.first:
            return "before the title: menu"
    return furniture_reason(leaf.text)


def kind_of_leaf(leaf: Leaf, story: Story, *, repeated: bool) -> BlockKind:
    """Say what a leaf of the report is, by its element, its marks and its words."""
    if _is_caption(leaf):
        return "caption"
    if leaf.tag in HEADINGS or (leaf.number <= story.first and _is_deck(leaf)):
        return "kicker"
    known = kind_by_words(leaf.text)
    if known is not None:
        return known
    marked = any(mark in leaf.marks for mark in words().quote_marks)
    if marked or (repeated and len(leaf.text.split()) <= LONGEST_PULL_QUOTE):
        return "pull_quote"
    return "list_item" if "li" in leaf.inside or "tr" in leaf.inside else "paragraph"
