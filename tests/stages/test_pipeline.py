"""The list of stages and what happens when one fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from tests.reports import report_of

from onrecord.stages.pipeline import STAGES, Stage, check_stages, draft_report, read_report

if TYPE_CHECKING:
    from onrecord.stages.draft import Draft


def test_needs_are_given_before() -> None:
    check_stages(STAGES)
    with pytest.raises(ValueError, match="needs \\['moon'\\]"):
        check_stages((Stage("times", ("moon",), lambda _: []),))


def test_a_failing_stage_leaves_a_problem_and_skips_its_dependents() -> None:
    def fail(_: Draft) -> list[object]:
        message = "no ink"
        raise RuntimeError(message)

    stages = (
        Stage("mentions", (), fail),
        Stage("entities", ("mentions",), lambda _: []),
        Stage("times", (), lambda _: []),
    )
    draft = draft_report(report_of("Soldiers left."), stages)
    assert [(p.stage, p.message) for p in draft.problems] == [
        ("mentions", "failed: RuntimeError: no ink"),
        ("entities", "skipped, because mentions failed"),
    ]


def test_a_language_without_lexicon_keeps_its_text() -> None:
    report = msgspec.structs.replace(report_of("Die Soldaten sind abgezogen."), language="de")
    reading = read_report(report)
    assert reading.incomplete
    assert "'de'" in reading.report.problems[0].message
    assert reading.report.text == "Die Soldaten sind abgezogen."
    assert reading.events == []


def test_reading_twice_gives_the_same_bytes() -> None:
    report = report_of("Soldiers attacked the town on Monday, officials said.")
    assert msgspec.json.encode(read_report(report)) == msgspec.json.encode(read_report(report))
