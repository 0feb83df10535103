"""What a name may stand for, and how likely that is before the report is looked at as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from math import log10
from typing import TYPE_CHECKING

from onrecord.knowledge.keys import name_key
from onrecord.stages.places.lookup import look_up

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.knowledge.gazetteer import GazetteerEntry
    from onrecord.model.place import PlaceKind
    from onrecord.stages.places.lookup import Freedom

KIND_PRIOR = {"country": 3.0, "admin1": 0.7, "admin2": -1.0, "city": 0.0, "site": 2.0, "region": 4.0}
"""What a kind adds to the logarithm of its population; regions and sites have none, hence their higher value."""
RANK_PRIOR = {0: 1.7, 1: 0.4, 2: 0.2, 3: 0.0, 4: -1.0}
RANK_WORDS = {0: "capital", 1: "seat of a division", 2: "seat of a district", 3: "no seat", 4: "part of a place"}
OTHER_NAME, NOBODYS_NAME, SAME_AS_ITS_CITY, HINTED, AGAINST_HINT = -1.8, -0.6, -2.0, 2.5, -1.0
CONTINENT = 1.5
LARGE_CITY = 100_000


@dataclass(slots=True)
class Candidate:
    """An entry with what speaks for and against it, by name; `score` is the sum."""

    entry: GazetteerEntry
    parts: dict[str, float]
    score: float = 0.0

    def add_up(self) -> None:
        """Set the score to the sum of the parts."""
        self.score = sum(self.parts.values())


def candidates_for(name: str, hint: PlaceKind | None) -> tuple[list[Candidate], Freedom]:
    """Give the places that a name may stand for, each with its prior: kind, inhabitants, seat, spelling, kind word."""
    entries, freedom = look_up(name)
    key = name_key(name)
    native = any(name_key(entry.name) == key for entry in entries)
    cities = {(e.country, e.admin1_id) for e in entries if e.kind == "city" and e.population >= LARGE_CITY}
    found = []
    for entry in _without_copies(entries):
        parts = _prior(entry, hint)
        if entry.kind == "city" and name_key(entry.name) != key:
            parts["another name of it"] = OTHER_NAME if native else NOBODYS_NAME
        if entry.kind in {"admin1", "admin2"} and hint is None and (entry.country, entry.admin1_id) in cities:
            parts["a large city in it has the name"] = SAME_AS_ITS_CITY
        found.append(Candidate(entry, parts))
    return found, freedom


def _prior(entry: GazetteerEntry, hint: PlaceKind | None) -> dict[str, float]:
    parts = {"inhabitants": log10(max(entry.population, 100)), f"kind {entry.kind}": KIND_PRIOR[entry.kind]}
    if entry.kind == "region" and entry.rank == 0:
        parts["continent"] = CONTINENT
    if entry.kind == "city":
        parts[RANK_WORDS[entry.rank]] = RANK_PRIOR[entry.rank]
    if hint is not None:
        parts[f"word for {hint} beside it"] = HINTED if entry.kind == hint else AGAINST_HINT
    return parts


def _without_copies(entries: Sequence[GazetteerEntry]) -> list[GazetteerEntry]:
    """Leave out the second-level division of a city that has the same name, place and division."""
    cities = {(e.country, e.admin1_id, e.admin2_id) for e in entries if e.kind == "city"}
    return [e for e in entries if e.kind != "admin2" or (e.country, e.admin1_id, e.id) not in cities] or list(entries)
