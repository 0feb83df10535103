"""Scores country and sector of the actors, recipients and sources of the evidence gold.

The gold has neither as such. The wanted country is the `seat` of a government, else the one state or people before the
head of the entity's name; the wanted sector is what the type implies: a government GOV or an organ of one, a military
MIL or COP, an armed group REB or UAF. Scored are entities of which one of the two is known and of whose name the
registry knows something, each with ours that shares most mentions with it. Right is: all that is known agrees; wrong:
something else is said; the rest is silent or not found.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from evaluation.evidence.matching import covers_half
from evaluation.read import read_plain
from evaluation.score import Score
from onrecord.knowledge.phrases import link_phrase
from onrecord.knowledge.states import countries_among

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.model import Entity, Reading

HEAD_ENDS = re.compile(r" (?:of|in|from|who|and)\b|[(,]")
LED = re.compile(r"-(?:led|backed|allied|supported)\b")
IMPLIED = {
    "government": ("GOV", "LEG", "JUD", "SPY", "COP", "MIL"),
    "military": ("MIL", "COP"),
    "armed_group": ("REB", "UAF"),
}
METRIC = "country and implied sector of actors, recipients, sources that the registry covers"


def score_gold(folder: Path) -> Score:
    """Score all articles of a folder together."""
    counts: Counter[str] = Counter()
    misses = []
    for file in sorted(folder.glob("*.json")):
        article = json.loads(file.read_text(encoding="utf-8"))
        reading = read_plain(article["text"], article["published"])
        for entity in _asked(article):
            verdict, ours = _judge(entity, reading)
            counts[verdict] += 1
            if verdict != "right":
                misses.append(f"{file.stem} {entity['name']} ({entity['type']}): {verdict}, {ours}")
    total = counts.total()
    metric = f"{METRIC} (wrong {counts['wrong'] / total:.2f})"
    return Score("actors", "gold", metric, counts["right"] / total, total, misses=misses)


def _asked(article: dict[str, Any]) -> list[dict[str, Any]]:
    """Give the entities with a part in an event or a statement of which something is known, in text order."""
    ids: set[str] = set()
    for event in article["events"]:
        for part in (*event["actors"], *event["recipients"]):
            ids.add(part["entity"] if isinstance(part, dict) else part)
    for statement in article["statements"]:
        source = statement.get("source_entity")
        ids.update(source if isinstance(source, list) else [source] if source else [])
    return [entity for key, entity in article["entities"].items() if key in ids and _is_asked(entity)]


def _is_asked(entity: dict[str, Any]) -> bool:
    known = _country(entity) is not None or entity["type"] in IMPLIED
    return known and link_phrase(entity["name"]) is not None


def _country(entity: dict[str, Any]) -> str | None:
    """Give a seat, or the country before the head of a name; "allies of X" and "X-led forces" are not X's."""
    if seat := entity.get("seat"):
        return str(seat)
    name = HEAD_ENDS.split(entity["name"], maxsplit=1)[0]
    found = countries_among(name.split())
    return found[0][2] if len(found) == 1 and not LED.search(name) else None


def _judge(wanted: dict[str, Any], reading: Reading) -> tuple[str, str]:
    ours = _matching(wanted, reading)
    if ours is None:
        return "silent", "not found"
    country, sectors = _country(wanted), IMPLIED.get(wanted["type"], ())
    parts = [(ours.country, {country})] if country else []
    parts += [(ours.sector, set(sectors))] if sectors else []
    said = f"{ours.name}: {ours.country} {ours.sector}"
    if any(value is not None and value not in fitting for value, fitting in parts):
        return "wrong", said
    return ("right" if all(value is not None for value, _ in parts) else "silent"), said


def _matching(wanted: dict[str, Any], reading: Reading) -> Entity | None:
    """Give our entity that shares most mentions with a gold one."""
    spans = [tuple(span) for span in wanted["mentions"]]
    votes: Counter[str] = Counter()
    for entity in reading.entities:
        for mention in entity.mentions:
            votes[entity.id] += any(covers_half((mention.span,), (span,), max) for span in spans)
    best = min(reading.entities, key=lambda entity: -votes[entity.id], default=None)
    return best if best is not None and votes[best.id] else None
