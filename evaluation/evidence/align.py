"""Carries spans from a report's text over to the gold text, which the reader may have cleaned a little."""

from __future__ import annotations

from bisect import bisect_right
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.model import Span


class Alignment:
    """A map of positions from one text to another, made of the stretches that they share."""

    def __init__(self, source: str, target: str) -> None:
        self.same = source == target
        self.stretches: list[tuple[int, int, int]] = []
        if not self.same:
            one, other = _words(source), _words(target)
            matcher = SequenceMatcher(None, [w for _, w in one], [w for _, w in other], autojunk=False)
            for block in matcher.get_matching_blocks():
                for k in range(block.size):
                    (start, word), (to, _) = one[block.a + k], other[block.b + k]
                    self.stretches.append((start, to, len(word)))
        self.starts = [start for start, _, _ in self.stretches]

    def __call__(self, span: Span) -> Span | None:
        """Give the span in the target text, or None where the words are not there."""
        if self.same:
            return span
        start, end = self._move(span[0]), self._move(span[1] - 1)
        return (start, end + 1) if start is not None and end is not None and start <= end else None

    def _move(self, position: int) -> int | None:
        i = bisect_right(self.starts, position) - 1
        if i < 0:
            return None
        start, to, size = self.stretches[i]
        return to + min(position - start, size - 1)


def _words(text: str) -> list[tuple[int, str]]:
    words, start = [], None
    for i, char in enumerate(text + " "):
        if char.isspace():
            if start is not None:
                words.append((start, text[start:i]))
                start = None
        elif start is None:
            start = i
    return words
