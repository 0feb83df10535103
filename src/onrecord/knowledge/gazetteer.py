"""The gazetteer: places that a name may stand for, tolerant of spelling."""

import sqlite3
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import msgspec

from onrecord.knowledge.keys import name_key, sound_key
from onrecord.model.place import PlaceKind

KINDS: tuple[PlaceKind, ...] = ("country", "admin1", "admin2", "city", "site", "region")
MOST = 150
"""Candidates kept for one name, the most populous first ("San Antonio" has over 300)."""
COLUMNS = (
    "place.id, place.name, place.kind, place.country, place.admin1, upper.name, place.admin2, place.lat, place.lon, "
    "place.population, place.rank"
)
QUERY = """SELECT {columns} FROM {index} AS found JOIN place ON place.id = found.place
LEFT JOIN place AS upper ON upper.id = place.admin1 WHERE found.key = ?
ORDER BY place.kind > 0, place.population DESC, place.id LIMIT {most}"""
COUNTRIES = "SELECT {columns} FROM place LEFT JOIN place AS upper ON upper.id = 0 WHERE place.kind = 0 AND place.id > 0"
COUNTRIES = COUNTRIES.format(columns=COLUMNS)
BY_NAME = QUERY.format(columns=COLUMNS, index="name", most=MOST)
BY_SOUND = QUERY.format(columns=f"{COLUMNS}, found.spelled", index="sound", most=400)


class GazetteerEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A place. `lat`, `lon` in degrees; `id` is GeoNames' where positive; `admin1_id`, `admin2_id` are ids of entries.

    `rank` is 0 for a capital, 1 and 2 for a seat of a division, 4 for a part of a place, else 3; `spelled` is False
    where the name asked for is only a near spelling of one that we know.
    """

    id: int
    name: str
    kind: PlaceKind
    country: str | None
    admin1: str | None
    admin1_id: int
    admin2_id: int
    lat: float
    lon: float
    population: int
    rank: int
    spelled: bool = True

    @property
    def geonames(self) -> int | None:
        """Id at GeoNames, where the place is known there under one."""
        return self.id if self.id > 0 else None


@cache
def base() -> sqlite3.Connection:
    """Open the data file, read-only, once a process."""
    file = files("onrecord.knowledge").joinpath("data", "gazetteer.sqlite")
    return sqlite3.connect(f"file:{file}?immutable=1", uri=True, check_same_thread=False)


def find_places(name: str, *, near: bool = True) -> list[GazetteerEntry]:
    """Give the places that bear a name, the most populous first; where there is none, those of a near spelling.

    Without `near`, only exact names count (case, accents, apostrophes and full stops aside).
    """
    key = name_key(name)
    if not key:
        return []
    return list(_named(key) or (_sounding(key) if near else ()))


@cache
def _countries() -> dict[str, GazetteerEntry]:
    return {row[3]: _entry(row, spelled=True) for row in base().execute(COUNTRIES)}


def country_entry(iso2: str) -> GazetteerEntry | None:
    """Give the place of a country by its ISO 3166-1 alpha-2 code, or None."""
    return _countries().get(iso2)


@lru_cache(maxsize=1 << 14)
def _named(key: str) -> tuple[GazetteerEntry, ...]:
    return tuple(_entry(row, spelled=True) for row in base().execute(BY_NAME, (key,)))


@lru_cache(maxsize=1 << 12)
def _sounding(key: str) -> tuple[GazetteerEntry, ...]:
    """Give places whose consonants agree and whose spelling is at most one edit away for every four letters."""
    if len(key) < 6 or not key.isalpha():
        return ()
    allowed = len(key) // 4
    nearest: dict[int, tuple[int, GazetteerEntry]] = {}
    for *row, spelled in base().execute(BY_SOUND, (sound_key(key),)):
        edits = edits_between(key, spelled, allowed)
        if edits <= allowed and (row[0] not in nearest or edits < nearest[row[0]][0]):
            nearest[row[0]] = (edits, _entry(row, spelled=False))
    return tuple(entry for _, entry in sorted(nearest.values(), key=_nearest))


def _nearest(pair: tuple[int, GazetteerEntry]) -> tuple[int, int]:
    return (pair[0], -pair[1].population)


def edits_between(one: str, other: str, most: int) -> int:
    """Count insertions, deletions and changes of letters; gives `most + 1` where there are more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, right in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (left != right))
        if min(row) > most:
            return most + 1
    return row[-1]


def _entry(row: Sequence[Any], *, spelled: bool) -> GazetteerEntry:
    identity, name, kind, country, admin1_id, admin1, admin2_id, lat, lon, population, rank = row
    return GazetteerEntry(
        id=identity,
        name=name,
        kind=KINDS[kind],
        country=country or None,
        admin1=name if KINDS[kind] == "admin1" else admin1,
        admin1_id=identity if KINDS[kind] == "admin1" else admin1_id,
        admin2_id=admin2_id,
        lat=lat / 1e4,
        lon=lon / 1e4,
        population=population,
        rank=rank,
        spelled=spelled,
    )
