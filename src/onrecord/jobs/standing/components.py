"""Settles what a batch touched: only the components that it reaches are grouped again, and their standing weighed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.standing.clusters import cluster
from onrecord.standing.origin import Met, Origin, count_origins
from onrecord.standing.pairs import WEIGHTS
from onrecord.standing.support import Voice, weigh
from onrecord.store import standing_events as events
from onrecord.store import standing_incidents as incidents
from onrecord.store import standing_stories as stories

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from onrecord.jobs.standing.touched import Touched

STORY_LIKENESS = 0.3
"""Mean likeness of the reports of one story: B-cubed .92 (P .95, R .89) on the subtopics of ECB+, dates not given."""
STORY_WINDOW = 4
"""Days between two reports that are compared for one story."""


def settle_incidents(connection: sqlite3.Connection, touched: Touched) -> None:
    """Group the happenings that are within reach of what was touched, and weigh the incidents that changed."""
    old = incidents.incidents_of(connection, touched.happenings)
    seeds = touched.happenings.union(*old.values())
    reached = _reach(seeds, lambda some: events.linked_with(connection, some, WEIGHTS.threshold))
    old = incidents.incidents_of(connection, reached)
    new = _grouped(connection, reached)
    kept = {frozenset(members) for members in old.values()} & {frozenset(members) for members in new}
    stale = incidents.incidents_of_texts(connection, touched.texts)
    for incident, members in old.items():
        if frozenset(members) not in kept or not incidents.keeps_key(connection, incident, members):
            incidents.drop_incident(connection, incident)
            kept.discard(frozenset(members))
            stale.discard(incident)
        elif members & touched.happenings:
            stale.add(incident)
    stale |= {incidents.add_incident(connection, members) for members in new if frozenset(members) not in kept}
    for incident in sorted(stale):
        voices = [_voice(*row) for row in incidents.spoken(connection, incident)]
        incidents.set_standing(connection, incident, weigh(voices))


def _grouped(connection: sqlite3.Connection, reached: set[int]) -> list[list[int]]:
    keys = incidents.keys_of(connection, reached)
    number = {key: happening for happening, key in keys.items()}
    scores = {
        (keys[one], keys[other]): score
        for (one, other), score in events.scores_within(connection, reached).items() if one in keys and other in keys
    }  # fmt: skip
    decided = [(keys[a], keys[b], must) for a, b, must in events.decided(connection, reached) if {a, b} <= keys.keys()]
    apart = [
        (keys[one], keys[other]) for one, other in events.told_apart(connection, reached) if {one, other} <= keys.keys()
    ]
    must = [(one, other) for one, other, joined in decided if joined and one != other]
    cannot = [(one, other) for one, other, joined in decided if not joined]
    groups = cluster(number, scores, WEIGHTS.threshold, must, [*apart, *cannot])
    return [sorted(number[key] for key in group) for group in groups]


def _voice(report: str, value: str, origin: str, identified: int, line: int, kin: int, house: str) -> Voice:  # noqa: PLR0913, PLR0917 - a row
    met = Met(Origin(origin, identified=bool(identified)), str(line), str(kin), house)
    return Voice(report=report, value=value, met=met)


def settle_stories(connection: sqlite3.Connection, touched: Touched) -> None:
    """Group the texts that are within reach of those that began or ceased to speak, and count the stories' reports."""
    seeds = touched.speakers.union(*incidents.stories_of(connection, touched.speakers).values())
    near = lambda some: stories.texts_near(connection, some, STORY_LIKENESS, STORY_WINDOW)  # noqa: E731 - one line
    reached = _reach(seeds, near)
    old = incidents.stories_of(connection, reached)
    keys = incidents.text_keys(connection, reached)
    number = {key: text for text, key in keys.items()}
    scores = {
        (keys[one], keys[other]): likeness
        for (one, other), likeness in stories.likeness_within(connection, reached, STORY_WINDOW).items()
        if one in keys and other in keys
    }
    groups = cluster(number, scores, STORY_LIKENESS)
    kept = {frozenset(members) for members in old.values()} & {frozenset(number[key] for key in g) for g in groups}
    stale = incidents.stories_of_texts(connection, touched.texts)
    for story, members in old.items():
        if frozenset(members) not in kept:
            incidents.drop_story(connection, story)
            stale.discard(story)
    for group in groups:
        texts = [number[key] for key in group]
        if frozenset(texts) not in kept:
            stale.add(incidents.add_story(connection, texts, f"t{group[0].removeprefix('sha256:')[:24]}"))
    for story in sorted(stale):
        _count(connection, story)


def _count(connection: sqlite3.Connection, story: int) -> None:
    rows = incidents.printed(connection, story)
    met = [Met(Origin("", identified=True), str(line), str(kin), house) for _, _, line, kin, house in rows]
    days = [day for _, day, *_ in rows if day]
    incidents.set_story(connection, story, days, len({key for key, *_ in rows}), count_origins(met))


def _reach(seeds: set[int], near: Callable[[set[int]], set[int]]) -> set[int]:
    reached, edge = set(seeds), set(seeds)
    while edge:
        edge = near(edge) - reached
        reached |= edge
    return reached
