"""What a figure is a figure of: the toll of an event, or a thing by unit, whom, place and date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.model.event import AUTHOR
from onrecord.standing.happenings import is_named, name_of
from onrecord.standing.origin import origin_of
from onrecord.standing.pairs import stem_of

if TYPE_CHECKING:
    from onrecord.model import Figure, Reading


class Measure(msgspec.Struct, frozen=True, kw_only=True):
    """A figure's subject and who gives it.

    `thing` is empty where the report does not say of whom or where it is: such figures are compared with none. `event`
    is the short id of the event whose toll it is, `what` killed or injured.
    """

    figure: str
    thing: str
    event: str | None
    what: str | None
    conventional: bool
    origin: str
    identified: bool


def measures_of(reading: Reading) -> list[Measure]:
    """Give the measure of each figure of a reading."""
    tolls = {event.killed: (event.id, "killed") for event in reading.events if event.killed}
    tolls |= {event.injured: (event.id, "injured") for event in reading.events if event.injured}
    found = []
    for figure in reading.figures:
        event, what = tolls.get(figure.id, (None, None))
        origin = origin_of(figure.statement or AUTHOR, reading)
        found.append(
            Measure(
                figure=figure.id,
                thing=_thing(figure, reading),
                event=event,
                what=what,
                conventional=figure.conventional,
                origin=origin.name,
                identified=origin.identified,
            )
        )
    return found


def _thing(figure: Figure, reading: Reading) -> str:
    whom = next((name_of(e) for e in reading.entities if e.id == figure.of and is_named(e)), "")
    place = next((p for p in reading.places if p.id == figure.place), None)
    where = f"{place.country} {place.name.lower()}" if place else ""
    time = next((t for t in reading.times if t.id == figure.as_of), None)
    when = f"{time.earliest} {time.latest}" if time and time.earliest else ""
    unit = stem_of((figure.unit or "").split(" ")[-1])
    return f"{unit}|{whom}|{where}|{when}" if unit and (whom or where) else ""
