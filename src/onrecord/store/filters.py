"""What a list can be asked for, and the conditions that this makes."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import cos, radians
from typing import Annotated

import msgspec

from onrecord.model.standing import Value  # noqa: TC001 - msgspec reads the annotations
from onrecord.model.statement import SourceKind  # noqa: TC001 - msgspec reads the annotations

IsoDate = Annotated[str, msgspec.Meta(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
"""A day, a month or a year."""

HELD = {
    "certain": ("CT+",), "probable": ("PR+",), "possible": ("PS+",), "denied": ("CT-", "PR-", "PS-"),
}  # fmt: skip
KM_A_DEGREE = 111.32


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """Conditions that all hold; what is None asks for nothing.

    `actor` is a registry id or a name; `place` a place's name or an ISO 3166-1 alpha-2 code; `near` latitude, longitude
    and kilometres; dates are ISO dates or starts of one ("2024-05"), both ends inclusive; `since`, `until` bound the
    time of the event, `reported_since`, `reported_until` the publication.
    """

    actor: str | None = None
    place: str | None = None
    near: tuple[float, float, float] | None = None
    type: str | None = None
    since: IsoDate | None = None
    until: IsoDate | None = None
    reported_since: IsoDate | None = None
    reported_until: IsoDate | None = None
    certainty: Value | None = None
    source_kind: SourceKind | None = None
    named: bool | None = None
    least_sources: int | None = None
    limit: int = 50
    offset: int = 0


@dataclass(slots=True)
class Conditions:
    """SQL conditions on one table each, with their values by name."""

    event: list[str] = field(default_factory=list)
    statement: list[str] = field(default_factory=list)
    report: list[str] = field(default_factory=list)
    incident: list[str] = field(default_factory=list)
    values: dict[str, object] = field(default_factory=dict)


def conditions_of(filters: Filters) -> Conditions:
    """Say filters in SQL; every value goes in by name, never into the text.

    "~" stands after every ISO date that starts like it, so that "2024-05" as an end takes in all of May.
    """
    made = Conditions(values={name: value for name, value in msgspec.structs.asdict(filters).items() if name != "near"})
    f = filters
    if f.place is not None:
        made.values["place"] = f.place.lower()
        made.event.append(
            "(event.country = upper(:place) OR event.id IN (SELECT spot.event FROM spot WHERE spot.name = :place))"
        )
    if f.near is not None:
        made.event.append(_near(f.near, made.values))
    made.event += [sql for given, sql in (
        (f.type, "event.type = upper(:type)"),
        (f.since, "coalesce(event.latest, event.earliest) >= :since"),
        (f.until, "event.earliest <= :until || '~'"),
    ) if given is not None]  # fmt: skip
    if f.certainty is not None:
        values = ", ".join(f"'{value}'" for value in HELD[f.certainty])
        made.event.append(f"event.held IN ({values})")
    made.report += [sql for given, sql in (
        (f.reported_since, "coalesce(report.latest, report.earliest) >= :reported_since"),
        (f.reported_until, "report.earliest <= :reported_until || '~'"),
    ) if given is not None]  # fmt: skip
    made.statement += [sql for given, sql in (
        (f.source_kind, "statement.source_kind = :source_kind"),
        (f.named, "statement.named = :named"),
    ) if given is not None]  # fmt: skip
    if f.least_sources is not None:
        made.incident.append("incident.fewest >= :least_sources")
    return made


def _near(near: tuple[float, float, float], values: dict[str, object]) -> str:
    """Bound latitude and longitude by a box, then the distance on the sphere by the circle in it."""
    lat, lon, km = near
    high = km / KM_A_DEGREE
    wide = min(180.0, high / max(cos(radians(min(89.9, abs(lat) + high))), 0.001))
    values |= {"lat": lat, "lon": lon, "km": km, "south": lat - high, "north": lat + high, "wide": wide}
    return (
        "event.lat BETWEEN :south AND :north AND (abs(event.lon - :lon) <= :wide OR abs(event.lon - :lon) >= "
        "360 - :wide) AND 12742 * asin(sqrt(pow(sin(radians(event.lat - :lat) / 2), 2) + cos(radians(:lat)) * "
        "cos(radians(event.lat)) * pow(sin(radians(event.lon - :lon) / 2), 2))) <= :km"
    )
