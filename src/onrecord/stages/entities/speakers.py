"""Tells who speaks at a place in the text, for "I" and "we"."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.model import Span
    from onrecord.stages.found import Attribution
    from onrecord.stages.tokens import Token


class Speakers:
    """The quoted contents of a report, each with the head of its source."""

    def __init__(self, attributions: list[Attribution]) -> None:
        quoted: list[tuple[Span, Token]] = [
            (span, attribution.sources[0].head)
            for attribution in attributions
            if attribution.sources and attribution.speech != "indirect"
            for span in attribution.content
        ]
        self._quoted = sorted(quoted, key=lambda item: (item[0], item[1].i))
        self._starts = [span[0] for span, _ in self._quoted]

    def __call__(self, token: Token) -> Token | None:
        """Give the head of the innermost source whose quoted words a token stands in, or None."""
        at = bisect_right(self._starts, token.start)
        for span, head in reversed(self._quoted[max(0, at - 8) : at]):
            if token.start < span[1] and head is not token:
                return head
        return None
