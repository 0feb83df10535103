"""States: their names, the words for their people, their capitals and seats of government."""

from functools import cache

import msgspec

from onrecord.knowledge.keys import is_acronym, name_key
from onrecord.knowledge.tables import cells, read_table

COUNTED_ENDINGS = ("n", "i", "k", "z", "t", "e", "o")
"""An adjective with one of these endings also names a person, and with an s several ("Iraqi", "Iraqis")."""
UNCOUNTED_ENDINGS = ("ese", "sh", "ch", "ss")


class State(msgspec.Struct, frozen=True, kw_only=True):
    """A state or territory with an ISO code, or (`iso2` of its successor) a historical one."""

    id: str
    iso2: str
    iso3: str
    cow: int | None
    wikidata: str | None
    name: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capital: str | None = None
    seats: tuple[str, ...] = ()
    valid_from: str | None = None
    valid_until: str | None = None


@cache
def states() -> tuple[State, ...]:
    """Give all states, the present ones first."""
    return (*map(_present, read_table("actors/states.csv")), *map(_historical, read_table("actors/historical.csv")))


def _present(row: dict[str, str]) -> State:
    adjectives = cells(row["adjectives"])
    return State(
        id=f"state/{row['iso2']}", iso2=row["iso2"], iso3=row["iso3"], cow=int(row["cow"]) if row["cow"] else None,
        wikidata=row["wikidata"] or None, name=row["name"], aliases=cells(row["aliases"]), adjectives=adjectives,
        people=cells(row["people"]) or _people(adjectives), capital=row["capital"] or None, seats=cells(row["seats"]),
    )  # fmt: skip


def _historical(row: dict[str, str]) -> State:
    adjectives = cells(row["adjectives"])
    return State(
        id=f"state/{row['id']}", iso2=row["country"], iso3=row["cameo"], cow=int(row["cow"]) if row["cow"] else None,
        wikidata=row["wikidata"] or None, name=row["name"], aliases=cells(row["aliases"]), adjectives=adjectives,
        people=_people(adjectives), valid_from=row["valid_from"], valid_until=row["valid_until"],
    )  # fmt: skip


def _people(adjectives: tuple[str, ...]) -> tuple[str, ...]:
    counted = [word for word in adjectives if word.endswith(COUNTED_ENDINGS) and not word.endswith(UNCOUNTED_ENDINGS)]
    return tuple(form for word in counted for form in (word, f"{word}s"))


@cache
def _by_demonym() -> dict[str, str]:
    found: dict[str, str] = {}
    for state in states():
        for word in (*state.adjectives, *state.people):
            found.setdefault(name_key(word), state.iso2)
    return found


@cache
def _by_seat() -> dict[str, str]:
    return {
        name_key(seat): state.iso2 for state in reversed(states()) for seat in (*state.seats, state.capital) if seat
    }


@cache
def _by_name() -> dict[str, State]:
    return {name_key(name): state for state in reversed(states()) for name in (state.name, *state.aliases)}


def demonym_country(word: str) -> str | None:
    """Give the country (ISO alpha-2) of an adjective or a people ("Afghan", "Russians", "U.S."), or None."""
    country = _by_demonym().get(name_key(word))
    return None if country and _is_common_word(word) else country


def seat_country(name: str) -> str | None:
    """Give the country whose capital or seat of government bears this name ("Moscow", "the Kremlin"), or None."""
    return _by_seat().get(name_key(name))


def state_named(name: str) -> State | None:
    """Give the state of this name ("Russia", "the UK", "Burma"), or None."""
    state = _by_name().get(name_key(name))
    return None if state and _is_common_word(name) else state


def state_of(iso2: str) -> State | None:
    """Give the present state of an ISO alpha-2 code, or None."""
    return _by_code().get(iso2)


@cache
def _by_code() -> dict[str, State]:
    return {state.iso2: state for state in states() if state.valid_until is None}


def _is_common_word(name: str) -> bool:
    """Tell "us" from "US", "car" from "CAR": a name of up to three letters is known in capitals only."""
    return len(name) <= 3 and not is_acronym(name)
