"""Which leaves of a page are its story: trafilatura's choice, with what it misses put back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml.html import HtmlElement
from trafilatura import bare_extraction

if TYPE_CHECKING:
    from onrecord.readers.html.walk import Leaf

SHORT_STORY = 250
"""Characters below which the precise extraction is not trusted."""

_NO_WORD = re.compile(r"[\W_]+")


def key_of(text: str) -> str:
    """Give the letters and digits of a text in lower case, to compare two renderings of the same words."""
    return _NO_WORD.sub("", text).lower()


def extract_story(root: HtmlElement) -> str:
    """Give the story's text as trafilatura sees it: precise first, its full cascade where that finds little."""
    precise = _extract(root, precise=True)
    if len(precise) >= SHORT_STORY:
        return precise
    full = _extract(root, precise=False)
    return full if len(full) > len(precise) else precise


def _extract(root: HtmlElement, *, precise: bool) -> str:
    document = bare_extraction(root, include_comments=False, favor_precision=precise)
    return (document.text or "") if document is not None and not isinstance(document, dict) else ""


def choose_leaves(leaves: list[Leaf], story: str) -> set[int]:
    """Give the numbers of the leaves whose words stand in the story."""
    lines = {key_of(line) for line in story.splitlines()}
    whole = key_of(story)
    chosen: dict[str, int] = {}
    for leaf in leaves:
        key = key_of(leaf.text)
        if key and key not in chosen and (key in lines or (len(key) >= 12 and key in whole)):
            chosen[key] = leaf.number
    return set(chosen.values())
