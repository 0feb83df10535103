"""What time expressions mean before any date is fixed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Calendar:
    """A place in the calendar, as far as the words give it: "May 28", "Thursday", "the third quarter", "3:30 p.m.".

    `part` is the time of day as TIMEX3 writes it ("TMO", "T15:30"); `named` a day of `moving_days`. `pointer` counts
    units from now ("last April": -1), `years` years from now ("June last year": -1). `week` asks for the week that
    holds the day; `until` ends an interval.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: str | None = None
    named: str | None = None
    part: str = ""
    pointer: int | None = None
    years: int | None = None
    week: bool = False
    until: Calendar | None = None


@dataclass(frozen=True, slots=True)
class Era:
    """A decade ("199"), a century ("18"), or a year before Christ, as the prefix or value that TIMEX3 writes."""

    value: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Shift:
    """Units away from publication, or from the time spoken of before: "last week", "the day before".

    `unit` is a code of times.toml ("D", "W", "M", "Q", "Y", "DE", "CE", "WE" for a weekend, "TH" …).
    """

    unit: str
    steps: int | None
    anaphoric: bool = False
    part: str = ""


@dataclass(frozen=True, slots=True)
class Length:
    """A duration; `count` None where not told; `side` -1 where it ends at publication, 1 where it starts there."""

    unit: str
    count: Decimal | None
    side: int = 0


@dataclass(frozen=True, slots=True)
class Written:
    """A value that needs no resolving: a set ("P1D"), a vague word ("PAST_REF"), or none."""

    value: str | None


Meaning = Calendar | Era | Shift | Length | Written
