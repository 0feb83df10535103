"""Scores names and nominals with their types on re3d: person, organisation, location."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evaluation.bootstrap import Sample, of_f1, total
from evaluation.evidence.matching import covers_half, pair
from evaluation.read import read_plain
from evaluation.score import Score, f1, load_lines
from onrecord.model import slice_of

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.model import Reading, Span

TYPES = {"Person", "Organisation", "Location"}
UNMARKED = {"its", "his", "her", "their", "my", "our", "who", "which", "that", "whose", "whom"}
ENGINE_ALONE = {"overlap by half": 0.504, "exact span": 0.384}
"""The engine's own labels (PERSON; ORG, NORP; GPE, LOC, FAC) by the same scorer, measured once."""


def score(file: Path) -> list[Score]:
    """Score all documents together, by overlap and by exact span."""
    counts: dict[str, list[tuple[int, int, int]]] = {"overlap by half": [], "exact span": []}
    misses: list[str] = []
    for line in load_lines(file):
        text = line["text"]
        found = _found_in(read_plain(text))
        wanted = sorted({((e["start"], e["end"]), e["type"]) for e in line["entities"] if e["type"] in TYPES})
        pairs = pair(found, wanted, _same)
        counts["exact span"].append((len(set(found) & set(wanted)), len(found), len(wanted)))
        counts["overlap by half"].append((len(pairs), len(found), len(wanted)))
        used, reached = {i for i, _ in pairs}, {j for _, j in pairs}
        misses += [f"missed {t} {slice_of(text, s)!r}" for j, (s, t) in enumerate(wanted) if j not in reached]
        misses += [f"extra {t} {slice_of(text, s)!r}" for i, (s, t) in enumerate(found) if i not in used]
    return [_score(how, items, misses) for how, items in counts.items()]


def _score(how: str, items: list[tuple[int, int, int]], misses: list[str]) -> Score:
    precision, recall, value = f1(*total(items))
    metric = f"person, organisation, location, {how}, F1 (P {precision:.2f}, R {recall:.2f})"
    peers = {"spaCy small alone": (ENGINE_ALONE[how], "measured")}
    sample = Sample(items, of_f1)
    return Score("entities", "re3d", metric, value, total(items)[2], peers=peers, misses=misses, sample=sample)


def _same(one: tuple[Span, str], other: tuple[Span, str]) -> float:
    if one[1] != other[1] or not covers_half((one[0],), (other[0],)):
        return 0.0
    return 1 / (1 + abs(one[0][0] - other[0][0]) + abs(one[0][1] - other[0][1]))


def _found_in(reading: Reading) -> list[tuple[Span, str]]:
    """Our mentions and places in re3d's terms: persons, all other actors as organisations, places as locations.

    Adjectives, possessive and relative pronouns are left out: re3d has them only by chance.
    """
    found: dict[Span, str] = {place.span: "Location" for place in reading.places if place.seat is None}
    for entity in reading.entities:
        kind = "Person" if entity.type == "person" else "Organisation"
        for mention in entity.mentions:
            words = slice_of(reading.report.text, mention.span).lower()
            if entity.type != "other" and mention.form != "adjective" and words not in UNMARKED:
                found.setdefault(mention.span, kind)
    return sorted(found.items())
