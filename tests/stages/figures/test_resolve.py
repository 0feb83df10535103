"""Figures tied to entities, places, times and statements; figures for events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.reports import report_of

from onrecord.model import slice_of
from onrecord.stages.figures.outcome import outcome_of
from onrecord.stages.figures.resolve import figure_at
from onrecord.stages.pipeline import STAGES, read_report

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.stages.draft import Draft


def test_figures_come_before_events() -> None:
    order = [stage.gives for stage in STAGES]
    assert order.index("statements") < order.index("figures") < order.index("happenings")


def test_as_of_is_the_time_beside_it() -> None:
    reading = read_report(report_of("The garrison had 900 gunners in 2011."))
    assert reading.figures[0].as_of == reading.times[0].id


def test_the_report_itself_gives_what_stands_in_no_statement() -> None:
    text = "The ministry said that 40 miners died. The pit employs 900 people."
    figures = read_report(report_of(text)).figures
    assert [(slice_of(text, figure.span), figure.statement) for figure in figures] == [
        ("40 miners", "s1"),
        ("900 people", None),
    ]


def test_of_is_the_entity_counted() -> None:
    text = "The rebels sent 300 fighters to Bergen."
    reading = read_report(report_of(text))
    counted = next(entity for entity in reading.entities if entity.id == reading.figures[0].of)
    assert any("fighters" in slice_of(text, mention.span) for mention in counted.mentions)


def test_figure_at_a_number() -> None:
    figures = read_report(report_of("The blast killed 12 clerks.")).figures
    assert figure_at(figures, (17, 19)) == figures[0]
    assert figure_at(figures, (0, 3)) is None


def test_outcomes(parsed: Callable[[str], Draft]) -> None:
    tokens = {token.text: token for token in parsed("The blast killed 12 clerks. Nine guards died.").syntax.tokens}
    assert outcome_of(tokens["clerks"]) == "killed"
    assert outcome_of(tokens["guards"]) == "killed"
    assert outcome_of(tokens["blast"]) is None
