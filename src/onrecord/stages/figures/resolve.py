"""Makes records of the numbers: whom they count, where, as of when, and who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import Figure
from onrecord.stages.grammar import case_of

if TYPE_CHECKING:
    from onrecord.model import Place, Span, Statement, Time
    from onrecord.stages.draft import Draft
    from onrecord.stages.figures.found import NumberFound
    from onrecord.stages.tokens import Token

LOCATIVE = frozenset({"in", "at", "near", "across", "around", "inside", "outside", "throughout"})
STEPS = 3


def resolve_figures(draft: Draft) -> list[Figure]:
    """Give the figures in text order, with ids f1, f2, …"""
    contents = sorted(
        (_length(statement), span, statement.id) for statement in draft.statements for span in statement.content
    )
    return [_figure(draft, found, f"f{i}", contents) for i, found in enumerate(draft.numbers, 1)]


def figure_at(figures: list[Figure], span: Span) -> Figure | None:
    """Give the figure that stands where a number stands (for events' killed and injured)."""
    return next((figure for figure in figures if figure.span[0] < span[1] and span[0] < figure.span[1]), None)


def _figure(draft: Draft, found: NumberFound, id_: str, contents: list[tuple[int, Span, str]]) -> Figure:
    place, time = _around(draft, found)
    return Figure(
        id=id_,
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
        statement=next((id_ for _, span, id_ in contents if span[0] <= found.numeral.start < span[1]), None),
        change_from=found.change_from,
        direction=found.direction,
        conventional=found.conventional,
    )


def _length(statement: Statement) -> int:
    return sum(end - start for start, end in statement.content)


def _entity(draft: Draft, found: NumberFound) -> str | None:
    """Give the entity counted: by the noun, else by the numeral that stands for it."""
    for head in (found.counted, found.numeral):
        entity = draft.entity_of(head) if head is not None else None
        if entity is not None:
            return entity.id
    return None


def _around(draft: Draft, found: NumberFound) -> tuple[str | None, str | None]:
    """Give place and time said of the number: what hangs on its noun, or on the verbs above it."""
    place = time = None
    node: Token | None = found.head
    for _ in range(STEPS):
        if node is None or (place and time):
            break
        for child in node.children:
            case = case_of(child)
            if place is None and case in LOCATIVE:
                place = _at(draft.places, child)
            if time is None:
                time = _at([one for one in draft.times if one.type in {"DATE", "TIME"}], child)
        node = node.head if node.pos != "VERB" else None
    return place, time


def _at(records: list[Place] | list[Time], token: Token) -> str | None:
    return next((record.id for record in records if record.span[0] <= token.start < record.span[1]), None)
