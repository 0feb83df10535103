"""Across reports: how what is reported stands, value by value."""

from typing import Literal

import msgspec

Value = Literal["certain", "probable", "possible", "denied"]
VALUE_OF: dict[str, Value] = {
    "CT+": "certain", "PR+": "probable", "PS+": "possible", "CT-": "denied", "PR-": "denied", "PS-": "denied",
}  # fmt: skip
"""What a commitment counts as; `CTu` and `Uu` support nothing."""


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who commits: in which report and record, with which factuality value, and who it is."""

    report: str
    record: str
    holder: str
    value: str
    origin: str
    identified: bool


class Support(msgspec.Struct, frozen=True, kw_only=True):
    """Who stands behind one value: n reports, originating sources as a range, and the voices one by one."""

    value: Value
    reports: int
    sources: tuple[int, int]
    voices: list[Voice]


class Incident(msgspec.Struct, frozen=True, kw_only=True):
    """Event records that are the same event of the world; `id` is made of the smallest record key.

    `support` has one entry a value that somebody holds; `opposing` counts the originating sources, as a range, that
    hold the opposite of what most hold.
    """

    id: str
    type: str
    records: list[str]
    actors: list[str]
    recipients: list[str]
    countries: list[str]
    earliest: str | None = None
    latest: str | None = None
    support: list[Support] = []
    opposing: tuple[int, int] = (0, 0)
