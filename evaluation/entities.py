"""Scores mentions, types and coreference on the evidence gold, and names with their types on re3d."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from evaluation.evidence.gold import spans_of
from evaluation.evidence.matching import covers_half, pair
from evaluation.read import read_plain
from evaluation.score import Score, f1, load_lines
from onrecord.model import slice_of

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.model import Entity, Reading, Span

RE3D_TYPES = {"Person", "Organisation", "Location"}
UNMARKED = {"its", "his", "her", "their", "my", "our", "who", "which", "that", "whose", "whom"}


def evaluate(data: Path) -> list[Score]:
    """Score the gold's entities and re3d's."""
    return [*_score_gold(data / "gold"), *_score_re3d(data / "data" / "re3d" / "re3d.jsonl")]


class _Counts:
    def __init__(self) -> None:
        self.mentions = self.found = self.typed = self.matched_entities = self.sources = self.resolved = 0
        self.precision = self.recall = 0.0
        self.clustered = 0
        self.misses: dict[str, list[str]] = {"mention": [], "type": [], "source": [], "split": []}


def _score_gold(folder: Path) -> list[Score]:
    counts = _Counts()
    for file in sorted(folder.glob("*.json")):
        raw = json.loads(file.read_text(encoding="utf-8"))
        _count_article(read_plain(raw["text"], raw["published"]), raw, counts, file.stem)
    precision, recall = counts.precision / counts.clustered, counts.recall / counts.clustered
    b_cubed = 2 * precision * recall / (precision + recall)
    return [
        _accuracy("mention recall", counts.found, counts.mentions, counts.misses["mention"]),
        Score("entities", "gold", f"B-cubed F1 (P {precision:.2f}, R {recall:.2f})", b_cubed, counts.clustered, misses=counts.misses["split"]),
        _accuracy("type (of matched entities)", counts.typed, counts.matched_entities, counts.misses["type"]),
        _accuracy("source resolves to its entity", counts.resolved, counts.sources, counts.misses["source"]),
    ]


def _accuracy(metric: str, right: int, total: int, misses: list[str]) -> Score:
    return Score("entities", "gold", metric, right / total if total else 0.0, total, misses=misses)


def _count_article(reading: Reading, raw: dict[str, Any], counts: _Counts, article: str) -> None:
    gold = [(key, span) for key, entity in raw["entities"].items() for span in spans_of(entity["mentions"])]
    ours = [(entity.id, mention.span) for entity in reading.entities for mention in entity.mentions]
    pairs = pair([span for _, span in ours], [span for _, span in gold], _closeness)
    mine = {j: ours[i][0] for i, j in pairs}
    counts.mentions += len(gold)
    counts.found += len(pairs)
    counts.misses["mention"] += [
        f"{article}: {slice_of(raw['text'], span)!r} of {raw['entities'][key]['name']}" for j, (key, span) in enumerate(gold) if j not in mine
    ]
    _count_clusters(gold, mine, counts, article, raw)
    _count_types(gold, mine, reading.entities, counts, article, raw)
    _count_sources(gold, mine, ours, counts, article, raw)


def _closeness(span: Span, other: Span) -> float:
    """Weight of a mention match: half of the longer is shared, or both end alike; exact ones first."""
    if not covers_half((span,), (other,), max) and not (span[1] == other[1] and covers_half((span,), (other,))):
        return 0.0
    return 1 / (1 + abs(span[0] - other[0]) + abs(span[1] - other[1]))


def _count_clusters(gold: list[tuple[str, Span]], mine: dict[int, str], counts: _Counts, article: str, raw: dict[str, Any]) -> None:
    """Add B-cubed: for each gold mention, which of its mates it shares an entity with; a missed one stands alone."""
    for j, (key, span) in enumerate(gold):
        same_gold = [k for k, (other, _) in enumerate(gold) if other == key]
        same_ours = [k for k in mine if mine[k] == mine.get(j)] if j in mine else [j]
        shared = len(set(same_gold) & set(same_ours))
        counts.precision += shared / len(same_ours)
        counts.recall += shared / len(same_gold)
        counts.clustered += 1
        if shared * 2 < len(same_ours) and j in mine:
            counts.misses["split"].append(f"{article}: {slice_of(raw['text'], span)!r} of {raw['entities'][key]['name']} lies with others")
        elif shared * 2 < len(same_gold) and j in mine:
            counts.misses["split"].append(f"{article}: {slice_of(raw['text'], span)!r} @{span[0]} split from {raw['entities'][key]['name']}")


def _count_types(gold: list[tuple[str, Span]], mine: dict[int, str], entities: list[Entity], counts: _Counts, article: str, raw: dict[str, Any]) -> None:
    types = {entity.id: entity.type for entity in entities}
    for key, entity in raw["entities"].items():
        found = [mine[j] for j, (other, _) in enumerate(gold) if other == key and j in mine]
        if not found:
            continue
        best = max(sorted(set(found)), key=found.count)
        counts.matched_entities += 1
        counts.typed += types[best] == entity["type"]
        if types[best] != entity["type"]:
            counts.misses["type"].append(f"{article}: {entity['name']}: {types[best]} for {entity['type']}")


def _count_sources(gold: list[tuple[str, Span]], mine: dict[int, str], ours: list[tuple[str, Span]], counts: _Counts, article: str, raw: dict[str, Any]) -> None:
    """For each gold source: does our mention of these words lie in the entity that holds most of the gold entity's mentions?"""
    for statement in raw["statements"]:
        keys, spans = statement["source_entity"], spans_of(statement["source"])
        if not isinstance(keys, str) or not spans:
            continue
        counts.sources += 1
        standing = [mine[j] for j, (other, _) in enumerate(gold) if other == keys and j in mine]
        best = max(sorted(set(standing)), key=standing.count) if standing else None
        near = max(ours, key=lambda item: _closeness(item[1], spans[0]), default=None)
        if near is not None and _closeness(near[1], spans[0]) > 0 and near[0] == best:
            counts.resolved += 1
        else:
            counts.misses["source"].append(f"{article}: {slice_of(raw['text'], spans[0])[:60]!r} is {raw['entities'][keys]['name']}")


