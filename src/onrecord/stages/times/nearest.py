"""Resolves places in the calendar ("May 28", "Thursday", "the third quarter") against a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from onrecord.stages.times.calendar import (
    add_days,
    half_of,
    make_day,
    month_of,
    moving_day,
    quarter_of,
    season_of,
    week_of,
    week_value,
    year_of,
)  # fmt: skip
from onrecord.stages.times.words import times

if TYPE_CHECKING:
    from onrecord.stages.times.calendar import Period
    from onrecord.stages.times.meaning import Calendar
    from onrecord.stages.times.tense import Direction

FAR = 270
"""Days: a date without a year that lies farther than this in its tense's direction is taken in the other, if nearer."""
Resolved = tuple[str, "Period | None"]


def template(meaning: Calendar) -> str:
    """Write the value with X for what the words do not give: "XXXX-05-28", "XXXX-WXX-4"."""
    year = f"{meaning.year:04}" if meaning.year else "XXXX"
    if meaning.weekday is not None:
        value = f"{year}-WXX-{meaning.weekday}"
    elif meaning.season or meaning.quarter or meaning.half:
        value = f"{year}-{_part_of_year(meaning)}"
    elif meaning.month is not None:
        value = f"{year}-{meaning.month:02}" + (f"-{meaning.day:02}" if meaning.day is not None else "")
        value += f"/{template(meaning.until)}" if meaning.until is not None else ""
    elif meaning.part:
        value = f"{year}-XX-XX"
    else:
        value = year
    return value + meaning.part


def _part_of_year(meaning: Calendar) -> str:
    return meaning.season or (f"Q{meaning.quarter}" if meaning.quarter else f"H{meaning.half}")


def fixed(meaning: Calendar) -> Resolved | None:
    """Give value and days where the words themselves hold the year; None where they do not."""
    return None if meaning.year is None else in_year(meaning, meaning.year)


def against(meaning: Calendar, today: date, direction: Direction | None) -> Resolved | None:
    """Resolve against a day of publication; `direction` is where the sentence's tense points."""
    if meaning.weekday is not None:
        day = _weekday(meaning, today, direction)
        return day.isoformat() + meaning.part, (day, day)
    if meaning.years is not None:
        return in_year(meaning, today.year + meaning.years)
    if meaning.pointer == 0:
        return in_year(meaning, today.year)
    if meaning.part and meaning.month is None and meaning.named is None:
        return today.isoformat() + meaning.part, (today, today)
    candidates = [found for year in (today.year - 1, today.year, today.year + 1) if (found := in_year(meaning, year))]
    past = [found for found in candidates if _starts(found) <= today]
    coming = [found for found in candidates if _ends(found) >= today and _starts(found) > _limit(meaning, today)]
    return _choose(meaning, today, past[-1] if past else None, coming[0] if coming else None, direction)


def _limit(meaning: Calendar, today: date) -> date:
    """Let a period that has begun be the coming one too: "in the fourth quarter", written in October."""
    return add_days(today, -1) if meaning.day else add_days(today, -100)


def _starts(found: Resolved) -> date:
    return found[1][0] if found[1] else date.min


def _ends(found: Resolved) -> date:
    return found[1][1] if found[1] else date.min


def _choose(
    meaning: Calendar, today: date, past: Resolved | None, coming: Resolved | None, direction: Direction | None
) -> Resolved | None:
    """Choose between the last one and the next one."""
    if meaning.pointer is not None:
        return _over(meaning, today, past) if meaning.pointer < 0 else coming
    if past is None or coming is None:
        return past or coming
    back, ahead = (today - _ends(past)).days, (_starts(coming) - today).days
    if meaning.quarter or meaning.half:
        direction = None  # a quarter is named without a year only where it is the nearest
    if direction == "future":
        return coming if ahead <= FAR or back > ahead else past
    nearer = back <= ahead
    return past if nearer or (direction == "past" and back <= FAR) else coming


def _over(meaning: Calendar, today: date, past: Resolved | None) -> Resolved | None:
    """Give the last one that is over: "last April", written in April, is a year ago."""
    if past is None or _ends(past) < today:
        return past
    return in_year(meaning, _starts(past).year - 1) or past


def _weekday(meaning: Calendar, today: date, direction: Direction | None) -> date:
    ahead = ((meaning.weekday or 1) - today.isoweekday()) % 7
    if meaning.pointer is not None and meaning.pointer < 0:
        return add_days(today, ahead - 7)
    if meaning.pointer is not None and meaning.pointer > 0:
        return add_days(today, ahead or 7)
    if direction == "future" or meaning.pointer == 0:
        return add_days(today, ahead)
    return add_days(today, ahead - 7 if ahead else 0)


def in_year(meaning: Calendar, year: int) -> Resolved | None:
    """Place the calendar words in a year."""
    if not 1 <= year <= 9998:
        return None
    if meaning.named is not None:
        return _named(meaning, meaning.named, year)
    value, period = _month_or_day(meaning, year) if meaning.month else _part(meaning, year)
    if period is None:
        return (value, None) if meaning.year else None
    if meaning.until is not None:
        end = in_year(meaning.until, meaning.until.year or year)
        if end is not None and end[1] is not None and end[1][1] >= period[0]:
            return f"{value}/{end[0]}", (period[0], end[1][1])
    return value + meaning.part, period


def _named(meaning: Calendar, name: str, year: int) -> Resolved | None:
    """Place a feast; one whose day is not computed gives its year, where that is told."""
    moving = times().moving_days.get(name)
    day = moving_day(moving, year) if moving else None
    if day is not None:
        return day.isoformat(), (day, day)
    return (f"{year:04}", year_of(year)) if meaning.year else None


def _part(meaning: Calendar, year: int) -> tuple[str, Period | None]:
    """Place a season, quarter or half, or the whole year."""
    if meaning.season:
        return f"{year:04}-{meaning.season}", season_of(year, meaning.season)
    if meaning.quarter:
        return f"{year:04}-Q{meaning.quarter}", quarter_of(year, meaning.quarter)
    if meaning.half:
        return f"{year:04}-H{meaning.half}", half_of(year, meaning.half)
    return f"{year:04}", year_of(year)


def _month_or_day(meaning: Calendar, year: int) -> tuple[str, Period | None]:
    month = meaning.month or 1
    value = f"{year:04}-{month:02}"
    if meaning.day is None:
        return value, month_of(year, month)
    day = make_day(year, month, meaning.day)
    if day is None:
        return value, None
    return (week_value(day), week_of(day)) if meaning.week else (day.isoformat(), (day, day))
