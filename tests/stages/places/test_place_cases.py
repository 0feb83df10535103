"""Readable cases of places: found words with their country."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from tests.reports import report_of

from onrecord.stages.pipeline import read_report

FOLDER = Path(__file__).parents[2] / "cases" / "places"
CASES = [
    (f"{file.stem}: {case['name']}", case)
    for file in sorted(FOLDER.glob("*.toml"))
    for case in tomllib.loads(file.read_text("utf-8"))["case"]
]


@pytest.mark.parametrize("case", [case for _, case in CASES], ids=[name for name, _ in CASES])
def test_places_of_a_text(case: dict[str, Any]) -> None:
    reading = read_report(report_of(case["text"]))
    found = [f"{place.name} = {place.country}" if place.country else place.name for place in reading.places]
    assert found == case["places"], [place.reason for place in reading.places]
