"""Makes records of the numbers: whom they count, where, as of when, and who says so."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from onrecord.model import Figure
from onrecord.stages.grammar import case_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.model import Span, Statement
    from onrecord.stages.draft import Draft
    from onrecord.stages.figures.found import NumberFound
    from onrecord.stages.tokens import Token

MANY = 60
"""Words below one word, more than any real sentence has: such a list is not searched again for each number in it."""
LENT = "figures.shared"
LOCATIVE = frozenset({"in", "at", "near", "across", "around", "inside", "outside", "throughout"})
STEPS = 3
"""Words above a number that are asked for its place and time."""


def resolve_figures(draft: Draft) -> list[Figure]:
    """Give the figures in text order, with ids f1, f2, and so on."""
    statements = _innermost(draft.statements, [found.numeral.start for found in draft.numbers])
    places = _Lookup((place.span, place.id) for place in draft.places)
    times = _Lookup((time.span, time.id) for time in draft.times if time.type in {"DATE", "TIME"})
    figures = []
    for i, (found, statement) in enumerate(zip(draft.numbers, statements, strict=True), 1):
        place, time = _around(found, places, times)
        figures.append(
            Figure(
                id=f"f{i}",
                rule=found.rule,
                score=round(found.score, 3),
                reason=found.reason,
                span=found.span,
                value=found.value,
                low=found.low,
                high=found.high,
                qualifier=found.qualifier,
                unit=found.unit,
                of=_entity(draft, found),
                place=place,
                as_of=time,
                statement=statement,
                change_from=found.change_from,
                direction=found.direction,
                conventional=found.conventional,
            )
        )
    return figures


def figure_at(figures: list[Figure], span: Span) -> Figure | None:
    """Give the figure that stands where a number stands (for events' killed and injured)."""
    return next((figure for figure in figures if figure.span[0] < span[1] and span[0] < figure.span[1]), None)


def _innermost(statements: list[Statement], starts: list[int]) -> list[str | None]:
    """Give for each position, in text order, the id of the shortest statement whose content holds it."""
    contents = sorted((span, sum(e - s for s, e in one.content), one.id) for one in statements for span in one.content)
    found: list[str | None] = []
    open_: list[tuple[int, Span, str]] = []
    following = 0
    for start in starts:
        while following < len(contents) and contents[following][0][0] <= start:
            span, size, id_ = contents[following]
            open_.append((size, span, id_))
            following += 1
        open_ = [entry for entry in open_ if entry[1][1] > start]
        found.append(min(open_)[2] if open_ else None)
    return found


class _Lookup:
    """Ids of records by the position that their spans cover."""

    def __init__(self, records: Iterable[tuple[Span, str]]) -> None:
        self.records = sorted(records)
        self.starts = [span[0] for span, _ in self.records]

    def at(self, token: Token) -> str | None:
        i = bisect_right(self.starts, token.start) - 1
        return self.records[i][1] if i >= 0 and token.start < self.records[i][0][1] else None


def _entity(draft: Draft, found: NumberFound) -> str | None:
    """Give the entity counted: by the noun, else by the numeral that stands for it.

    A noun that was lent ("3,000 fighters … 400 are Chechens") gives the unit, but its entity is another group.
    """
    for head in (None if found.rule == LENT else found.counted, found.numeral):
        entity = draft.entity_of(head) if head is not None else None
        if entity is not None:
            return entity.id
    return None


def _around(found: NumberFound, places: _Lookup, times: _Lookup) -> tuple[str | None, str | None]:
    """Give place and time said of the number: what hangs on its noun, or on the verbs above it."""
    place = time = None
    node: Token | None = found.head
    for _ in range(STEPS):
        if node is None or (place and time) or len(node.children) > MANY:
            break
        for child in node.children:
            place = place or (places.at(child) if case_of(child) in LOCATIVE else None)
            time = time or times.at(child)
        node = node.head if node.pos != "VERB" else None
    return place, time
