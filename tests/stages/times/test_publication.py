"""What the text says of its own date, and how a bound on it carries over to other times."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec import structs
from tests.reports import report_of

from onrecord.model import Published
from onrecord.stages.pipeline import STAGES, draft_report

if TYPE_CHECKING:
    from onrecord.stages.draft import Draft

NEEDED = {"syntax", "time_expressions", "published", "times"}


def read(text: str, published: Published | None = None) -> Draft:
    report = report_of(text)
    if published is not None:
        report = structs.replace(report, published=published)
    return draft_report(report, tuple(stage for stage in STAGES if stage.gives in NEEDED))


def published(text: str, known: Published | None = None) -> Published:
    found = read(text, known).published
    assert found is not None
    return found


@pytest.mark.parametrize(
    "text",
    [
        "OSLO, June 13, 2017 (Agency) — Five ferries collided on Tuesday.",
        "Published June 13, 2017\nFive ferries collided on Tuesday.",
        "13 June 2017\nFive ferries collided on Tuesday.",
    ],
)
def test_a_dateline_fixes_the_day(text: str) -> None:
    found = published(text)
    assert (found.value, found.basis) == ("2017-06-13", "text")
    assert found.evidence in text


def test_an_update_bounds_from_above() -> None:
    found = published("Updated June 13, 2017\nFive ferries collided.")
    assert (found.value, found.earliest, found.latest) == (None, None, "2017-06-13")


def test_the_newest_past_date_bounds_from_below() -> None:
    found = published("The league was founded in 1998. It moved to Bergen in June 2015.")
    assert (found.value, found.earliest, found.latest) == (None, "2015-06-01", None)
    assert found.evidence == "June 2015"


def test_a_date_to_come_bounds_nothing() -> None:
    assert published("The summit will be held on May 2, 2031 in Oslo.") == Published()


def test_what_the_reader_knows_stands() -> None:
    given = Published(value="2016-01-01", earliest="2016-01-01", latest="2016-01-01", basis="given")
    assert published("OSLO, June 13, 2017 — Five ferries collided.", given) == given
    shot = Published(earliest="2017-06-19", basis="inferred", evidence="shot.png")
    assert published("The league was founded in 1998.", shot) == shot


def test_a_picture_on_the_page_dates_months_near_it_but_no_weekday() -> None:
    shot = Published(earliest="2017-06-19", basis="inferred", evidence="Screen Shot 2017-06-19.png")
    times = read("On Thursday he spoke of a raid on May 28. It had been planned in April.", shot).times
    assert [(time.value, time.earliest, time.latest) for time in times] == [
        ("XXXX-WXX-4", "2017-06-15", None),
        ("2017-05-28", "2017-05-28", "2017-05-28"),
        ("2017-04", "2017-04-01", "2017-04-30"),
    ]


def test_an_interval_of_publication_gives_an_interval() -> None:
    week = Published(earliest="2018-05-01", latest="2018-05-08")
    times = read("The convoy left on Thursday. It had formed last year.", week).times
    assert [(time.value, time.earliest, time.latest) for time in times] == [
        ("XXXX-WXX-4", "2018-04-26", "2018-05-03"),
        ("2017", "2017-01-01", "2017-12-31"),
    ]
