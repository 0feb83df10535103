"""The registry of actors: candidates for a name."""

from functools import cache

import msgspec

from onrecord.knowledge.actor import Actor
from onrecord.knowledge.keys import is_acronym, name_key
from onrecord.knowledge.persons import persons
from onrecord.knowledge.states import State, demonym_country, seat_country, state_named, state_of, states
from onrecord.knowledge.tables import cells, read_table

__all__ = ["actors", "demonym_country", "find_actors", "seat_country", "state_named", "state_of"]

LAYERS = ("groups", "igos", "agencies", "media", "parties", "organisations", "peoples")


def find_actors(name: str) -> list[Actor]:
    """Give the actors that bear a name, the most likely first; case, accents and full stops do not matter.

    Acronyms of up to three letters are known in capitals only.
    """
    return [actor for alias, actor in _by_key().get(name_key(name), ()) if _may_stand_for(name, alias)]


def _may_stand_for(name: str, alias: str) -> bool:
    """Tell "who" from "WHO", but know NATO in "Nato"."""
    if not is_acronym(alias) or is_acronym(name):
        return True
    return len(name_key(alias)) > 3 and name[:1].isupper()  # fmt: skip


@cache
def actors() -> tuple[Actor, ...]:
    """Give every actor of the shipped layers."""
    rows = (row for layer in LAYERS for row in read_table(f"actors/{layer}.csv"))
    return (*map(_state_actor, states()), *map(_row_actor, rows), *persons())


def _state_actor(state: State) -> Actor:
    return Actor(
        id=state.id,
        name=state.name,
        type="government",
        country=state.iso2,
        sector="GOV",
        cameo=state.iso3,
        iso3=state.iso3,
        cow=state.cow,
        wikidata=state.wikidata,
        aliases=state.aliases,
        valid_from=state.valid_from,
        valid_until=state.valid_until,
    )


def _row_actor(row: dict[str, str]) -> Actor:
    filled: dict[str, object] = {key: value for key, value in row.items() if value}
    for key in ("aliases", "domains"):
        filled[key] = cells(row[key])
    return msgspec.convert(filled, Actor)


def _names(actor: Actor) -> list[str]:
    """Give the names under which an actor is found without more context: of a person, full names only."""
    names = [actor.name, *actor.aliases]
    return [name for name in names if " " in name] if actor.type == "person" else names


@cache
def _by_key() -> dict[str, list[tuple[str, Actor]]]:
    found: dict[str, list[tuple[str, Actor]]] = {}
    for actor in actors():
        for alias in _names(actor):
            same = found.setdefault(name_key(alias), [])
            if all(other is not actor for _, other in same):
                same.append((alias, actor))
    return found
