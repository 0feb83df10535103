"""Event records of one report, made ready to be compared with those of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import slice_of
from onrecord.standing.pairs import Happening, stem_of
from onrecord.standing.profile import profile_of

if TYPE_CHECKING:
    from onrecord.model import Entity, Event, Reading

LIGHT = frozenset({"the", "a", "an", "of", "to", "in", "on", "out", "up", "carry", "make", "take", "hold", "launch"})
"""Words of a trigger that do not name the event."""


def happenings_of(reading: Reading) -> list[Happening]:
    """Give one happening an event record, keyed "report id + event id"."""
    profile = profile_of(reading.report.text)
    names = {entity.id: name_of(entity) for entity in reading.entities}
    places = {place.id: place for place in reading.places}
    times = {time.id: time for time in reading.times}
    found = []
    for event in reading.events:
        stems = [stem for span in event.trigger for stem in _stems(slice_of(reading.report.text, span))]
        time = times.get(event.time or "")
        where = [places[place] for place in event.places if place in places]
        found.append(
            Happening(
                key=key_of(reading, event),
                report=reading.report.id,
                profile=profile,
                stem=stems[0] if stems else event.type,
                stems=frozenset(stems),
                type=event.type,
                names=frozenset(names[p.entity] for p in [*event.actors, *event.recipients] if p.entity in names),
                places=frozenset(place.country for place in where if place.country),
                earliest=time.earliest if time else None,
                latest=time.latest if time else None,
            )
        )
    return found


def key_of(reading: Reading, event: Event) -> str:
    """Name an event record among those of many reports."""
    return f"{reading.report.id} {event.id}"


def name_of(entity: Entity) -> str:
    """Name an entity across reports: its registry id where it is linked, else its name in lower case."""
    return entity.link.registry if entity.link else entity.name.lower()


def _stems(words: str) -> list[str]:
    cleaned = (word.strip(".,;:!?\"'()“”‘’") for word in words.lower().replace("-", " ").split())
    return [stem_of(word) for word in cleaned if word and word not in LIGHT]
