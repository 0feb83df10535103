"""Which leaves of a page are its story: trafilatura's choice, checked against the page's own structure.

Three corrections, each measured on the article extraction set (docs/readers.md): words that stand twice are taken
where the story is, paragraphs that were passed over inside the story's own container are put back, and where another
container holds far more prose than the choice, that container is taken.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Any

from trafilatura import bare_extraction

from onrecord.readers.furniture import ends_sentence, is_prose
from onrecord.readers.html.walk import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.readers.html.walk import Leaf

SHORT_STORY = 250
"""Characters below which the precise extraction is not trusted."""
SURE_KEY = 30
"""Letters from which words found in the story's running text are a match wherever they stand on the page."""
LEAST_COVER = 0.45
"""Share of the densest container's prose that a choice must hold to be kept."""

MOST_PROSE = 0.7
"""Share of a container's prose that one child must hold for the story to be sought in it."""

_NO_WORD = re.compile(r"[\W_]+")
_OUTSIDE = frozenset({"nav", "footer", "aside", "form", "header"})


def key_of(text: str) -> str:
    """Give the letters and digits of a text in lower case, to compare two renderings of the same words."""
    return _NO_WORD.sub("", text).lower()


def extract_story(root: Any) -> str:
    """Give the story's text as trafilatura sees it: precise first, its full cascade where that finds little."""
    precise = _extract(root, precise=True)
    if len(precise) >= SHORT_STORY:
        return precise
    full = _extract(root, precise=False)
    return full if len(full) > len(precise) else precise


def _extract(root: Any, *, precise: bool) -> str:
    document = bare_extraction(root, include_comments=False, favor_precision=precise)
    return (document.text or "") if document is not None and not isinstance(document, dict) else ""


def choose_leaves(leaves: list[Leaf], story: str, body: str | None) -> set[int]:
    """Give the numbers of the story's leaves. `body` is the article's text where the page holds it for machines."""
    chosen = _match(leaves, story)
    prose = {leaf.number for leaf in leaves if _is_story_prose(leaf)}
    dense = _densest(leaves, prose)
    if _weight(leaves, chosen) < LEAST_COVER * _weight(leaves, dense):
        chosen = dense
    if body:
        chosen |= {leaf.number for leaf in leaves if leaf.number in prose} & _match(leaves, body)
    return chosen | _passed_over(leaves, chosen, prose)


def _match(leaves: list[Leaf], story: str) -> set[int]:
    """Find the leaves whose words stand in a text; words that stand twice on the page are taken once, in the story."""
    lines = {key for line in story.splitlines() if (key := key_of(line))}
    whole = key_of(story)
    found: dict[str, list[int]] = {}
    for leaf in leaves:
        key = key_of(leaf.text)
        if key and (
            key in lines
            or (len(key) >= SURE_KEY and key in whole)
            or (len(key) >= 3 and "tr" in leaf.inside and key in whole)
        ):
            found.setdefault(key, []).append(leaf.number)
    sure = sorted(numbers[0] for key, numbers in found.items() if len(numbers) == 1 and len(key) >= SURE_KEY)
    middle = sure[len(sure) // 2] if sure else 0
    return {min(numbers, key=lambda number: abs(number - middle)) for numbers in found.values()}


def _is_story_prose(leaf: Leaf) -> bool:
    return (
        is_prose(leaf.text)
        and 2 * leaf.linked <= len(leaf.text)
        and not leaf.shunned
        and not _OUTSIDE & leaf.inside
        and "figcaption" not in leaf.inside
    )


def _densest(leaves: list[Leaf], prose: set[int]) -> set[int]:
    """Give the prose of the deepest container that still holds most of the prose of the one above it."""
    weights: Counter[Any] = Counter()
    for leaf in leaves:
        if leaf.number in prose and "li" not in leaf.inside:
            weights[leaf.element] += len(leaf.text)
            for above in leaf.element.iterancestors():
                weights[above] += len(leaf.text)
    if not weights:
        return set()
    container = max(weights, key=lambda element: weights[element])
    while (inner := max(container, key=lambda child: weights[child], default=None)) is not None:
        if weights[inner] < MOST_PROSE * weights[container]:
            break
        container = inner
    return {leaf.number for leaf in leaves if leaf.number in prose and _is_within(leaf, container)}


def _is_within(leaf: Leaf, container: Any) -> bool:
    return leaf.element is container or any(one is container for one in leaf.element.iterancestors())


def _weight(leaves: list[Leaf], numbers: Iterable[int]) -> int:
    return sum(len(leaves[number].text) for number in numbers)


def _passed_over(leaves: list[Leaf], chosen: set[int], prose: set[int]) -> set[int]:
    """Find prose and quoted posts in a container of at least two chosen leaves, from the first of them on."""
    members: Counter[Any] = Counter()
    for number in chosen:
        for above in _near(leaves[number]):
            members[above] += 1
    first, last = min(chosen, default=0), max(chosen, default=-1)
    return {
        leaf.number
        for leaf in leaves[first:]
        if leaf.number not in chosen
        and (leaf.number in prose or (leaf.number < last and _is_post(leaf)))
        and any(members[above] >= 2 for above in _near(leaf))
    }


def _near(leaf: Leaf) -> list[Any]:
    """Give the three containers next above a leaf, the page's body excepted."""
    return [above for above in islice(leaf.element.iterancestors(), 3) if above.tag not in {"body", "html"}]


def _is_post(leaf: Leaf) -> bool:
    return (
        "blockquote" in leaf.inside
        and not _OUTSIDE & leaf.inside
        and leaf.tag not in HEADINGS
        and (ends_sentence(leaf.text) or len(leaf.text) > 20)
    )
