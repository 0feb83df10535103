"""One row of a list, put together of a reading and what is known of it across reports."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from onrecord.model import slice_of
from onrecord.model.event import AUTHOR
from onrecord.model.listing import EventRow, FigureRow, IncidentRow, StatementRow
from onrecord.store.amounts import alike_figures
from onrecord.store.rows import strongest

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from onrecord.model import Event, Figure, Participant, Reading, Span, Statement
    from onrecord.model.standing import Standing
    from onrecord.store.amounts import Amount
    from onrecord.store.weighing import Weight

LONGEST = 400
"""Characters of words in a row; `show` gives all of them."""
OWN_VOICE = "the report"


def statement_row(key: str, statement: Statement, reading: Reading, weight: Weight) -> StatementRow:
    """Make a row of a statement."""
    return StatementRow(
        id=key,
        source=source_words(statement, reading),
        source_kind=statement.source_kind,
        named=statement.named,
        cue=quote(reading, statement.cue),
        content=quote(reading, statement.content),
        value=weight.value,
        reports=weight.reports,
        sources=weight.sources,
        opposing=weight.opposing,
        published=reading.report.published.earliest,
        publisher=reading.report.publisher,
        report=reading.report.id,
        score=statement.score,
    )


def event_row(key: str, event: Event, reading: Reading, weight: Weight) -> EventRow:
    """Make a row of an event."""
    time = next((t for t in reading.times if t.id == event.time), None)
    return EventRow(
        id=key,
        type=event.type,
        mode=event.mode,
        actors=_names(event.actors, reading),
        recipients=_names(event.recipients, reading),
        places=list(dict.fromkeys(place.name for place in reading.places if place.id in event.places)),
        earliest=time.earliest if time else None,
        latest=time.latest if time else None,
        tense=event.tense,
        author=next((held.value for held in event.factuality if held.holder == AUTHOR), None),
        held=strongest(event.factuality),
        words=quote(reading, event.trigger[:1]),
        incident=weight.incident,
        reports=weight.reports,
        sources=weight.sources,
        opposing=weight.opposing,
        published=reading.report.published.earliest,
        publisher=reading.report.publisher,
        report=reading.report.id,
        score=event.score,
    )


def figure_row(connection: sqlite3.Connection, row: int, key: str, figure: Figure, reading: Reading) -> FigureRow:
    """Make a row of a figure, held against those that other reports give for the same."""
    mine, others = alike_figures(connection, row)
    agreeing = [one for one in others if mine and not mine.contradicts(one)]
    against = [one for one in others if mine and mine.contradicts(one)]
    said = next((s for s in reading.statements if s.id == figure.statement), None)
    return FigureRow(
        id=key,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        qualifier=figure.qualifier,
        unit=figure.unit,
        of=next((entity.name for entity in reading.entities if entity.id == figure.of), None),
        what=mine.what if mine else None,
        source=source_words(said, reading) if said else OWN_VOICE,
        words=quote(reading, [figure.span]),
        reports=max(1, len({one.report for one in agreeing})),
        sources=_sources(agreeing) if agreeing else (1, 1),
        opposing=_sources(against)[1],
        published=reading.report.published.earliest,
        publisher=reading.report.publisher,
        report=reading.report.id,
        score=figure.score,
    )


def incident_row(
    key: str, fields: Sequence[str | None], standing: Standing, members: Sequence[EventRow]
) -> IncidentRow:
    """Make a row of an incident; `fields` are its type, first and last day, country; `members` some of its records."""
    type_, earliest, latest, country = fields
    values = {one.value: (one.reports, *one.sources) for one in standing.support}
    days = [row.published for row in members if row.published]
    return IncidentRow(
        id=key,
        type=type_ or "",
        actors=_most(name for row in members for name in row.actors),
        recipients=_most(name for row in members for name in row.recipients),
        country=country,
        earliest=earliest,
        latest=latest,
        words=next(iter(_most(row.words for row in members)), ""),
        reports=standing.reports,
        sources=standing.sources,
        opposing=standing.opposing[1],
        certain=values.get("certain"),
        probable=values.get("probable"),
        possible=values.get("possible"),
        denied=values.get("denied"),
        reported_first=min(days, default=None),
        reported_last=max(days, default=None),
    )


def source_words(statement: Statement, reading: Reading) -> str:
    """Name the sources of a statement: their names where the report gives them, else its words."""
    names = {entity.id: entity.name for entity in reading.entities}
    said = [
        names.get(source.entity or "", "") if statement.named else slice_of(reading.report.text, source.span)
        for source in statement.sources
    ]
    said = [words or slice_of(reading.report.text, s.span) for words, s in zip(said, statement.sources, strict=True)]
    return " and ".join(" ".join(words.split()) for words in said) or "a source not named"


def quote(reading: Reading, spans: Iterable[Span]) -> str:
    """Give words on one line, with marks of omission."""
    words = " … ".join(" ".join(slice_of(reading.report.text, span).split()) for span in spans)
    return words if len(words) <= LONGEST else words[: LONGEST - 2].rsplit(" ", 1)[0] + " …"


def _names(side: Iterable[Participant], reading: Reading) -> list[str]:
    names = {entity.id: entity.name for entity in reading.entities}
    return list(dict.fromkeys(names[one.entity] for one in side if one.entity in names))


def _most(names: Iterable[str], number: int = 3) -> list[str]:
    counted = Counter(names)
    return sorted(counted, key=lambda name: (-counted[name], name))[:number]


def _sources(amounts: Sequence[Amount]) -> tuple[int, int]:
    """Count who gives figures as `standing.origin` does, without the circles of houses."""
    named = {one.origin for one in amounts if one.origin and one.identified}
    own = [one for one in amounts if not one.origin]
    unnamed = [one for one in amounts if one.origin and not one.identified]
    fewest = len(named) + len({one.house or one.kin for one in own}) + len({one.origin for one in unnamed})
    most = len(named) + len({one.house or one.line for one in own}) + len({(one.origin, one.line) for one in unnamed})
    return min(fewest, most), most
