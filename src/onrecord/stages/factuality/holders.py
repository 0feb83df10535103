"""Whose words an event stands in: the statements around a position, and which of them are innermost."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.model import Span, Statement
    from onrecord.stages.tokens import Syntax, Token


@dataclass(frozen=True, slots=True)
class Voice:
    """A statement as a holder: its words in text order, where it is repeated, and its cue."""

    statement: Statement
    words: tuple[Span, ...]
    repeated: tuple[Span, ...]
    cue: tuple[Span, ...]

    def says(self, token: Token) -> bool:
        """Tell whether a token is among the words that the statement attributes."""
        return _holds(self.words, token.span)

    def cued_by(self, token: Token) -> bool:
        """Tell whether a token belongs to the cue."""
        return _holds(self.cue, token.span)

    def repeats(self, token: Token) -> bool:
        """Tell whether a token stands in a title or pull quote that repeats the statement, with a cue of its own."""
        return _holds(self.repeated, token.span)

    def encloses(self, other: Voice) -> bool:
        """Tell whether another statement, cue and all, stands inside this one's content."""
        spans = (*other.statement.cue, *other.statement.content)
        return self is not other and all(_holds(self.words, span, whole=True) for span in spans)


def voices_at(statements: Sequence[Statement], positions: Iterable[int]) -> dict[int, list[Voice]]:
    """Give, for each position that stands in somebody's words, the voices that hold it, in the order of statements."""
    ordered = sorted(set(positions))
    held: dict[int, list[Voice]] = {}
    for statement in statements:
        repeated, cue = tuple(sorted(statement.also)), tuple(sorted(statement.cue))
        voice = Voice(statement, tuple(sorted((*statement.content, *repeated))), repeated, cue)
        inside: set[int] = set()
        for start, end in voice.words:
            inside.update(ordered[bisect_left(ordered, start) : bisect_left(ordered, end)])
        for position in sorted(inside):
            held.setdefault(position, []).append(voice)
    return held


def _holds(spans: tuple[Span, ...], inner: Span, *, whole: bool = False) -> bool:
    """Tell whether one of some spans in text order holds the start of another, or the whole of it."""
    i = bisect_left(spans, (inner[0] + 1, 0)) - 1
    return i >= 0 and (inner[1] if whole else inner[0] + 1) <= spans[i][1]


def innermost(voices: list[Voice]) -> list[Voice]:
    """Give the voices that hold no other: only they commit."""
    outer = {voice.statement.within for voice in voices}
    inner = [
        voice
        for voice in voices
        if voice.statement.id not in outer and not any(voice.encloses(other) for other in voices)
    ]
    return inner or voices


def head_of(span: Span, syntax: Syntax) -> Token | None:
    """Give the token of a span that no other token of the span governs."""
    first = syntax.at(span[0])
    if first is None:
        return None
    inside = first
    while inside.head is not None and span[0] <= inside.head.start < span[1]:
        inside = inside.head
    return inside
