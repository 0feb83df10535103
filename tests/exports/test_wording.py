"""Amounts, dates and certainty in words."""

from __future__ import annotations

import pytest
from tests.exports.sample import sample

from onrecord.exports.amounts import figure_words
from onrecord.exports.certainty import CERTAINTY, holder_words
from onrecord.exports.dates import published_words, range_words
from onrecord.exports.happening import put_in_words
from onrecord.exports.view import View
from onrecord.model import Figure, Published


def figure(**fields: object) -> Figure:
    return Figure(id="f1", span=(0, 1), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (figure(value=3000, low=2700, high=3300, qualifier="about", unit="fighters"), "≈ 3,000 fighters"),
        (figure(value=300, low=300, qualifier="at_least", unit="men"), "≥ 300 men"),
        (figure(value=100000, low=100001, qualifier="more_than", unit="troops"), "> 100,000 troops"),
        (figure(value=5, high=4, qualifier="less_than"), "< 5"),
        (figure(low=200, high=999, qualifier="between", unit="recruits", conventional=True), "200–999 recruits"),
        (
            figure(value=8400, low=8400, high=8400, unit="troops", change_from=100000, direction="down"),
            "8,400 troops (down from 100,000)",
        ),
        (figure(value=1.5, low=1.5, high=1.5, unit="USD"), "$1.5"),
        (figure(value=600_000_000, qualifier="about", unit="USD"), "≈ $600 million"),
        (figure(value=2_345_678, unit="people"), "2,345,678 people"),
        (figure(value=2_500_000_000, qualifier="more_than", unit="EUR"), "> €2.5 billion"),
        (figure(low=20, qualifier="at_least"), "≥ 20"),
        (figure(), "?"),
    ],
)
def test_a_figure_keeps_its_doubt(made: Figure, said: str) -> None:
    assert figure_words(made) == said


@pytest.mark.parametrize(
    ("earliest", "latest", "said"),
    [
        ("2017-05-28", "2017-05-28", "28 May 2017"),
        ("2017-05-01", "2017-05-31", "May 2017"),
        ("1998-01-01", "1998-12-31", "1998"),
        ("1995-01-01", "1999-12-31", "1995–1999"),
        ("2017-06-15", "2017-06-19", "15 June 2017 – 19 June 2017"),
        ("2017-06-19", None, "19 June 2017 or later"),
        (None, "2017", "2017 or earlier"),
        (None, None, ""),
        ("soon", "2017-99-01", "soon – 2017-99-01"),
    ],
)
def test_an_interval_is_said_as_exactly_as_it_is_known(earliest: str | None, latest: str | None, said: str) -> None:
    assert range_words(earliest, latest) == said


def test_an_unknown_publication_is_said_to_be_unknown() -> None:
    assert published_words(Published()) == "date not known"
    assert published_words(Published(earliest="2017-06-19", basis="inferred")) == "19 June 2017 or later (inferred)"


def test_each_value_has_its_own_line_and_its_own_words() -> None:
    assert len({one.line for one in CERTAINTY.values()}) == len(CERTAINTY)
    assert len({one.sign for one in CERTAINTY.values()}) == len(CERTAINTY)
    assert len({one.holder for one in CERTAINTY.values()}) == len(CERTAINTY)


def test_not_confirming_is_said_in_its_own_words() -> None:
    assert holder_words("Uu", "have not confirmed") == "does not confirm it"
    assert holder_words("Uu", "threatened") == "leaves it open"


def test_an_event_says_who_whom_where_when_and_how_many() -> None:
    view = View(sample())
    said = put_in_words(view.reading.events[0], view)
    assert said.parties == "Rebels → dockers"
    assert said.circumstances == ["Port Amal, Somalia", "3 May 2024", "≈ 30 dockers killed"]
    assert [(one.tag.label, one.words) for one in said.commitments] == [
        ("the report", "not committed"),
        ("two officials", "says so"),
        ("Coast Front", "denies it"),
    ]


def test_a_denial_by_a_source_does_not_strike_out_the_words() -> None:
    view = View(sample())
    assert put_in_words(view.reading.events[0], view).certainty.line == "open"


def test_people_without_a_name_are_anonymous_and_a_group_with_one_is_not() -> None:
    view = View(sample())
    officials, front, _ = (view.source_tags(statement)[0] for statement in view.reading.statements)
    assert officials.anonymous
    assert officials.reason == "because talks go on"
    assert not front.anonymous
