"""Calendar arithmetic: TIMEX3 values of days, weeks, months, quarters and years, and the days that they cover."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.stages.times.words import MovingDay

Period = tuple[date, date]
"""First and last day, both inclusive."""
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each season, meteorological, in the northern hemisphere."""


def make_day(year: int, month: int, day: int) -> date | None:
    """Give a day, None where the calendar has none such."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def month_of(year: int, month: int) -> Period:
    """Give the days of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def year_of(year: int) -> Period:
    """Give the days of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def quarter_of(year: int, quarter: int) -> Period:
    """Give the days of a quarter."""
    return month_of(year, 3 * quarter - 2)[0], month_of(year, 3 * quarter)[1]


def half_of(year: int, half: int) -> Period:
    """Give the days of a half year."""
    return month_of(year, 6 * half - 5)[0], month_of(year, 6 * half)[1]


def season_of(year: int, season: str) -> Period:
    """Give the days of a season; a winter starts in December of its year."""
    start = SEASON_MONTHS[season]
    end_year, end_month = (year, start + 2) if season != "WI" else (year + 1, 2)
    if end_year > 9999:
        return month_of(year, start)
    return month_of(year, start)[0], month_of(end_year, end_month)[1]


def week_of(day: date) -> Period:
    """Give Monday to Sunday of the week of a day."""
    start = add_days(day, 1 - day.isoweekday())
    return start, add_days(start, 6)


def add_days(day: date, days: int) -> date:
    """Add days, stopping at the ends of the calendar."""
    number = min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(number)


def add_months(day: date, months: int) -> date:
    """Add months, keeping the day of the month where the month has it."""
    number = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 11)
    year, month = divmod(number, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def shift_day(day: date, unit: str, steps: int) -> date:
    """Move a day by units: D, W, W2, M, Q, Y, DE, CE; units of hours and below leave the day."""
    months = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}.get(unit)
    if months:
        return add_months(day, months * steps)
    return add_days(day, {"D": 1, "W": 7, "WE": 7, "W2": 14}.get(unit, 0) * steps)


def unit_value(day: date, unit: str) -> tuple[str, Period]:
    """Give the TIMEX3 value of the unit that holds a day, and its period."""
    if unit == "M":
        return f"{day.year:04}-{day.month:02}", month_of(day.year, day.month)
    if unit == "Q":
        quarter = (day.month + 2) // 3
        return f"{day.year:04}-Q{quarter}", quarter_of(day.year, quarter)
    if unit in {"Y", "DE", "CE", "ML"}:
        return f"{day.year:04}", year_of(day.year)
    if unit in {"W", "W2"}:
        return week_value(day), week_of(day)
    if unit == "WE":
        start = week_of(day)[0]
        return f"{week_value(day)}-WE", (add_days(start, 5), add_days(start, 6))
    return day.isoformat(), (day, day)


def week_value(day: date) -> str:
    """Write a day's ISO week: "2017-W24"."""
    iso = day.isocalendar()
    return f"{iso.year:04}-W{iso.week:02}"


def moving_day(day: MovingDay, year: int) -> date | None:
    """Give the day of a feast that moves, in a year."""
    if day.easter is not None:
        return add_days(easter(year), day.easter)
    first, last = month_of(year, day.month)
    if day.nth > 0:
        offset = (day.weekday - first.isoweekday()) % 7 + 7 * (day.nth - 1)
        return first + timedelta(days=offset + day.plus)
    return last - timedelta(days=(last.isoweekday() - day.weekday) % 7)


def easter(year: int) -> date:
    """Give Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
