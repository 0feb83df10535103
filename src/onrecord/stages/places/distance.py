"""Distance on the globe."""

from __future__ import annotations

from math import cos, hypot, radians
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.knowledge.gazetteer import GazetteerEntry

KM_PER_DEGREE = 111.2


def km_between(one: GazetteerEntry, other: GazetteerEntry) -> float:
    """Give the distance of two places in km, by the flat rule: within 1 % up to some hundred km, all we ask."""
    across = abs(one.lon - other.lon)
    across = min(across, 360 - across) * cos(radians((one.lat + other.lat) / 2))
    return KM_PER_DEGREE * hypot(one.lat - other.lat, across)
