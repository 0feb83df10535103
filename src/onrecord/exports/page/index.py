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
            dated.append((start, _day(time.latest) or start, event))
    if not dated:
        return []
    published = view.report.published
    known = _day(published.value or published.earliest), _day(published.value or published.latest)
    days = [day for day in known if day]
    recent = [one for one in dated if not one[2].background] or dated
    low = min([one[0] for one in recent] + days[:1])
    high = max([one[1] for one in recent] + days[-1:])
    scale = WIDTH / ((high - low).days + 1)
    dated.sort(key=lambda one: (one[0], one[1]))
    bars = [_bar(start, end, low, scale, put_in_words(event, view)) for start, end, event in dated]
    reported = [_bar(days[0], days[-1], low, scale, None, published_words(published))] if days else []
    return bars + reported


def _bar(start: date, end: date, low: date, scale: float, said: Happening | None, when: str = "") -> Bar:
    left = max(0, (start - low).days) * scale
    right = min(WIDTH, ((end - low).days + 1) * scale)
    width = max(6.0, right - left)
    return Bar(said.when if said else when, round(min(left, WIDTH - width), 1), round(width, 1), start < low, said)


def _day(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(f"{iso or ''}-01-01"[:10])
    except ValueError:
        return None
