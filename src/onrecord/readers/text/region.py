"""Where the story stands among the lines of a scraped page: its paragraphs lie close, menus and lists around them.

Both numbers below were tried on whole pages laid out as text (docs/readers.md): a narrower gap and a larger part drop
more furniture, and lose stories that hold long lists.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.readers.furniture import normal
from onrecord.readers.labels import kind_by_words

if TYPE_CHECKING:
    from onrecord.readers.text.lines import Unit

WIDEST_GAP = 7
"""Lines without a sentence that a story may hold in a row (a list of names, a table); more of them end it."""
LEAST_PART = 0.1
"""Share of the story's longest part that another part must have to belong to it."""
LONGEST_TITLE = 220
LOOKED_AT = 6
"""Paragraphs of the story in which a title's words are sought."""
NEAR = 0.02
"""What a line loses as a title for each line between it and the story."""


def find_story(units: list[Unit], reasons: list[str | None], prose: list[int]) -> tuple[int, int]:
    """Give the first and the last paragraph of the story among the prose lines."""
    parts: list[list[int]] = [[prose[0]]]
    for before, after in pairwise(prose):
        loose = sum(reasons[i] is None and "\n" not in units[i].text for i in range(before + 1, after))
        if loose > WIDEST_GAP:
            parts.append([])
        parts[-1].append(after)
    weights = [sum(len(units[i].text) for i in part) for part in parts]
    main = [part for part, weight in zip(parts, weights, strict=True) if weight >= LEAST_PART * max(weights)]
    return main[0][0], main[-1][-1]


def find_title(units: list[Unit], reasons: list[str | None], prose: list[int], first: int) -> int | None:
    """Find the title before the story: a line that stands twice, or whose words the story uses, else the nearest."""
    candidates = [i for i in range(first) if reasons[i] is None and _can_be_title(units[i].text)]
    long = [i for i in candidates if len(units[i].text.split()) > 3] or candidates[-1:]
    if not long:
        return None
    story = " ".join(units[i].text for i in prose if i >= first)[: LOOKED_AT * 500]
    known = set(normal(story).replace(",", "").replace(".", "").split())
    keys = [normal(unit.text) for unit in units[: first + 20]]
    times = Counter(keys)
    return max(long, key=lambda i: (_likeness(keys[i], known) + (times[keys[i]] > 1) - NEAR * (first - i), -i))


def _can_be_title(text: str) -> bool:
    return "\n" not in text and len(text) <= LONGEST_TITLE and kind_by_words(text) is None


def _likeness(key: str, known: set[str]) -> float:
    """Give the share of a line's longer words that the story uses."""
    words = [word for word in key.split() if len(word) > 3]
    return sum(word in known for word in words) / len(words) if words else 0.0
