"""Readable cases of figures: tests/cases/figures. In a case "none" stands for a bound that is open."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from tests.reports import report_of

from onrecord.model import Figure, slice_of
from onrecord.stages.pipeline import read_report

FOLDER = Path(__file__).parents[2] / "cases" / "figures"
CASES = [
    pytest.param(case, id=f"{file.stem}: {case['name']}")
    for file in sorted(FOLDER.glob("*.toml"))
    for case in tomllib.loads(file.read_text("utf-8"))["case"]
]


def overlapping(figures: list[Figure], text: str, words: str) -> list[Figure]:
    start = text.index(words)
    return [figure for figure in figures if figure.span[0] < start + len(words) and start < figure.span[1]]


@pytest.mark.parametrize("case", CASES)
def test_figures(case: dict[str, Any]) -> None:
    text = case["text"]
    reading = read_report(report_of(text))
    assert not reading.report.problems
    for expected in case.get("figure", []):
        found = overlapping(reading.figures, text, expected["words"])
        assert len(found) == 1, f"{expected['words']!r}: {[slice_of(text, figure.span) for figure in found]}"
        assert expected["words"] in slice_of(text, found[0].span)
        wanted = {key: None if value == "none" else value for key, value in expected.items() if key != "words"}
        assert {key: getattr(found[0], key) for key in wanted} == wanted
    for words in case.get("absent", []):
        assert not overlapping(reading.figures, text, words), f"{words!r} is no figure"
