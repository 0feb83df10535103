"""A place on its way into the gazetteer."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Row:
    """A place: `id` is GeoNames' where positive; `admin1`, `admin2` are ids of rows; `rank` is 0 for a capital,
    1 and 2 for seats of divisions, 3 for other places, 4 for parts of a place.
    """  # noqa: D205

    id: int
    name: str
    kind: str
    country: str
    lat: float
    lon: float
    layer: str
    admin1: int = 0
    admin2: int = 0
    population: int = 0
    rank: int = 3
    aliases: list[str] = field(default_factory=list)
