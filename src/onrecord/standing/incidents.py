"""Event records of many reports, grouped to incidents, each with its standing."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from onrecord.model.standing import VALUE_OF, Incident, Support, Voice
from onrecord.standing.clusters import cluster
from onrecord.standing.happenings import happenings_of, key_of, name_of
from onrecord.standing.origin import Origin, count_origins, origin_of
from onrecord.standing.pairs import WEIGHTS, Happening, PairScore, score_pair

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.model import Event, Reading
    from onrecord.model.standing import Value
    from onrecord.standing.clusters import Pair

VALUES: tuple[Value, ...] = ("certain", "probable", "possible", "denied")


def score_pairs(happenings: Sequence[Happening]) -> dict[Pair, PairScore]:
    """Score the records of different reports; those of one report were told apart when it was read."""
    by_word: defaultdict[str, list[Happening]] = defaultdict(list)
    for happening in happenings:
        for word in happening.stems | {happening.type or ""}:
            by_word[word].append(happening)
    scores: dict[Pair, PairScore] = {}
    for group in by_word.values():
        for i, one in enumerate(group):
            for other in group[:i]:
                pair = (min(one.key, other.key), max(one.key, other.key))
                if one.report != other.report and pair not in scores:
                    score = score_pair(one, other)
                    if score is not None:
                        scores[pair] = score
    return scores


def group_incidents(
    readings: Sequence[Reading],
    lineage: Mapping[str, str],
    must: Iterable[Pair] = (),
    cannot: Iterable[Pair] = (),
) -> list[Incident]:
    """Group the events of readings; `lineage` maps a report's id to the story that it copies (itself by default).

    `must` and `cannot` are people's decisions on pairs of record keys. The order of readings does not matter.
    """
    happenings = [happening for reading in readings for happening in happenings_of(reading)]
    records = {key_of(reading, event): (reading, event) for reading in readings for event in reading.events}
    within = [
        (one.key, other.key)
        for report in _by_report(happenings) for i, one in enumerate(report) for other in report[:i]
    ]  # fmt: skip
    scores = {pair: score.value for pair, score in score_pairs(happenings).items()}
    groups = cluster(records, scores, WEIGHTS.threshold, must, [*within, *cannot])
    return [_incident(group, records, lineage) for group in groups]


def _by_report(happenings: Iterable[Happening]) -> list[list[Happening]]:
    reports: defaultdict[str, list[Happening]] = defaultdict(list)
    for happening in happenings:
        reports[happening.report].append(happening)
    return list(reports.values())


def _incident(keys: list[str], records: Mapping[str, tuple[Reading, Event]], lineage: Mapping[str, str]) -> Incident:
    found = [(key, *records[key]) for key in keys]
    supports = _support(found, lineage)
    times = [t for _, reading, event in found for t in reading.times if t.id == event.time]
    denied = next((support.sources for support in supports if support.value == "denied"), (0, 0))
    held = [support.sources for support in supports if support.value != "denied"]
    return Incident(
        id=hashlib.sha256(f"incident {keys[0]}".encode()).hexdigest()[:24],
        type=Counter(event.type for _, _, event in found).most_common(1)[0][0],
        records=keys,
        actors=_names(found, "actors"),
        recipients=_names(found, "recipients"),
        countries=sorted({p.country for _, r, e in found for p in r.places if p.id in e.places and p.country}),
        earliest=min((t.earliest for t in times if t.earliest), default=None),
        latest=max((t.latest for t in times if t.latest), default=None),
        support=supports,
        opposing=denied if held else (0, 0),
    )


def _names(found: list[tuple[str, Reading, Event]], role: str) -> list[str]:
    return sorted(
        {
            name_of(entity)
            for _, reading, event in found
            for participant in getattr(event, role)
            for entity in reading.entities
            if entity.id == participant.entity
        }
    )


def _support(found: list[tuple[str, Reading, Event]], lineage: Mapping[str, str]) -> list[Support]:
    voices: defaultdict[Value, list[tuple[Voice, Origin, str]]] = defaultdict(list)
    for key, reading, event in found:
        line = lineage.get(reading.report.id, reading.report.id)
        for commitment in event.factuality:
            value = VALUE_OF.get(commitment.value)
            if value is None:
                continue
            origin = origin_of(commitment.holder, reading, line)
            voice = Voice(
                report=reading.report.id,
                record=key,
                holder=commitment.holder,
                value=commitment.value,
                origin=origin.name,
                identified=origin.identified,
            )
            voices[value].append((voice, origin, line))
    return [
        Support(
            value=value,
            reports=len({voice.report for voice, _, _ in voices[value]}),
            sources=count_origins((origin, line) for _, origin, line in voices[value]),
            voices=[voice for voice, _, _ in voices[value]],
        )
        for value in VALUES
        if voices[value]
    ]
