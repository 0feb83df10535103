"""The other layers: places of our own tables, and international airports."""

from __future__ import annotations

import csv

from onrecord.knowledge.keys import name_key
from onrecord.knowledge.tables import cells, read_table
from tools.knowledge import packages
from tools.knowledge.place import Row

FIRST_CURATED, FIRST_AIRPORT = -1_000_000, -2_000_000


def curated_rows(known: list[Row]) -> list[Row]:
    """Give the rows of `places/curated.csv`; a division that GeoNames knows too gets our aliases, not a double."""
    divisions = {(row.country, name_key(name)): row for row in known if row.kind == "admin1" for name in row.aliases}
    rows = []
    for number, entry in enumerate(read_table("places/curated.csv")):
        names = [entry["name"], *cells(entry["aliases"])]
        same = next((divisions.get((entry["country"], name_key(name))) for name in names), None)
        lat, lon = float(entry["lat"]), float(entry["lon"])
        if same is not None and entry["kind"] == "admin1":
            same.aliases, same.lat, same.lon = list(dict.fromkeys([*same.aliases, *names])), lat, lon
            continue
        row = Row(FIRST_CURATED - number, names[0], entry["kind"], entry["country"], lat, lon, "onrecord", rank=2)
        row.aliases = names
        rows.append(row)
    return rows


def rename_cities(rows: list[Row]) -> None:
    """Give cities the names of `places/city_names.csv`: the one that we print first, then more aliases."""
    by_id = {row.id: row for row in rows}
    for entry in read_table("places/city_names.csv"):
        row = by_id[int(entry["geonames"])]
        row.name = entry["name"]
        row.aliases = list(dict.fromkeys([row.name, *row.aliases, *cells(entry["aliases"])]))


def airport_rows() -> list[Row]:
    """Give airports with an IATA code that call themselves international or an air base."""
    text = packages.AIRPORTS.read("airportsdata/airports.csv").decode()
    rows: list[Row] = []
    for entry in csv.DictReader(text.splitlines()):
        name = entry["name"]
        if not entry["iata"] or not any(word in name for word in ("International", "Air Base", "Air Force Base")):
            continue
        row = Row(FIRST_AIRPORT - len(rows), name, "site", entry["country"], 0, 0, "airportsdata")
        row.lat, row.lon = float(entry["lat"]), float(entry["lon"])
        row.aliases = list(dict.fromkeys([name, name.replace(" International Airport", " Airport")]))
        rows.append(row)
    return rows
