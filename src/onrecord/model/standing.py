"""Across reports: how what is reported stands, value by value."""

from typing import Literal

import msgspec

Value = Literal["certain", "probable", "possible", "denied"]
VALUES: tuple[Value, ...] = ("certain", "probable", "possible", "denied")
VALUE_OF: dict[str, Value] = {
    "CT+": "certain", "PR+": "probable", "PS+": "possible", "CT-": "denied", "PR-": "denied", "PS-": "denied",
}  # fmt: skip
"""What a commitment counts as; `CTu` and `Uu` support nothing."""


class Support(msgspec.Struct, frozen=True, kw_only=True):
    """Who stands behind one value: n reports, and originating sources as a range, inclusive."""

    value: Value
    reports: int
    sources: tuple[int, int]


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """How something stands: one entry a value that somebody holds, in the order of VALUES.

    `reports` and `sources` count those behind what most sources hold, the denial or its opposite; `opposing` counts the
    originating sources that hold the other.
    """

    support: list[Support] = []
    reports: int = 0
    sources: tuple[int, int] = (0, 0)
    opposing: tuple[int, int] = (0, 0)
