"""What syntax gives: tokens linked into Universal Dependencies trees, sentence by sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model import Span
    from onrecord.model.report import BlockKind


class Token:
    """A word in its tree.

    `pos` is UPOS, `tag` Penn Treebank's, `dep` a UD relation ("nsubj:pass"); the root's head is None. `entity` is the
    engine's guess at a name type (OntoNotes label) or "".
    """

    __slots__ = (
        "children", "dep", "end", "entity", "head", "i", "lemma", "lower", "pos", "sentence", "start", "tag", "text",
    )  # fmt: skip

    i: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: Token | None
    children: list[Token]
    start: int
    end: int
    sentence: Sentence
    entity: str

    def __repr__(self) -> str:
        return f"<{self.i} {self.text}/{self.pos} {self.dep}>"

    @property
    def span(self) -> Span:
        """Characters of the token in the report's text."""
        return (self.start, self.end)

    def child(self, *deps: str) -> Token | None:
        """Give the first child with one of these relations, or None."""
        for token in self.children:
            if token.dep in deps:
                return token
        return None

    def each(self, *deps: str) -> list[Token]:
        """Give all children with one of these relations, in text order."""
        return [token for token in self.children if token.dep in deps]

    def subtree(self) -> Iterator[Token]:
        """Walk this token and all below it, in no particular order."""
        stack = [self]
        while stack:
            token = stack.pop()
            yield token
            stack.extend(token.children)

    def ancestors(self) -> Iterator[Token]:
        """Walk from the head up to the root."""
        token = self.head
        while token is not None:
            yield token
            token = token.head


@dataclass(slots=True)
class Sentence:
    """A sentence: its tokens in order, its root, and the block that it stands in."""

    i: int
    tokens: list[Token]
    root: Token
    block: int
    kind: BlockKind

    @property
    def span(self) -> Span:
        """Characters from the first to the last token."""
        return (self.tokens[0].start, self.tokens[-1].end)


@dataclass(slots=True)
class Name:
    """A name that the engine marked: tokens `first`…`last` (inclusive) and an OntoNotes label."""

    first: Token
    last: Token
    label: str

    @property
    def span(self) -> Span:
        """Characters of the name."""
        return (self.first.start, self.last.end)


@dataclass(slots=True)
class Syntax:
    """All tokens of a report in text order, its sentences and the engine's names."""

    tokens: list[Token]
    sentences: list[Sentence]
    names: list[Name]
    _starts: list[int]

    def at(self, position: int) -> Token | None:
        """Give the token that covers a character, or None where that is white space."""
        i = bisect_right(self._starts, position) - 1
        if i >= 0 and position < self.tokens[i].end:
            return self.tokens[i]
        return None

    def first_after(self, position: int) -> int:
        """Give the number of the first token that starts at or after a character."""
        return bisect_left(self._starts, position)

    def within(self, span: Span) -> list[Token]:
        """Give the tokens that lie wholly or partly inside a span, in text order."""
        first = max(0, bisect_right(self._starts, span[0]) - 1)
        last = bisect_left(self._starts, span[1], first)
        return [token for token in self.tokens[first:last] if token.end > span[0]]
