"""Makes records of the time expressions: values and days, resolved against publication and against each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from onrecord.model import Time
from onrecord.stages.times.anchor import Anchor, anchor_of, period_of
from onrecord.stages.times.calendar import add_days, month_of, shift_day, unit_value
from onrecord.stages.times.meaning import Calendar, Era, Length, Shift, Written
from onrecord.stages.times.nearest import against, fixed, template
from onrecord.stages.times.tense import direction_of
from onrecord.stages.times.unit import length_value

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.stages.draft import Draft
    from onrecord.stages.times.found import TimeFound
    from onrecord.stages.times.nearest import Resolved

SHIFT_TEMPLATES = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX"}
YEARS = {"Y": 1, "DE": 10, "CE": 100, "ML": 1000}
Days = tuple[date | None, date | None]


def resolve_times(draft: Draft) -> list[Time]:
    """Give the times in text order, with ids t1, t2, …."""
    desk = _Desk(anchor_of(draft.published or draft.report.published))
    return [desk.record(found, f"t{i}") for i, found in enumerate(draft.time_expressions, 1)]


class _Desk:
    """Resolves one report's times in order; `last` is the latest date spoken of, for "the day before"."""

    def __init__(self, anchor: Anchor) -> None:
        self.anchor = anchor
        self.last: Time | None = None

    def record(self, found: TimeFound, id_: str) -> Time:
        value, days, against_ = self._resolve(found)
        days = _narrow(days, found.mod, value)
        time = Time(
            id=id_,
            rule=found.rule,
            score=round(found.score, 3),
            reason=found.reason,
            span=found.span,
            type=found.type,
            value=value,
            earliest=days[0].isoformat() if days[0] else None,
            latest=days[1].isoformat() if days[1] else None,
            anchor=against_,
            mod=found.mod,
            zone=found.zone,
        )
        if time.type in {"DATE", "TIME"} and time.earliest and _is_reference(found.meaning):
            self.last = time
        return time

    def _resolve(self, found: TimeFound) -> tuple[str | None, Days, str | None]:
        meaning = found.meaning
        if isinstance(meaning, Written):
            return meaning.value, (None, None), None
        if isinstance(meaning, Era):
            return meaning.value, _era_days(meaning), "none"
        if isinstance(meaning, Length):
            return (
                length_value(meaning.unit, meaning.count),
                self._stretch(meaning),
                "publication" if meaning.side else None,
            )
        if found.type == "SET":
            return _set_value(meaning), (None, None), None
        if isinstance(meaning, Shift):
            return self._shift(meaning, found)
        return self._calendar(meaning, found)

    def _calendar(self, meaning: Calendar, found: TimeFound) -> tuple[str | None, Days, str | None]:
        if (resolved := fixed(meaning)) is not None:
            return resolved[0], resolved[1] or (None, None), "none"
        if meaning.part and meaning.month is None and meaning.weekday is None and (day := self._day_spoken_of(found)):
            return day.isoformat() + meaning.part, (day, day), self.last.id if self.last else None
        direction = direction_of(found.head)
        soon = meaning.month is not None
        value, days = self._over(lambda today: against(meaning, today, direction), template(meaning), soon=soon)
        if meaning.named and not days[0] and not days[1]:
            value = value if value != "XXXX" else None  # type: ignore[assignment]
        return value, days, "publication" if days != (None, None) else "none"

    def _day_spoken_of(self, found: TimeFound) -> date | None:
        """Give the day named earlier in the same sentence, to which a bare time of day belongs."""
        if self.last is None or self.last.earliest != self.last.latest or self.last.earliest is None:
            return None
        return date.fromisoformat(self.last.earliest) if self.last.span[0] >= found.head.sentence.span[0] else None

    def _over(self, run: Callable[[date], Resolved | None], unknown: str, *, soon: bool) -> tuple[str, Days]:
        """Resolve at both ends of the interval of publication; where they differ the value keeps its X."""
        anchor = self.anchor
        high = anchor.latest or (anchor.soon if soon else None)
        low_result = run(anchor.earliest) if anchor.earliest else None
        high_result = run(high) if high else None
        if low_result and high_result and low_result[0] == high_result[0]:
            return low_result[0], low_result[1] or (None, None)
        earliest = low_result[1][0] if low_result and low_result[1] else None
        latest = high_result[1][1] if high_result and high_result[1] and anchor.latest else None
        return unknown, (earliest, latest)

    def _shift(self, meaning: Shift, found: TimeFound) -> tuple[str | None, Days, str | None]:
        steps = meaning.steps or 0
        if (
            meaning.anaphoric
            and self.last is not None
            and (meaning.unit != "D" or self.last.earliest == self.last.latest)
        ):
            return self._from_last(meaning, self.last)
        unknown = SHIFT_TEMPLATES.get(meaning.unit, "XXXX") + meaning.part
        if meaning.unit in YEARS and (far := self._before_christ(meaning)):
            return far, (None, None), "publication"

        back = meaning.unit == "WE" and steps == 0 and direction_of(found.head) != "future"

        def run(today: date) -> Resolved | None:
            if back and today.isoweekday() < 6:
                return unit_value(add_days(today, -7), "WE")
            if meaning.unit.startswith("T"):
                return unit_value(_back_hours(today, meaning.unit, steps), "D")
            value, period = unit_value(shift_day(today, meaning.unit, steps), meaning.unit)
            return value + meaning.part, period

        value, days = self._over(run, unknown, soon=False)
        return value, days, "publication" if days != (None, None) else "none"

    def _before_christ(self, meaning: Shift) -> str | None:
        year = (self.anchor.earliest.year if self.anchor.earliest else 2000) + YEARS[meaning.unit] * (
            meaning.steps or 0
        )
        return f"{year:05}" if year < 1 else None

    def _from_last(self, meaning: Shift, last: Time) -> tuple[str | None, Days, str | None]:
        """Resolve against the time spoken of before: "the day before", "a year earlier" than a quarter."""
        start = date.fromisoformat(last.earliest or "")
        unit, steps = meaning.unit, meaning.steps or 0
        if unit == "Y" and "-Q" in (last.value or ""):
            unit, steps = "Q", steps * 4
        if unit.startswith("T"):
            value, period = unit_value(_back_hours(start, unit, steps), "D")
        else:
            value, period = unit_value(shift_day(start, unit, steps), unit)
        return value + meaning.part, period, last.id

    def _stretch(self, meaning: Length) -> Days:
        """Give the days of a stretch that ends, or starts, at publication."""
        if not meaning.side or meaning.count is None or meaning.count != int(meaning.count):
            return None, None
        steps = int(meaning.count) * meaning.side
        if meaning.side < 0:
            start = shift_day(self.anchor.earliest, meaning.unit, steps) if self.anchor.earliest else None
            return start, self.anchor.latest
        return self.anchor.earliest, shift_day(self.anchor.latest, meaning.unit, steps) if self.anchor.latest else None


