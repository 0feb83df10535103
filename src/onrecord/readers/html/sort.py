"""What each leaf of a page is: story, caption, line under the title, byline, or furniture."""

from __future__ import annotations

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
OUTSIDE = "outside the story"
TITLE_AGAIN = "the title again"


def add_captions(leaves: list[Leaf], chosen: set[int], title: int | None) -> set[int]:
    """Add what stands beside the story: captions from the title on, and the line and byline between title and story."""
    first, last = min(chosen), max(chosen)
    start = title if title is not None and title < first else first
    added = {leaf.number for leaf in leaves[start : last + 2] if _is_caption(leaf) and len(leaf.text.split()) >= 3}
    if title is not None and title < first:
        added |= {
            leaf.number for leaf in leaves[max(title + 1, first - NEAR) : first] if _is_deck(leaf) or _is_byline(leaf)
        }
    return chosen | {number for number in added if not leaves[number].shunned}


def _is_caption(leaf: Leaf) -> bool:
    return "figcaption" in leaf.inside or any(mark in leaf.marks for mark in words().caption_marks)


def _is_deck(leaf: Leaf) -> bool:
    marked = leaf.tag == "h2" or any(mark in leaf.marks for mark in words().deck_marks)
    return (
        marked and 5 <= len(leaf.text.split()) <= 60 and 2 * leaf.linked < len(leaf.text) and "nav" not in leaf.inside
    )


def _is_byline(leaf: Leaf) -> bool:
    return kind_by_words(leaf.text) == "byline" and "nav" not in leaf.inside


def find_title(leaves: list[Leaf], title: str | None) -> int | None:
    """Give the number of the leaf that shows the title, a heading where one does."""
    key = normal(title or "")
    shown = [leaf for leaf in leaves if key and normal(leaf.text) == key]
    return next((leaf.number for leaf in shown if leaf.tag == "h1"), shown[0].number if shown else None)


def reason_to_drop(leaf: Leaf, chosen: set[int], title: str, shown: int | None) -> str | None:
    """Say why a leaf is no part of the report, or give None; `shown` is the leaf that shows the title."""
    if title and normal(leaf.text) == title:
        return TITLE_AGAIN
    if leaf.number not in chosen:
        return OUTSIDE
    if leaf.text.startswith("<") and leaf.text.endswith(">"):
        return "markup shown as text"
    prose = is_prose(leaf.text)
    if not prose and leaf.linked >= 0.8 * len(leaf.text) and (leaf.tag in HEADINGS or "li" in leaf.inside):
        return "a link to another page"
    if (
        not prose
        and shown is not None
        and leaf.number < shown
        and leaf.number < min(chosen - {leaf.number}, default=0) + 3
    ):
        return "before the title: menu"
    return furniture_reason(leaf.text)


def kind_of_leaf(leaf: Leaf, first: int, repeated: bool) -> BlockKind:  # noqa: FBT001 - a plain fact about the leaf
    """Say what a leaf of the report is, by its element, its marks and its words; `first` is the story's first leaf."""
    if _is_caption(leaf):
        return "caption"
    if leaf.tag in HEADINGS or (leaf.number < first and _is_deck(leaf)):
        return "kicker"
    known = kind_by_words(leaf.text)
    if known is not None:
        return known
    marked = any(mark in leaf.marks for mark in words().quote_marks)
    if marked or (repeated and len(leaf.text.split()) <= LONGEST_PULL_QUOTE):
        return "pull_quote"
    return "list_item" if "li" in leaf.inside or "tr" in leaf.inside else "paragraph"
