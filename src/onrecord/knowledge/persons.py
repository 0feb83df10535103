"""Persons of public office, with their terms: linked by full name, by surname only beside an office or country."""

from functools import cache

from onrecord.knowledge.actor import Actor
from onrecord.knowledge.keys import name_key
from onrecord.knowledge.states import state_of
from onrecord.knowledge.tables import cells, read_table

SECTORS = {
    "opposition leader": "OPP", "party leader": "PTY", "rebel leader": "REB", "commander": "MIL", "journalist": "MED",
    "activist": "CVL", "dissident": "OPP", "religious leader": "REL", "pope": "REL", "criminal": "CRM",
    "businessman": "BUS",
    "defense minister": "MIL", "defense secretary": "MIL", "senator": "LEG", "speaker": "LEG",
}  # fmt: skip
"""Sector of an office; GOV where it is not here."""


@cache
def persons() -> tuple[Actor, ...]:
    """Give every person of the shipped layers; `description` of the office stands in the source."""
    return (*map(_leader, read_table("actors/leaders.csv")), *map(_official, read_table("actors/officials.csv")))


def _leader(row: dict[str, str]) -> Actor:
    sector = SECTORS.get(row["office"], "GOV")
    state = state_of(row["country"])
    return _person(row, row["country"], sector, f"{state.iso3}{sector}" if state else sector)


def _official(row: dict[str, str]) -> Actor:
    country = row["actor"].removeprefix("state/") if row["actor"].startswith("state/") else ""
    return _person(row, country, "GOV" if country else "IGO", "USAGOV" if country else "IGO")


def _person(row: dict[str, str], country: str, sector: str, cameo: str) -> Actor:
    return Actor(
        id=f"person/{name_key(row['name']).replace(' ', '-')}",
        name=row["name"],
        type="person",
        country=country or None,
        sector=sector,
        cameo=cameo,
        aliases=cells(row["aliases"]),
        valid_from=row["valid_from"] or None,
        valid_until=row["valid_until"] or None,
        source=f"onrecord: {row['office']}",
    )


def find_persons(name: str) -> list[Actor]:
    """Give the persons of a full name or a surname; a surname alone is no proof: look at country and office too."""
    return list(_by_key().get(name_key(name), ()))


@cache
def _by_key() -> dict[str, list[Actor]]:
    found: dict[str, list[Actor]] = {}
    for person in persons():
        for alias in dict.fromkeys(name_key(alias) for alias in (person.name, *person.aliases)):
            found.setdefault(alias, []).append(person)
    return found