def _is_reference(meaning: object) -> bool:
    """Tell whether later times may count from this one: not an era, nor a year named to compare with."""
    if isinstance(meaning, Shift):
        return not (meaning.anaphoric and meaning.unit in YEARS)
    return not isinstance(meaning, Era)


def _back_hours(day: date, unit: str, steps: int) -> date:
    hours = steps if unit == "TH" else 0
    return add_days(day, int(hours / 24))


def _era_days(era: Era) -> Days:
    if era.first < 1:
        return None, None
    return date(era.first, 1, 1), date(era.last, 12, 31)


def _set_value(meaning: Calendar | Shift) -> str:
    if isinstance(meaning, Shift):
        return SHIFT_TEMPLATES.get(meaning.unit, "XXXX")
    return template(replace(meaning, pointer=None, year=None))


def _narrow(days: Days, mod: str | None, value: str | None) -> Days:
    """Narrow a month to its first, middle or last ten days: "early March"."""
    period = period_of(value or "")
    if mod not in {"START", "MID", "END"} or value is None or len(value) != 7 or period is None or days[0] is None:
        return days
    first, last = month_of(period[0].year, period[0].month)
    return {
        "START": (first, add_days(first, 9)),
        "MID": (add_days(first, 10), add_days(first, 19)),
        "END": (add_days(first, 20), last),
    }[mod]
