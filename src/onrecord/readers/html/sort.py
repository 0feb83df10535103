"""What each leaf of a page is: story, caption, kicker, byline, or furniture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.readers.furniture import ends_sentence, furniture_reason, is_prose, kind_by_words, normal
from onrecord.readers.html.walk import HEADINGS

if TYPE_CHECKING:
    from onrecord.model.report import BlockKind
    from onrecord.readers.html.walk import Leaf


def kind_of_leaf(leaf: Leaf, repeated: bool) -> BlockKind:  # noqa: FBT001 - a plain fact about the leaf
    """Say what a leaf of the story is, by its element, its marks and its words."""
    if "figcaption" in leaf.inside or "caption" in leaf.marks or "credit" in leaf.marks:
        return "caption"
    if leaf.tag in HEADINGS:
        return "kicker"
    known = kind_by_words(leaf.text)
    if known is not None:
        return known
    if "pull" in leaf.marks or (repeated and len(leaf.text.split()) <= 45):
        return "pull_quote"
    return "list_item" if "li" in leaf.inside else "paragraph"
