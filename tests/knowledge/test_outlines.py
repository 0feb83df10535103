from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.knowledge.outlines import country_at


@pytest.mark.parametrize(
    ("lat", "lon", "country"),
    [
        (35.95, 39.01, "SY"), (48.85, 2.35, "FR"), (-29.3, 27.5, "LS"), (-29.0, 25.0, "ZA"), (42.67, 21.17, "XK"),
        (20.0, -35.0, None), (71.0, -179.5, None),
    ],
)  # fmt: skip
def test_a_point_lies_in_its_country(lat: float, lon: float, country: str | None) -> None:
    assert country_at(lat, lon) == country


@given(st.floats(allow_nan=True, allow_infinity=True), st.floats(allow_nan=True, allow_infinity=True))
def test_any_number_has_an_answer(lat: float, lon: float) -> None:
    assert country_at(lat, lon) is None or len(str(country_at(lat, lon))) == 2
