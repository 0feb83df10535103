"""Half-open character positions `(start, end)` in a report's text, counted in Unicode code points."""

from typing import TypeAlias

Span: TypeAlias = tuple[int, int]


def slice_of(text: str, span: Span) -> str:
    """Give the words a span points at."""
    return text[span[0] : span[1]]


def overlaps(one: Span, other: Span) -> bool:
    """Tell whether two spans share at least one character."""
    return one[0] < other[1] and other[0] < one[1]
