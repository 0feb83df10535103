"""The leaves of a page: every run of text between two block elements, with where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

SKIPPED = frozenset(
    "script style noscript template svg math iframe object button select option textarea input canvas map head datalist dialog".split()
)
MEDIA = frozenset("img video audio amp-img amp-video amp-youtube".split())
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 "
    "h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())


@dataclass(slots=True, eq=False)
class Leaf:
    """A run of text in one block element."""

    text: str
    element: HtmlElement
    inside: frozenset[str]
    marks: str
    linked: int
    number: int = 0

    @property
    def tag(self) -> str:
        """The tag of its block element."""
        return str(self.element.tag)


@dataclass(slots=True)
class _Frame:
    element: HtmlElement
    inside: frozenset[str]
    marks: str
    pieces: list[str] = field(default_factory=list)
    linked: int = 0


@dataclass(slots=True)
class Walk:
    """All leaves of a page in order, and its media with the number of leaves before each."""

    leaves: list[Leaf] = field(default_factory=list)
    media: list[tuple[HtmlElement, int]] = field(default_factory=list)


def walk_page(root: HtmlElement) -> Walk:
    """Cut a page into leaves, in one pass that does not recurse."""
    walk = Walk()
    body = root.find("body") if root.find("body") is not None else root
    stack = [_Frame(body, frozenset(("body",)), "")]
    links = breaks = 0
    walker = etree.iterwalk(body, events=("start", "end"))
    for event, element in walker:
        tag = element.tag
        if not isinstance(tag, str):
            continue
        if event == "start":
            if element is body:
                _take(stack[-1], element.text, 0)
                continue
            if tag in SKIPPED or _is_hidden(element):
                walker.skip_subtree()
            elif tag in MEDIA:
                walk.media.append((element, len(walk.leaves)))
                walker.skip_subtree()
            elif tag in BLOCKS:
                _flush(stack[-1], walk)
                stack.append(_below(stack[-1], element, tag))
                _take(stack[-1], element.text, links)
            else:
                links += tag == "a"
                breaks = _break(stack[-1], walk, breaks) if tag == "br" else 0
                _take(stack[-1], element.text, links)
            continue
        if element is body:
            break
        if tag in BLOCKS and stack[-1].element is element:
            _flush(stack[-1], walk)
            stack.pop()
        elif tag == "a":
            links = max(0, links - 1)
        if element.tail:
            breaks = breaks if not element.tail.strip() else 0
            _take(stack[-1], element.tail, links)
    _flush(stack[-1], walk)
    return walk


def _is_hidden(element: HtmlElement) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or (style is not None and "display:none" in style.replace(" ", "").lower())


def _below(frame: _Frame, element: HtmlElement, tag: str) -> _Frame:
    own = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}".lower().strip()
    inside = frame.inside if tag in frame.inside else frame.inside | {tag}
    return _Frame(element, inside, own)


def _take(frame: _Frame, text: str | None, links: int) -> None:
    if text:
        frame.pieces.append(text)
        if links:
            frame.linked += len(text.strip())


def _break(frame: _Frame, walk: Walk, breaks: int) -> int:
    """One line break is a blank; two part paragraphs."""
    if breaks:
        _flush(frame, walk)
        return 0
    frame.pieces.append(" ")
    return 1


def _flush(frame: _Frame, walk: Walk) -> None:
    text = " ".join("".join(frame.pieces).split())
    if text:
        walk.leaves.append(Leaf(text, frame.element, frame.inside, frame.marks, frame.linked, len(walk.leaves)))
    frame.pieces, frame.linked = [], 0


class Paths:
    """Element paths, each sibling counted once however many are asked for."""

    def __init__(self) -> None:
        self._steps: dict[HtmlElement, str] = {}

    def of(self, element: HtmlElement) -> str:
        """Give a path such as "html/body/div[2]/p[3]"."""
        return "/".join(reversed([self._step(one) for one in _upwards(element)]))

    def _step(self, element: HtmlElement) -> str:
        known = self._steps.get(element)
        if known is not None:
            return known
        parent = element.getparent()
        if parent is None:
            return str(element.tag)
        counts: dict[str, int] = {}
        for child in parent:
            tag = str(child.tag)
            counts[tag] = counts.get(tag, 0) + 1
            self._steps[child] = f"{tag}[{counts[tag]}]"
        return self._steps[element]


def _upwards(element: HtmlElement) -> Iterator[HtmlElement]:
    yield element
    yield from element.iterancestors()
