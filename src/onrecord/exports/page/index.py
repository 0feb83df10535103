"""What stands after the article: sources, times, figures' and parties' lists, and what was left out of the text."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from onrecord.exports.dates import published_words
from onrecord.exports.happening import Happening, put_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.exports.view import SourceTag, View

WIDTH = 1000
"""Units across the time lanes."""


class SourceLine(msgspec.Struct, frozen=True):
    """A source and the ids of what it says."""

    tag: SourceTag
    statements: list[str]


class Bar(msgspec.Struct, frozen=True):
    """An interval on the time lanes: left edge and width in units of `WIDTH`, `before` where it began earlier."""

    when: str
    left: float
    width: float
    before: bool = False
    happening: Happening | None = None


class Scale(msgspec.Struct, frozen=True):
    """The days that the lanes run over; an interval that is open at an end runs to the edge."""

    low: date
    high: date

    def bar(self, start: date | None, end: date | None, when: str, said: Happening | None = None) -> Bar:
        """Draw an interval; what began before the scale is drawn at its left edge."""
        unit = WIDTH / ((self.high - self.low).days + 1)
        left = max(0, ((start or self.low) - self.low).days) * unit
        right = min(WIDTH, (((end or self.high) - self.low).days + 1) * unit)
        width = max(6.0, right - left)
        before = start is not None and start < self.low
        return Bar(when, round(min(left, WIDTH - width), 1), round(width, 1), before, said)


class PartyLine(msgspec.Struct, frozen=True):
    """An entity, what it is, and how often the report refers to it."""

    id: str
    name: str
    what: str
    mentions: int


def sources_of(view: View) -> list[SourceLine]:
    """Gather statements by source, those who say most first."""
    gathered: dict[tuple[str, str, bool], tuple[SourceTag, list[str]]] = {}
    for statement in view.reading.statements:
        for tag in view.source_tags(statement):
            gathered.setdefault((tag.label, tag.kind, tag.anonymous), (tag, []))[1].append(statement.id)
    lines = [SourceLine(tag, said) for tag, said in gathered.values()]
    return sorted(lines, key=lambda line: -len(line.statements))


def parties_of(view: View) -> list[PartyLine]:
    """List the entities that records speak of or that are named, most mentioned first."""
    used = set(_used(view))
    kept = [one for one in view.reading.entities if one.id in used or any(m.form == "name" for m in one.mentions)]
    lines = [
        PartyLine(
            one.id, one.name, " · ".join(filter(None, (one.type.replace("_", " "), one.sector, one.country))),
            len(one.mentions),
        )
        for one in kept
    ]  # fmt: skip
    return sorted(lines, key=lambda line: -line.mentions)


def _used(view: View) -> Iterable[str]:
    for event in view.reading.events:
        yield from (one.entity for one in (*event.actors, *event.recipients))
    for statement in view.reading.statements:
        yield from (source.entity for source in statement.sources if source.entity)
    for relation in view.reading.relations:
        yield from (relation.subject, relation.object)


def lanes_of(view: View) -> list[Bar]:
    """Draw when dated events happened, and, last, when they were reported; [] where no event has a date."""
    dated = []
    for event in view.reading.events:
        time = view.times.get(event.time or "")
        if time and (start := _day(time.earliest)):
            dated.append((start, _day(time.latest), event))
    if not dated:
        return []
    published = view.report.published
    reported = _day(published.value or published.earliest), _day(published.value or published.latest)
    recent = [one for one in dated if not one[2].background] or dated
    days = [day for start, end, _ in recent for day in (start, end) if day] + [day for day in reported if day]
    scale = Scale(min(days), max(days))
    dated.sort(key=lambda one: (one[0], one[1] or scale.high))
    bars = [
        scale.bar(start, end, said.when, said) for start, end, event in dated for said in [put_in_words(event, view)]
    ]
    return [*bars, scale.bar(*reported, published_words(published))] if any(reported) else bars


def _day(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(f"{iso or ''}-01-01"[:10])
    except ValueError:
        return None
