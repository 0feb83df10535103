"""Where: mentions that name a location."""

from typing import Literal

from onrecord.model.record import Record
from onrecord.model.span import Span

PlaceKind = Literal["country", "admin1", "admin2", "city", "site", "region"]


class Place(Record, frozen=True, kw_only=True):
    """A place mention and what it resolves to.

    `lat`, `lon` in degrees (WGS 84); `country` is ISO 3166-1 alpha-2; `admin1` the first-level division's name;
    `geonames` the GeoNames id where known; `seat` holds the id of the government entity that the name stands for.
    """

    id: str
    span: Span
    name: str
    kind: PlaceKind
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    seat: str | None = None
