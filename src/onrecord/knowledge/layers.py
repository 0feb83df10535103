"""The shipped layers of the registry: curated tables, read once."""

from functools import cache

import msgspec

from onrecord.knowledge.actor import Actor
from onrecord.knowledge.persons import persons
from onrecord.knowledge.states import State, states
from onrecord.knowledge.tables import cells, read_table

LAYERS = ("groups", "igos", "agencies", "media", "parties", "organisations", "peoples")
LISTS = ("aliases", "domains")


@cache
def shipped_actors() -> tuple[Actor, ...]:
    """Give every actor of the shipped layers, states first."""
    rows = (row for layer in LAYERS for row in read_table(f"actors/{layer}.csv"))
    return (*map(_state_actor, states()), *map(actor_of_row, rows), *persons())


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


def actor_of_row(row: dict[str, str]) -> Actor:
    """Make an actor of a table's row; empty cells are unknown. A cell that does not fit raises a ValidationError."""
    filled: dict[str, object] = {key: value for key, value in row.items() if value and key not in LISTS}
    for key in LISTS:
        filled[key] = cells(row.get(key, ""))
    return msgspec.convert(filled, Actor, strict=False)
