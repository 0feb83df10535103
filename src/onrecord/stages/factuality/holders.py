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
    """A statement as a holder: its words, and its cue."""

    statement: Statement
    words: tuple[Span, ...]

    def says(self, token: Token) -> bool:
        """Tell whether a token is among the words that the statement attributes."""
        return any(start <= token.start < end for start, end in self.words)

    def cued_by(self, token: Token) -> bool:
        """Tell whether a token belongs to the cue."""
        return any(start <= token.start < end for start, end in self.statement.cue)

    def repeats(self, token: Token) -> bool:
        """Tell whether a token stands in a title or pull quote that repeats the statement, with a cue of its own."""
        return any(start <= token.start < end for start, end in self.statement.also)

    def encloses(self, other: Voice) -> bool:
        """Tell whether another statement, cue and all, stands inside this one's content."""
        spans = (*other.statement.cue, *other.statement.content)
        return self is not other and all(
            any(start <= inner[0] and inner[1] <= end for start, end in self.words) for inner in spans
        )


def voices_at(statements: Sequence[Statement], positions: Iterable[int]) -> dict[int, list[Voice]]:
    """Give, for each position that stands in somebody's words, the voices that hold it, in the order of statements."""
    ordered = sorted(set(positions))
    held: dict[int, list[Voice]] = {}
    for statement in statements:
        voice = Voice(statement, (*statement.content, *statement.also))
        inside: set[int] = set()
        for start, end in voice.words:
            inside.update(ordered[bisect_left(ordered, start) : bisect_left(ordered, end)])
        for position in sorted(inside):
            held.setdefault(position, []).append(voice)
    return held


def innermost(voices: list[Voice]) -> list[Voice]:
    """Give the voices that hold no other: only they commit."""
    outer = {voice.statement.within for voice in voices}
    return [
        voice
        for voice in voices
        if voice.statement.id not in outer and not any(voice.encloses(other) for other in voices)
    ]


def head_of(span: Span, syntax: Syntax) -> Token | None:
    """Give the token of a span that no other token of the span governs."""
    first = syntax.at(span[0])
    if first is None:
        return None
    inside = first
    while inside.head is not None and span[0] <= inside.head.start < span[1]:
        inside = inside.head
    return inside
