"""The leaves of a page as parts and dropped furniture, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import Dropped
from onrecord.readers.compose import Part
from onrecord.readers.furniture import normal
from onrecord.readers.html.sort import kind_of_leaf, reason_to_drop
from onrecord.readers.html.walk import HEADINGS, Paths
from onrecord.readers.repeats import find_repeats

if TYPE_CHECKING:
    from onrecord.readers.compose import Page
    from onrecord.readers.html.sort import Story
    from onrecord.readers.html.walk import Leaf


def lay_out(page: Page, leaves: list[Leaf], story: Story) -> list[tuple[Leaf, int]]:
    """Fill the page with the story's parts and what was dropped; give the captions with the index of their part."""
    paths, captions = Paths(), []
    if page.title:
        place = paths.of(leaves[story.title].element) if story.title is not None else None
        page.parts.append(Part("title", page.title, place))
    title = normal(page.title or "")
    reasons = {leaf.number: reason_to_drop(leaf, story, title) for leaf in leaves if leaf.number != story.title}
    _drop_bare_headings([leaf for leaf in leaves if reasons.get(leaf.number, "") is None], reasons)
    kept = [leaf for leaf in leaves if reasons.get(leaf.number, "") is None]
    repeats = find_repeats([leaf.text for leaf in kept])
    for index, leaf in enumerate(kept):
        kind = kind_of_leaf(leaf, story, repeated=index in repeats)
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
