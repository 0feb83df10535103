"""The candidates for an entity's link with what spoke for and against each: the look-up, done again in the open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.knowledge.linking import BODIES, FULL_NAME, SURNAME
from onrecord.knowledge.persons import find_persons
from onrecord.knowledge.phrases import BODY, EXACT, link_phrase, runs_of
from onrecord.knowledge.states import state_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from onrecord.knowledge.actor import Actor
    from onrecord.knowledge.registry import Registry
    from onrecord.model.entity import EntityType

SHARED, FORMER = -0.1, -0.05
OTHER_COUNTRY, OTHER_TYPE, NOT_NEARBY = -0.9, -0.4, -0.75


class LinkCandidate(msgspec.Struct, frozen=True, kw_only=True):
    """An entry that a name may stand for; `score` is the sum of the features' weights, 0 at least.

    `actor` is None where the words give country and sector only.
    """

    actor: Actor | None
    country: str | None
    sector: str | None
    features: list[tuple[str, float]]

    @property
    def score(self) -> float:
        """Sum of the weights."""
        return max(0.0, round(sum(weight for _, weight in self.features), 3))


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """An entity as the look-up sees it; `nearby` are the report's countries, `day` the ISO date of publication."""

    names: Sequence[str]
    type: EntityType
    country: str | None = None
    nearby: Collection[str] = ()
    day: str | None = None


def link_candidates(asked: Asked, registry: Registry) -> list[LinkCandidate]:
    """Give every entry that the names of an entity lead to, the best first, each by the way that speaks most for it."""
    best: dict[str, LinkCandidate] = {}
    for candidate in _all(asked, registry):
        key = candidate.actor.id if candidate.actor is not None else f"{candidate.country} {candidate.sector}"
        if key not in best or candidate.score > best[key].score:
            best[key] = candidate
    return sorted(best.values(), key=lambda one: -one.score)


def _all(asked: Asked, registry: Registry) -> Iterator[LinkCandidate]:
    for name in dict.fromkeys(asked.names):
        for place, (alias, actor) in enumerate(registry.naming(name, asked.day)):
            more = [("others bear the name first", SHARED * place)] if place else []
            if asked.day is not None and not alias.in_use(asked.day):
                more.append((f"a name {alias.time}", FORMER))
            yield _judged(actor, [(f"name {name!r}", EXACT), *more], asked)
        for person in find_persons(name):
            yield _judged(person, _as_person(name, person, asked), asked)
        for _, _, run in runs_of(name.split()):
            for actor in registry.find(run) if run != name and run[0].isupper() else ():
                if actor.type in BODIES:
                    yield _judged(actor, [(f"{run!r} in the name", BODY)], asked)
        link = link_phrase(name)
        if link is not None and link.actor is None:
            yield LinkCandidate(
                actor=None, country=link.country, sector=link.sector, features=[(link.reason, link.score)]
            )


def _as_person(name: str, person: Actor, asked: Asked) -> list[tuple[str, float]]:
    if " " in name:
        return [("full name", FULL_NAME)]
    near = person.country in asked.nearby
    return [("surname", SURNAME)] + ([] if near else [("country is not in the report", NOT_NEARBY)])


def _judged(actor: Actor, features: list[tuple[str, float]], asked: Asked) -> LinkCandidate:
    if asked.country is not None and actor.country not in {None, asked.country}:
        state = state_of(asked.country)
        features.append((f"the report says {state.name if state is not None else asked.country}", OTHER_COUNTRY))
    if (actor.type == "person") != (asked.type == "person"):
        features.append((f"is a {actor.type}, not a {asked.type}", OTHER_TYPE))
    return LinkCandidate(actor=actor, country=actor.country, sector=actor.sector, features=features)
