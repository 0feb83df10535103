"""The date of publication as an interval, against which other times are resolved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.stages.times.calendar import add_days, make_day, month_of, year_of

if TYPE_CHECKING:
    from datetime import date

    from onrecord.model import Published
    from onrecord.stages.times.calendar import Period

SOON = 30
"""Days within which a page is taken to be published after the day that its newest picture was made."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """First and last day on which the report may have been published; None where open.

    `soon` is the last day by which it was probably published, where only a picture bounds it.
    """

    earliest: date | None = None
    latest: date | None = None
    soon: date | None = None

    @property
    def day(self) -> date | None:
        """Give the day of publication where it is known."""
        return self.earliest if self.earliest == self.latest else None


def anchor_of(published: Published) -> Anchor:
    """Read the publication date; "2017-06" is an interval of a month."""
    if published.value and (period := period_of(published.value)) is not None:
        return Anchor(*period)
    earliest, latest = period_of(published.earliest or ""), period_of(published.latest or "")
    start, end = earliest[0] if earliest else None, latest[1] if latest else None
    soon = add_days(start, SOON) if start and end is None and published.basis == "inferred" else None
    return Anchor(start, end, soon)


def period_of(value: str) -> Period | None:
    """Read an ISO date, month or year as its first and last day; None where it is none."""
    parts = value[:10].split("T", maxsplit=1)[0].split("-")
    if not all(part.isdecimal() for part in parts) or len(parts) > 3 or len(parts[0]) != 4 or parts[0] == "0000":
        return None
    numbers = [int(part) for part in parts]
    if len(numbers) == 1:
        return year_of(numbers[0])
    if not 1 <= numbers[1] <= 12:
        return None
    if len(numbers) == 2:
        return month_of(numbers[0], numbers[1])
    day = make_day(*numbers)
    return (day, day) if day else None
