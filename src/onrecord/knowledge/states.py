"""States: their names, the words for their people, their capitals and seats of government."""

from collections.abc import Sequence
from functools import cache

import msgspec

from onrecord.knowledge.dated import bare_name
from onrecord.knowledge.keys import is_acronym, name_key
from onrecord.knowledge.tables import cells, read_table

COUNTED_ENDINGS = ("n", "i", "k", "z", "t", "e", "o")
"""An adjective with one of these endings also names a person, and with an s several ("Iraqi", "Iraqis")."""
LONGEST_NAME = 5
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
    """Map names to states; where a former name is now another state's, that state goes first."""
    named = [(name, state) for state in reversed(states()) for name in (state.name, *state.aliases)]
    former_first = sorted(named, key=lambda pair: "@" not in pair[0])
    return {name_key(bare_name(name)): state for name, state in former_first}


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


def countries_among(words: Sequence[str]) -> list[tuple[int, int, str]]:
    """Give the countries that states, peoples and adjectives among words name: first word, word after the last, code.

    The longest name wins: "South Sudanese" is not "Sudanese", "Papua New Guinea" not "Guinea".
    """
    found, at = [], 0
    while at < len(words):
        length, country = _longest_at(words, at) if words[at][:1].isupper() else (1, None)
        if country is not None:
            found.append((at, at + length, country))
        at += length
    return found


def _longest_at(words: Sequence[str], at: int) -> tuple[int, str | None]:
    for length in range(min(LONGEST_NAME, len(words) - at), 0, -1):
        run = " ".join(words[at : at + length])
        state = state_named(run)
        if country := demonym_country(run) or (state.iso2 if state is not None else None):
            return length, country
    return 1, None


def state_of(iso2: str) -> State | None:
    """Give the present state of an ISO alpha-2 code, or None."""
    return _by_code().get(iso2)


@cache
def _by_code() -> dict[str, State]:
    return {state.iso2: state for state in states() if state.valid_until is None}


def _is_common_word(name: str) -> bool:
    """Tell "us" from "US", "car" from "CAR": a name of up to three letters is known in capitals only."""
    return len(name) <= 3 and not is_acronym(name)