def _score_re3d(file: Path) -> list[Score]:
    exact = loose = predicted = gold = 0
    misses: list[str] = []
    for line in load_lines(file):
        reading = read_plain(line["text"])
        found = _found_in(reading)
        wanted = [((e["start"], e["end"]), e["type"]) for e in line["entities"] if e["type"] in RE3D_TYPES]
        exact += len(set(found) & set(wanted))
        pairs = pair(found, wanted, _same_typed)
        loose += len(pairs)
        predicted, gold = predicted + len(found), gold + len(set(wanted))
        reached, used = {j for _, j in pairs}, {i for i, _ in pairs}
        misses += [f"missed {kind} {slice_of(line['text'], span)!r}" for j, (span, kind) in enumerate(wanted) if j not in reached]
        misses += [f"extra {kind} {slice_of(line['text'], span)!r}" for i, (span, kind) in enumerate(found) if i not in used]
    return [
        _f1_score("person, organisation, location, overlap by half", loose, predicted, gold, misses),
        _f1_score("person, organisation, location, exact span", exact, predicted, gold, []),
    ]


def _same_typed(one: tuple[Span, str], other: tuple[Span, str]) -> float:
    if one[1] != other[1] or not covers_half((one[0],), (other[0],)):
        return 0.0
    return 1 / (1 + abs(one[0][0] - other[0][0]) + abs(one[0][1] - other[0][1]))


def _f1_score(metric: str, matched: int, predicted: int, gold: int, misses: list[str]) -> Score:
    precision, recall, value = f1(matched, predicted, gold)
    return Score("entities", "re3d", f"{metric}, F1 (P {precision:.2f}, R {recall:.2f})", value, gold, misses=misses)


def _found_in(reading: Reading) -> list[tuple[Span, str]]:
    """Our mentions and places in re3d's terms: persons, all other actors as organisations, places as locations.

    Adjectives, possessive and relative pronouns are left out: re3d has them only by chance.
    """
    places = {place.span for place in reading.places if place.seat is None}
    found: dict[Span, str] = dict.fromkeys(places, "Location")
    for entity in reading.entities:
        kind = "Person" if entity.type == "person" else "Organisation"
        for mention in entity.mentions:
            words = slice_of(reading.report.text, mention.span).lower()
            if entity.type != "other" and mention.form != "adjective" and words not in UNMARKED:
                found.setdefault(mention.span, kind)
    return sorted(found.items())
