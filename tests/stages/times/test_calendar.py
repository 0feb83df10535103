"""Calendar arithmetic, and values that say what they should at the edges."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Published
from onrecord.stages.times.anchor import anchor_of, period_of
from onrecord.stages.times.calendar import add_days, add_months, easter, make_day, season_of, shift_day, unit_value

UNITS = ("D", "W", "M", "Q", "Y", "DE", "CE", "WE")


def test_easter() -> None:
    assert [easter(year) for year in (1961, 2000, 2018, 2024, 2038)] == [
        date(1961, 4, 2), date(2000, 4, 23), date(2018, 4, 1), date(2024, 3, 31), date(2038, 4, 25),
    ]  # fmt: skip


def test_a_winter_ends_in_the_next_year() -> None:
    assert season_of(2015, "WI") == (date(2015, 12, 1), date(2016, 2, 29))


def test_days_that_are_none() -> None:
    assert make_day(2017, 2, 29) is None
    assert make_day(2017, 13, 1) is None
    assert make_day(0, 1, 1) is None


@given(st.dates(), st.integers(-20_000, 20_000))
def test_shifts_stay_inside_the_calendar(day: date, steps: int) -> None:
    for unit in UNITS:
        assert date.min <= shift_day(day, unit, steps) <= date.max


@given(st.dates(min_value=date(1, 1, 8), max_value=date(9999, 12, 20)))
def test_a_unit_holds_its_day(day: date) -> None:
    for unit in ("D", "W", "M", "Q", "Y"):
        _, (first, last) = unit_value(day, unit)
        assert first <= day <= last


@given(st.dates(), st.integers(-500, 500))
def test_months_keep_the_day_where_they_can(day: date, months: int) -> None:
    moved = add_months(day, months)
    assert moved.day == day.day or add_days(moved, 1).day == 1


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2017", (date(2017, 1, 1), date(2017, 12, 31))),
        ("2016-02", (date(2016, 2, 1), date(2016, 2, 29))),
        ("2017-06-19T20:58", (date(2017, 6, 19), date(2017, 6, 19))),
        ("2017-02-30", None),
        ("XXXX-05-28", None),
        ("", None),
    ],
)
def test_iso_values_as_periods(value: str, days: tuple[date, date] | None) -> None:
    assert period_of(value) == days


def test_only_a_picture_bounds_soon() -> None:
    picture = anchor_of(Published(earliest="2017-06-19", basis="inferred"))
    text = anchor_of(Published(earliest="2017-06-19", basis="text"))
    assert (picture.soon, text.soon) == (date(2017, 7, 19), None)
