"""In which country a point lies, by outlines at 1:50 million (about 5 km at borders and coasts)."""

from struct import iter_unpack

from onrecord.knowledge.gazetteer import base

QUERY = "SELECT country, ring FROM outline WHERE south <= ? AND north >= ? AND west <= ? AND east >= ?"


def country_at(lat: float, lon: float) -> str | None:
    """Give the country (ISO alpha-2) that a point in degrees lies in, or None at sea and outside the map."""
    x, y = lon * 100, lat * 100
    inside: dict[str, bool] = {}
    for country, ring in base().execute(QUERY, (y, y, x, x)):
        inside[country] = inside.get(country, False) != _crosses_odd(ring, x, y)
    return next((country for country in sorted(inside) if inside[country]), None)


def _crosses_odd(ring: bytes, x: float, y: float) -> bool:
    """Cast a ray to the east and tell whether it crosses the ring an odd number of times."""
    odd = False
    points = list(iter_unpack("<hh", ring))
    for (x1, y1), (x2, y2) in zip(points, points[1:] + points[:1], strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            odd = not odd
    return odd
