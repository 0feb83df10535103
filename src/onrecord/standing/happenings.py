"""Event records of one report, made ready to be compared with those of others."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec
from msgspec import structs

from onrecord.model import slice_of
from onrecord.standing.pairs import Happening, stem_of
from onrecord.standing.reuse import words_of

if TYPE_CHECKING:
    from onrecord.model import Entity, Event, Reading, Span

LIGHT = frozenset({"the", "a", "an", "of", "to", "in", "on", "out", "up", "carry", "make", "take", "hold", "launch"})
"""Words of a trigger that do not name the event."""
TELLING = 15
"""Words of a sentence that two reporters do not write by chance; SHORTER ones tell where they hold a name."""
SHORTER = 8
AROUND = 300
"""Characters on either side of a sentence that tells nothing by itself."""
_encode = msgspec.json.Encoder(order="deterministic").encode


def happenings_of(reading: Reading) -> dict[str, Happening]:
    """Give each event record of a reading, by its short id, as a happening."""
    names = {entity.id: name_of(entity) for entity in reading.entities if is_named(entity)}
    named = [
        (mention.span[0], names[entity.id])
        for entity in reading.entities if entity.id in names
        for mention in entity.mentions if mention.form == "name"
    ]  # fmt: skip
    named += [(place.span[0], place.name.lower()) for place in reading.places]
    return {event.id: _happening(event, reading, names, named) for event in reading.events}


def _happening(event: Event, reading: Reading, names: dict[str, str], named: list[tuple[int, str]]) -> Happening:
    text = reading.report.text
    mentions = _in_the_body(event, reading)
    main = max(mentions, key=lambda span: _length(sentence_around(text, span)), default=(0, 0))
    start, end = sentence_around(text, main)
    stems = [stem for span in [main, *mentions] for stem in _stems(slice_of(text, span))]
    time = next((t for t in reading.times if t.id == event.time), None)
    where = [place for place in reading.places if place.id in event.places]
    if not where:
        # the one place of its sentence, where the record gives none
        around = [place for place in reading.places if start <= place.span[0] < end]
        where = around if len({place.name for place in around}) == 1 else []
    sides = {names[p.entity] for p in [*event.actors, *event.recipients] if p.entity in names}
    happening = Happening(
        key="",
        stem=stems[0] if stems else event.type.lower(),
        stems=frozenset(stems),
        type=event.type,
        names=frozenset(sides | {name for at, name in named if start <= at < end}),
        places=frozenset(place.country for place in where if place.country),
        towns=frozenset(place.name.lower() for place in where if place.kind == "city"),
        figures=_tolls(event, reading),
        earliest=time.earliest if time else None,
        latest=time.latest if time else None,
    )
    return structs.replace(happening, key=_key(happening, main, reading, (start, end)))


def _in_the_body(event: Event, reading: Reading) -> list[Span]:
    """Give the mentions of an event outside titles, where it has any: papers change the headline first."""
    titles = [block.span for block in reading.report.blocks if block.kind in {"title", "kicker"}]
    body = [span for span in event.trigger if not any(start <= span[0] < end for start, end in titles)]
    return body or event.trigger


def _length(span: Span) -> int:
    return span[1] - span[0]


def _tolls(event: Event, reading: Reading) -> frozenset[str]:
    figures = {figure.id: figure for figure in reading.figures}
    counted = [("killed", figures.get(event.killed or "")), ("injured", figures.get(event.injured or ""))]
    return frozenset(f"{what} {f.value:g}" for what, f in counted if f and f.value is not None and not f.conventional)


def _key(happening: Happening, main: Span, reading: Reading, sentence: Span) -> str:
    """Hash what is compared, and the sentence: the same one in two reports gives one key where it is telling enough.

    A sentence that is not takes in what stands around it.
    """
    text, (start, end) = reading.report.text, sentence
    words = words_of(text[start:end])
    if len(words) < (SHORTER if happening.names else TELLING):
        words = words_of(text[max(0, start - AROUND) : end + AROUND])
    own = reading.report.text_id if len(words) < TELLING else ""
    before = len(words_of(text[start : main[0]]))
    return hashlib.sha256(_encode([own, words, before, msgspec.to_builtins(happening, order="sorted")])).hexdigest()[
        :24
    ]


def sentence_around(text: str, span: Span) -> Span:
    """Give the sentence that a span starts in, split roughly at full stops and line ends: copies are split alike."""
    line_start = text.rfind("\n", 0, span[0]) + 1
    line_end = text.find("\n", span[0])
    line_end = len(text) if line_end < 0 else line_end
    start = max(line_start, *(text.rfind(mark, line_start, span[0]) + 2 for mark in (". ", "! ", "? ")))
    ends = [at + 1 for mark in (". ", "! ", "? ") if (at := text.find(mark, span[0], line_end)) >= 0]
    return start, min(ends, default=line_end)


def is_named(entity: Entity) -> bool:
    """Tell whether an entity has a name of its own: "police" and "a man" tell nothing apart."""
    return entity.link is not None or any(mention.form == "name" for mention in entity.mentions)


def name_of(entity: Entity) -> str:
    """Name an entity across reports: its registry id where it is linked, else its name in lower case."""
    return entity.link.registry if entity.link else entity.name.lower()


def _stems(words: str) -> list[str]:
    cleaned = (word.strip(".,;:!?\"'()“”‘’") for word in words.lower().replace("-", " ").split())
    return [stem_of(word) for word in cleaned if word and word not in LIGHT]
