"""The places of a report are resolved together: each choice is weighed by what the others point at."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import exp, sqrt
from typing import TYPE_CHECKING

from onrecord.knowledge.keys import name_key
from onrecord.stages.places.beside import lies_in
from onrecord.stages.places.distance import km_between

if TYPE_CHECKING:
    from onrecord.knowledge.gazetteer import GazetteerEntry
    from onrecord.stages.places.candidates import Candidate
    from onrecord.stages.places.groups import Group

ROUNDS = 3
NEARNESS = "near the report's other places"
NEAR_KM, COMPARED, ANCHORS = 120.0, 25, 60
POINTS = frozenset({"city", "site", "admin2"})
CONTAINED, NAMED_COUNTRY, COUNTRY, DIVISION, NEAR, HOME, NAMESAKE = 6.0, 3.0, 3.5, 3.0, 2.5, 1.0, 4.0
WEIGHT_OF_PEOPLES = 0.5
STEEPNESS = 1.8
TRUST = {"name": 1.0, "adjective": 1.0, "kind word": 0.7, "near spelling": 0.3, "part": 0.3}
"""How much a name found with some freedom tells about the other names."""
MOST_OF, SUPPORT = 0.5, 0.25


@dataclass(frozen=True, slots=True)
class Background:
    """What is known beside the place names: peoples by country, the publisher's country, the letters of its name."""

    peoples: Counter[str]
    home: str | None
    outlet: str = ""


def resolve_together(groups: list[Group], background: Background) -> None:
    """Choose the best candidate of each group; gives `best` and `certainty`, and reasons on each candidate."""
    for group in groups:
        for candidate in group.candidates:
            candidate.parts |= _said(candidate.entry, group, background)
            candidate.add_up()
        _choose(group)
    for _ in range(ROUNDS):
        context = _Context(groups, background)
        for group, weight in zip(groups, context.weights, strict=True):
            if len(group.candidates) > 1:
                context.weigh(group, weight)
        for group in groups:
            _choose(group)
    context = _Context(groups, background)
    for group, weight in zip(groups, context.weights, strict=True):
        if group.freedom == "near spelling" and not context.supports(group, weight):
            group.best, group.candidates = None, []


def main_country(groups: list[Group], background: Background) -> str | None:
    """Give the country that most of the report points at, or None where no country has the larger half."""
    context = _Context(groups, background)
    if not context.countries:
        return background.home
    country, weight = max(context.countries.items(), key=lambda pair: (pair[1], pair[0]))
    return country if country and weight > MOST_OF * context.total else None


def _said(entry: GazetteerEntry, group: Group, background: Background) -> dict[str, float]:
    """Weigh what the words beside the name say, and the publisher's home; an outlet named after the place is local."""
    parts = {}
    if entry.country in group.countries and entry.kind != "country":
        parts["country named before it"] = NAMED_COUNTRY
    if entry.country is not None and entry.country == background.home:
        parts["publisher's country"] = HOME
        if entry.kind == "city" and _is_part_of(group.name, background.outlet):
            parts["outlet bears its name"] = NAMESAKE
    if group.containers:
        lies = any(lies_in(entry, upper) for upper in group.containers)
        parts["where the text says it lies"] = CONTAINED if lies else -CONTAINED / 2
    return parts


def _is_part_of(name: str, outlet: str) -> bool:
    letters = name_key(name).replace(" ", "")
    return len(letters) >= 5 and letters in outlet


def _choose(group: Group) -> None:
    if not group.candidates:
        return
    group.candidates.sort(key=lambda candidate: (-candidate.score, -candidate.entry.population, candidate.entry.id))
    group.best = group.candidates[0]
    top = group.best.score
    group.certainty = 1 / sum(exp(STEEPNESS * (other.score - top)) for other in group.candidates)


class _Context:
    """What all groups point at, each less its own part when it is weighed itself."""

    def __init__(self, groups: list[Group], background: Background) -> None:
        self.background = background
        self.weights = [
            group.certainty * sqrt(len(group.members)) * TRUST[group.freedom] if group.best else 0.0 for group in groups
        ]
        self.countries: Counter[str] = Counter()
        self.divisions: Counter[int] = Counter()
        for country, number in background.peoples.items():
            self.countries[country] += WEIGHT_OF_PEOPLES * sqrt(number)  # type: ignore[assignment]
        for group, weight in zip(groups, self.weights, strict=True):
            if group.best is not None:
                self.countries[group.best.entry.country or ""] += weight  # type: ignore[assignment]
                self.divisions[group.best.entry.admin1_id] += weight  # type: ignore[assignment]
        self.total = sum(self.countries.values()) + 1.0
        points = [
            (weight, group)
            for group, weight in zip(groups, self.weights, strict=True)
            if group.best is not None and group.best.entry.kind in POINTS
        ]
        self.anchors = sorted(points, key=lambda pair: -pair[0])[:ANCHORS]

    def supports(self, group: Group, own: float) -> bool:
        """Tell whether anything but a near spelling speaks for the country of a group's best candidate."""
        if group.best is None:
            return False
        country = group.best.entry.country or ""
        return country in group.countries or bool(group.containers) or self.countries[country] - own > SUPPORT

    def weigh(self, group: Group, own: float) -> None:
        """Score a group's candidates anew; the nearness of others is asked of the first few only."""
        best = group.best.entry if group.best else None
        total = self.total - own
        for candidate in group.candidates:
            entry = candidate.entry
            country = self.countries[entry.country or ""] - own * (best is not None and best.country == entry.country)
            division = self.divisions[entry.admin1_id] - own * (best is not None and best.admin1_id == entry.admin1_id)
            parts = candidate.parts
            parts.pop(NEARNESS, None)
            if entry.country:
                parts["share of the report in its country"] = COUNTRY * country / total
            if entry.admin1_id:
                parts["share of the report in its division"] = DIVISION * division / total
            candidate.add_up()
        group.candidates.sort(key=lambda candidate: -candidate.score)
        for candidate in group.candidates[:COMPARED]:
            candidate.parts[NEARNESS] = NEAR * self.nearness(candidate, group)
            candidate.add_up()

    def nearness(self, candidate: Candidate, group: Group) -> float:
        """Give 0…1: how much of the report's other places lies near a candidate."""
        entry = candidate.entry
        if entry.kind in {"country", "region"}:
            return 0.0
        near = 0.0
        for weight, other in self.anchors:
            if other is not group and other.best is not None:
                near += weight * exp(-km_between(entry, other.best.entry) / NEAR_KM)
        return 1 - exp(-near)
