"""The leaves of a page: every run of text between two block elements, with where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from lxml import etree

from onrecord.readers.furniture import words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SKIPPED = frozenset({
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "button", "select", "option",
    "textarea", "input", "canvas", "map", "title", "datalist", "dialog",
})  # fmt: skip
MEDIA = frozenset({"img", "video", "audio", "amp-img", "amp-video", "amp-youtube"})
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
})  # fmt: skip
CELLS = frozenset({"td", "th"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(slots=True, eq=False)
class Leaf:
    """A run of text in one block element.

    `inside` holds the tags around it, `marks` the class and id of its element, `linked` its characters inside links,
    `shunned` the elements around it whose class or id says that they belong to no story.
    """

    text: str
    element: HtmlElement
    inside: frozenset[str]
    marks: str
    shunned: tuple[HtmlElement, ...]
    linked: int
    number: int

    @property
    def tag(self) -> str:
        """The tag of its block element."""
        return str(self.element.tag)


@dataclass(slots=True)
class _Frame:
    element: HtmlElement
    inside: frozenset[str]
    marks: str
    shunned: tuple[HtmlElement, ...] = ()
    pieces: list[str] = field(default_factory=list)
    linked: int = 0


class Walk:
    """All leaves of a page in order, and its media with the number of leaves before each. Does not recurse."""

    def __init__(self, root: HtmlElement) -> None:
        self.leaves: list[Leaf] = []
        self.media: list[tuple[HtmlElement, int]] = []
        self.body = root.find("body") if root.find("body") is not None else root
        self._stack = [_Frame(self.body, frozenset({"body"}), "")]
        self._links = self._breaks = 0
        self._take(self.body.text)
        walker = etree.iterwalk(self.body, events=("start", "end"))
        for event, element in walker:
            if element is self.body or not isinstance(element.tag, str):
                continue
            if event == "end":
                self._leave(element)
            elif self._enter(element, element.tag):
                walker.skip_subtree()
        self._flush()

    def _enter(self, element: HtmlElement, tag: str) -> bool:
        """Begin an element; tell whether what is in it is left out."""
        if tag in SKIPPED or _is_hidden(element):
            return True
        if tag in MEDIA:
            self.media.append((element, len(self.leaves)))
            return True
        if tag in BLOCKS:
            self._flush()
            self._stack.append(_below(self._stack[-1], element, tag))
        elif tag == "br":
            self._break()
        elif tag in CELLS:
            self._stack[-1].pieces.append(" ")
        self._links += tag == "a"
        self._take(element.text)
        return False

    def _leave(self, element: HtmlElement) -> None:
        if element.tag in BLOCKS and self._stack[-1].element is element:
            self._flush()
            self._stack.pop()
        elif element.tag == "a":
            self._links = max(0, self._links - 1)
        self._take(element.tail)

    def _take(self, text: str | None) -> None:
        if not text:
            return
        frame = self._stack[-1]
        frame.pieces.append(text)
        bare = len(text.strip())
        if bare:
            self._breaks = 0
            frame.linked += bare if self._links else 0

    def _break(self) -> None:
        """One line break is a blank; two part paragraphs."""
        self._breaks += 1
        if self._breaks > 1:
            self._flush()
        else:
            self._stack[-1].pieces.append(" ")

    def _flush(self) -> None:
        frame = self._stack[-1]
        text = " ".join("".join(frame.pieces).split())
        if text:
            number = len(self.leaves)
            self.leaves.append(
                Leaf(text, frame.element, frame.inside, frame.marks, frame.shunned, frame.linked, number)
            )
        frame.pieces, frame.linked, self._breaks = [], 0, 0


@cache
def _shunned() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(mark) for mark in words().shunned_marks))


def _is_hidden(element: HtmlElement) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or (style is not None and "display:none" in style.replace(" ", "").lower())


def _below(frame: _Frame, element: HtmlElement, tag: str) -> _Frame:
    marks = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    inside = frame.inside if tag in frame.inside else frame.inside | {tag}
    shunned = (*frame.shunned, element) if len(frame.shunned) < 8 and _shunned().search(marks) else frame.shunned
    return _Frame(element, inside, marks, shunned)


class Paths:
    """Element paths such as "html/body/div[2]/p[3]"; each sibling is counted once, however many paths are asked for."""

    def __init__(self) -> None:
        self._steps: dict[HtmlElement, str] = {}

    def of(self, element: HtmlElement) -> str:
        """Give the path of an element."""
        steps = [self._step(element)]
        steps.extend(self._step(above) for above in element.iterancestors())
        return "/".join(reversed(steps))

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
            self._steps[child] = f"{tag}[{counts[tag]}]" if tag not in {"body", "head"} else tag
        return self._steps[element]
