"""Scores timelines across articles on SemEval-2015 task 4, track B: gold events, our readings' actors and dates.

An event is put on an entity's timeline where the reading gives that entity a part in it, or names it before the event
in the same sentence. It stands at the date of the reading's event, else of the last date in its sentence before it,
else at the day of publication. The measure: pairs of a timeline in the right order, or rightly on one line.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Any

from evaluation.read import read_plain
from evaluation.score import Score, f1, load_lines
from onrecord.model import overlaps

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.model import Entity, Event, Reading

Order = set[tuple[str, str, str]]


def evaluate(data: Path) -> list[Score]:
    """Micro-F1 over the ordered pairs of all timelines."""
    folder = data / "data/timeline15"
    documents = load_lines(folder / "documents.jsonl")
    readings = {d["id"]: read_plain(d["text"], d["dct"]) for d in documents}
    hits = ours = gold = 0
    for timeline in load_lines(folder / "timelines.jsonl"):
        corpus = [d for d in documents if str(d["corpus"]) == str(timeline["corpus"])]
        found = _order(_dated(timeline["entity"], corpus, readings))
        wanted = _order(_gold(timeline))
        hits, ours, gold = hits + len(found & wanted), ours + len(found), gold + len(wanted)
    precision, recall, value = f1(hits, ours, gold)
    metric = f"ordered pairs, track B, micro-F1 (P {precision:.3f}, R {recall:.3f})"
    return [Score("timelines", "timeline15", metric, value, gold)]


def _gold(timeline: dict[str, Any]) -> dict[str, tuple[str, int]]:
    return {
        f"{event['document']} {event['spans'][0][0]}": (line["date"], line["rank"])
        for line in timeline["lines"] if line["rank"] for event in line["events"] if event["spans"]
    }  # fmt: skip


def _order(dated: dict[str, tuple[str, int]]) -> Order:
    """Give the pairs of a timeline: before, or together; events of rank 0 have no place in the order."""
    pairs: Order = set()
    for one, other in combinations(sorted(dated), 2):
        (_, first), (_, second) = dated[one], dated[other]
        pairs.add((one, other, "=" if first == second else "<" if first < second else ">"))
    return pairs


def _dated(name: str, corpus: list[dict[str, Any]], readings: dict[str, Reading]) -> dict[str, tuple[str, int]]:
    dates: dict[str, str] = {}
    for document in corpus:
        reading = readings[document["id"]]
        entities = [entity for entity in reading.entities if _is(entity, name)]
        for event in document["events"]:
            start = event["spans"][0][0]
            line = document["text"].rfind("\n", 0, start) + 1
            own = next(
                (e for e in reading.events if any(overlaps(t, tuple(event["spans"][0])) for t in e.trigger)), None
            )
            if _takes_part(entities, own, line, start):
                dates[f"{document['id']} {start}"] = _date(own, reading, line, start) or document["dct"]
    ranks: defaultdict[str, int] = defaultdict(int)
    for rank, date in enumerate(sorted(set(dates.values())), 1):
        ranks[date] = rank
    return {key: (date, ranks[date]) for key, date in dates.items()}


def _is(entity: Entity, name: str) -> bool:
    wanted, given = name.lower(), entity.name.lower()
    return wanted == given or (len(given) > 3 and (wanted.endswith(f" {given}") or given.endswith(f" {wanted}")))


def _takes_part(entities: list[Entity], event: Event | None, line: int, start: int) -> bool:
    ids = {entity.id for entity in entities}
    if event is not None and (event.actors or event.recipients):
        return any(part.entity in ids for part in [*event.actors, *event.recipients])
    return any(line <= mention.span[0] < start for entity in entities for mention in entity.mentions)


def _date(event: Event | None, reading: Reading, line: int, start: int) -> str | None:
    time = next((t for t in reading.times if event is not None and t.id == event.time), None)
    before = [t for t in reading.times if line <= t.span[0] < start and t.earliest]
    return next((t.earliest for t in (time, *reversed(before)) if t is not None and t.earliest), None)
