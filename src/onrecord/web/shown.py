"""What stands behind a page that is more than a list: an actor, an incident by its values, tolls on a scale."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from onrecord.exports.amounts import bounds_words
from onrecord.exports.page.index import WIDTH, Bar, Scale
from onrecord.model.listing import EventRow, StatementRow  # noqa: TC001 - msgspec reads the annotations
from onrecord.model.standing import VALUE_OF
from onrecord.store.filters import Filters
from onrecord.web.queries import names_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.model.listing import IncidentRow
    from onrecord.model.shown import IncidentShown, TollShown, VoiceShown
    from onrecord.store.views import Views

MOST = 100
AFFIRMED = "CT+"


class ActorShown(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody on record: what it did and is said to have done, what was done to it, and what it said."""

    id: str
    names: list[str]
    did: list[EventRow]
    said_to_have_done: list[EventRow]
    undergone: list[EventRow]
    said: list[StatementRow]


def actor_shown(views: Views, given: str) -> ActorShown | None:
    """Gather what is on record of an actor, by registry id or name; None where nothing is."""
    names = names_of(views, given)
    if not names:
        return None
    asked = Filters(actor=given, limit=MOST)
    events, called = views.events(asked), {name.lower() for name in names}
    acted = [row for row in events if called.intersection(name.lower() for name in row.actors)]
    undergone = [row for row in events if called.intersection(name.lower() for name in row.recipients)]
    return ActorShown(
        id=given,
        names=names,
        did=[row for row in acted if row.author == AFFIRMED],
        said_to_have_done=[row for row in acted if row.author != AFFIRMED],
        undergone=undergone,
        said=views.statements(asked),
    )


def voices_by_value(shown: IncidentShown) -> dict[str, list[VoiceShown]]:
    """Part everybody's word by the value that it counts for."""
    parted: dict[str, list[VoiceShown]] = {}
    for voice in shown.voices:
        parted.setdefault(VALUE_OF[voice.value], []).append(voice)
    return parted


class TollBar(msgspec.Struct, frozen=True):
    """A toll with its words and its bar on the scale of all tolls of the incident."""

    toll: TollShown
    words: str
    left: float
    width: float


def toll_bars(tolls: list[TollShown]) -> list[TollBar]:
    """Draw tolls on one scale; a bound that is open runs to the edge."""
    most = max((bound for toll in tolls for bound in (toll.low, toll.high) if bound is not None), default=0) or 1
    bars = []
    for toll in tolls:
        left = (toll.low or 0) / most * (WIDTH - 20)
        right = WIDTH if toll.high is None else toll.high / most * (WIDTH - 20)
        bars.append(TollBar(toll, _amount(toll), round(left, 1), round(max(8.0, right - left), 1)))
    return bars


def _amount(toll: TollShown) -> str:
    low, high = (int(one) if one is not None and one.is_integer() else one for one in (toll.low, toll.high))
    return bounds_words(low, high)


class Lanes(msgspec.Struct, frozen=True):
    """An incident's two lanes: when it happened, when it was reported."""

    row: IncidentRow
    happened: Bar | None
    reported: Bar | None


def lanes_of(rows: Iterable[IncidentRow]) -> list[Lanes]:
    """Draw incidents on one scale of days."""
    dated = [
        (row, (_day(row.earliest), _day(row.latest)), (_day(row.reported_first), _day(row.reported_last)))
        for row in rows
    ]
    days = [day for _, happened, told in dated for day in (*happened, *told) if day]
    if not days:
        return []
    scale = Scale(min(days), max(days))
    return [
        Lanes(
            row,
            scale.bar(*happened, "") if any(happened) else None,
            scale.bar(told[0], told[1] or told[0], "") if told[0] else None,
        )
        for row, happened, told in dated
    ]


def _day(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(f"{iso}-01-01"[:10]) if iso else None
    except ValueError:
        return None
