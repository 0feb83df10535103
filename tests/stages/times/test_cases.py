"""Readable cases of time expressions and their values: tests/cases/times."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.reports import report_of

from onrecord.model import Time, slice_of
from onrecord.stages.pipeline import STAGES, draft_report

if TYPE_CHECKING:
    from onrecord.model import Report
    from onrecord.stages.draft import Draft

FOLDER = Path(__file__).parents[2] / "cases" / "times"
DAYS = {"publication_known": "2018-05-04"}
CASES = [
    pytest.param(case | {"published": case.get("published", DAYS.get(file.stem))}, id=f"{file.stem}: {case['name']}")
    for file in sorted(FOLDER.glob("*.toml"))
    for case in tomllib.loads(file.read_text("utf-8"))["case"]
]
NEEDED = {"syntax", "time_expressions", "published", "times"}


def read(report: Report) -> Draft:
    draft = draft_report(report, tuple(stage for stage in STAGES if stage.gives in NEEDED))
    assert not draft.problems
    return draft


def overlapping(times: list[Time], text: str, words: str) -> list[Time]:
    start = text.index(words)
    return [time for time in times if time.span[0] < start + len(words) and start < time.span[1]]


@pytest.mark.parametrize("case", CASES)
def test_times(case: dict[str, Any]) -> None:
    text = case["text"]
    times = read(report_of(text, case["published"])).times
    for expected in case.get("time", []):
        found = overlapping(times, text, expected["words"])
        assert found, f"{expected['words']!r} not found"
        assert expected["words"] in slice_of(text, found[0].span)
        assert {key: getattr(found[0], key) for key in expected.keys() - {"words"}} == {
            key: value for key, value in expected.items() if key != "words"
        }
    for words in case.get("absent", []):
        assert not overlapping(times, text, words), f"{words!r} is no time"
