from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.model import Published, Time
from onrecord.stages.factuality.background import is_background, reference_date
from onrecord.stages.factuality.commitment import commitment
from onrecord.stages.factuality.tense import tense_by_date, tense_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.stages.draft import Draft

TENSES = [
    ("The army *attacked the port.", "past"),
    ("The army has *attacked the port.", "past"),
    ("The army is *attacking the port.", "present"),
    ("The army has been *attacking the port.", "present"),
    ("The army *holds the port.", "present"),
    ("The port was *attacked by the army.", "past"),
    ("The port is being *attacked by the army.", "present"),
    ("The army will *attack the port.", "future"),
    ("The men *killed in the port were sailors.", "past"),
    ("The king will mourn the *attack.", "past"),
    ("The army will launch an *attack.", "future"),
]


@pytest.mark.parametrize(("marked", "tense"), TENSES, ids=[text for text, _ in TENSES])
def test_tense_of_the_verb_group(parsed: Callable[[str], Draft], marked: str, tense: str) -> None:
    token = parsed(marked.replace("*", "")).syntax.at(marked.index("*"))
    assert token is not None
    _, top = commitment(token)
    assert tense_of(token, top) == tense


def day(value: str, last: str | None = None) -> Time:
    return Time(id="t1", span=(0, 4), type="DATE", value=value, earliest=value, latest=last or value)


def test_date_decides_tense() -> None:
    published = Published(value="2018-05-03")
    assert tense_by_date(day("2018-05-01"), published) == "past"
    assert tense_by_date(day("2018-06-01"), published) == "future"
    assert tense_by_date(day("2018-05-03"), published) is None
    assert tense_by_date(day("2018-05-01"), Published()) is None


def test_date_against_bounds_of_publication() -> None:
    published = Published(earliest="2018-05-03", latest="2018-05-09")
    assert tense_by_date(day("2018-05-05"), published) is None
    assert tense_by_date(day("2018-05-10"), published) == "future"


@pytest.mark.parametrize(
    ("time", "leads", "expected"),
    [
        (day("2018-04-02"), False, True),
        (day("2018-04-03"), False, False),
        (day("2018-04-02"), True, False),
        (day("2017-01-01", "2017-12-31"), False, True),
        (day("1967-01-01", "1967-12-31"), True, True),
        (None, False, False),
    ],
)
def test_background_ended_long_before(time: Time | None, *, leads: bool, expected: bool) -> None:
    assert is_background(time, "2018-05-03", leads=leads, dated=True) is expected


def test_background_needs_a_date_to_stand_on() -> None:
    assert not is_background(day("1967-01-01"), None, leads=False, dated=True)


def test_reference_is_the_latest_date_told_in_the_past(parsed: Callable[[str], Draft]) -> None:
    text = "In 2009 the army left. In 2015 it came back. By 2030 it will rebuild the fort."
    draft = parsed(text)
    draft.times = [
        Time(id=word, span=(text.index(word), text.index(word) + 4), type="DATE", earliest=f"{word}-01-01")
        for word in ("2009", "2015", "2030")
    ]
    assert reference_date(draft, Published()) == "2015-01-01"
    assert reference_date(draft, Published(earliest="2016-01-01")) == "2016-01-01"


def test_a_whole_year_is_history_where_the_report_is_not_dated() -> None:
    year = Time(id="t1", span=(0, 4), type="DATE", value="2009", earliest="2009-01-01", latest="2009-12-31")
    assert is_background(year, "2009-01-01", leads=False, dated=False)
    assert not is_background(year, "2009-06-01", leads=False, dated=True)
