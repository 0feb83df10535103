"""Looks a name up in the gazetteer, exact first, then with ever more freedom, and says with how much."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from onrecord.knowledge.gazetteer import country_entry, find_places
from onrecord.knowledge.keys import name_key
from onrecord.knowledge.states import demonym_country
from onrecord.knowledge.tables import read_table
from onrecord.stages.places.words import kind_of_word, place_words

if TYPE_CHECKING:
    from onrecord.knowledge.gazetteer import GazetteerEntry

Freedom = Literal["name", "adjective", "kind word", "near spelling", "part"]
"""How a name was found: as it stands; as an adjective ("Afghan"); without its kind word ("Osun State", "Town of
Groton"); by a near spelling; by a part of it ("Dubai World Trade Centre")."""
LARGE_ENOUGH = 15_000
"""Inhabitants from which a city's name inside a longer name is taken for that city."""
LONGEST = 6


def look_up(name: str) -> tuple[list[GazetteerEntry], Freedom]:
    """Give the entries that a name may stand for and the freedom that it took to find them."""
    exact = find_places(name, near=False)
    if meant := _adjective(name):
        return ([entry for entry in meant if entry not in exact] + exact, "name" if exact else "adjective")
    if exact:
        return exact, "name"
    bare = _without_kind_word(name)
    if bare and (found := find_places(bare, near=False)):
        return found, "kind word"
    if found := find_places(name):
        return found, "near spelling"
    return _by_part(name), "part"


def is_adjective(name: str) -> bool:
    """Tell whether a word is an adjective or a people of a country or region ("Russians", "African")."""
    return demonym_country(name) is not None or name_key(name) in _regions_by_adjective()


def _adjective(name: str) -> list[GazetteerEntry]:
    country = demonym_country(name)
    whole = country_entry(country) if country else None
    if whole is not None:
        return [whole]
    region = _regions_by_adjective().get(name_key(name))
    return [entry for entry in find_places(region, near=False) if entry.kind != "city"][:1] if region else []


@cache
def _regions_by_adjective() -> dict[str, str]:
    return {name_key(row["adjective"]): row["name"] for row in read_table("places/adjectives.csv")}


def _without_kind_word(name: str) -> str | None:
    words = name.split()
    kinds = kind_of_word()
    if len(words) > 2 and words[1] == "of" and words[0].lower() in kinds:
        return " ".join(words[2:])
    while len(words) > 1 and words[-1].lower().rstrip(".") in kinds:
        words.pop()
    while len(words) > 1 and words[0].lower() in place_words().context.parts:
        words.pop(0)
    bare = " ".join(words)
    return bare if bare != name else None


def _by_part(name: str) -> list[GazetteerEntry]:
    """Find the longest run of a name's words that is a well-known place ("Dubai" in "Dubai World Trade Centre")."""
    words = name.split()[:LONGEST]
    for length in range(len(words) - 1, 0, -1):
        for first in range(len(words) - length + 1):
            part = " ".join(words[first : first + length])
            if part[0].isupper() and not _is_common(part):
                known = [entry for entry in find_places(part, near=False) if _is_well_known(entry, part)]
                if known:
                    return known
    return []


def _is_common(word: str) -> bool:
    words = place_words()
    lower = word.lower()
    return any(lower in known for known in (words.context.common, words.context.parts, words.features.after))


def _is_well_known(entry: GazetteerEntry, name: str) -> bool:
    if name_key(entry.name) != name_key(name):
        return entry.kind == "country"
    return entry.kind in {"country", "admin1", "region"} or entry.population >= LARGE_ENOUGH
