"""Events of a whole report: which mentions are one event, and what each event is tied to."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reports import report_of

from onrecord.model import Reading, slice_of
from onrecord.stages.events.happenings import QUADS
from onrecord.stages.pipeline import read_report


def read(text: str, published: str | None = None) -> Reading:
    return read_report(report_of(text, published))


def triggers(reading: Reading) -> list[list[str]]:
    return [[slice_of(reading.report.text, span) for span in event.trigger] for event in reading.events]


def names(reading: Reading, ids: list[str]) -> list[str]:
    return sorted(entity.name for entity in reading.entities if entity.id in ids)


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Rebels attacked Kunduz, killing nine policemen.", [["attacked", "killing"]]),
        ("Nine policemen were killed in the clashes.", [["killed", "clashes"]]),
        ("The U.S. airstrike killed two commanders.", [["airstrike", "killed"]]),
        ("Norway expelled two envoys. The expulsion surprised Iran.", [["expelled", "expulsion"]]),
        ("A bomb exploded in Basra, killing 12 men. The attack stunned Chad.", [["exploded", "killing", "attack"]]),
        ("Nine people were killed when a car bomb exploded in Basra.", [["killed", "exploded"]]),
        ("Rebels executed Ahmed Khan in Kunduz. Khan was killed at dawn.", [["executed", "killed"]]),
        ("Turkey expelled two envoys. President Erdogan expelled the envoys on Friday.", [["expelled", "expelled"]]),
        ("Chad imposed sanctions on Iran. The sanctions hit banks.", [["imposed sanctions", "sanctions"]]),
        ("Gunmen shot dead the mayor of Derna. The assassination stunned Chad.", [["shot dead", "assassination"]]),
        ("Chad welcomed and praised the ceasefire.", [["welcomed", "praised"], ["ceasefire"]]),
    ],
)
def test_one_event_of_several_mentions(text: str, mentions: list[list[str]]) -> None:
    found = triggers(read(text))
    for wanted in mentions:
        assert any(all(any(word in said for said in event) for word in wanted) for event in found), found


@pytest.mark.parametrize(
    "text",
    [
        "Israel attacked Gaza on Monday. Israel attacked Lebanon on Friday.",
        "Gunmen killed a judge in Tripoli. Gunmen killed a priest in Beirut.",
        "Israel attacked Egypt. Israel attacked Lebanon.",
        "Gunmen killed two judges in Tripoli. Another attack wounded a priest.",
        "Nine soldiers were killed in the offensive.",
        "France expelled two envoys. Russia expelled three envoys.",
    ],
)
def test_other_sides_places_or_times_are_other_events(text: str) -> None:
    assert len(read(text).events) == 2


def test_participants_behind_the_words() -> None:
    for text, actors, recipients in (
        ("The monk was detained by soldiers on Sunday, beaten and deported to Chad.", {"soldiers"}, {"The monk"}),
        ("British officers searched an Aeroflot jet.", {"British officers"}, {"Aeroflot"}),
        ("Hundreds marched against President Assad's rule.", {"Hundreds"}, {"President Assad"}),
        ("NAIROBI, March 12 (Agency) - Gunmen attacked six soldiers.", {"Gunmen"}, {"six soldiers"}),
        ("The minister criticised Moscow.", {"The minister"}, {"Moscow"}),
        ("The rebels denied the attack.", set(), set()),
        ("No group claimed responsibility for the bombing.", set(), set()),
    ):
        events = read(text).events
        assert events, text
        for event in events:
            assert {slice_of(text, actor.span) for actor in event.actors} == actors, text
            assert {slice_of(text, one.span) for one in event.recipients} == recipients, text


def test_an_airstrike_that_may_have_killed_is_two_events() -> None:
    found = triggers(read("The airstrike on Raqqa may have killed a commander."))
    assert ["killed"] in found


def test_who_where_when_how_many() -> None:
    reading = read("Boko Haram militants attacked a village in Borno on Tuesday, killing 12 people.", "2018-04-05")
    (event,) = reading.events
    assert (event.type, event.quad) == ("ASSAULT", 4)
    assert len(event.actors) == 1
    assert [place.name for place in reading.places if place.id in event.places] == ["Borno"]
    assert [time.value for time in reading.times if time.id == event.time] == ["2018-04-03"]
    assert [figure.value for figure in reading.figures if figure.id == event.killed] == [12]


def test_the_time_of_saying_is_not_the_events() -> None:
    (event,) = read("Officials said on Monday that rebels attacked the town.", "2018-04-05").events
    assert event.time is None


def test_the_place_of_an_attacked_city_is_that_city() -> None:
    reading = read("Syrian jets bombed Aleppo.")
    (event,) = reading.events
    assert [place.name for place in reading.places if place.id in event.places] == ["Aleppo"]


def test_a_death_alone_is_no_event() -> None:
    assert read("The death of the poet saddened Chile.").events == []


def test_war_without_parties_counts_only_beside_a_sure_event() -> None:
    assert read("She wrote about war.").events == []
    assert len(read("The war widened. Rebels attacked Homs.").events) == 2


WORDS = [
    "Russia", "attacked", "threatened", "to", "talks", "with", "the", "rebels", "killing", "12", "said", ",", ".",
    "on", "Friday", "in", "Kabul", "was", "by", "attack", "of", "\n", "“", "protest",
]  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_words_give_well_formed_events(words: list[str]) -> None:
    text = " ".join(words)
    reading = read(text)
    assert reading.report.problems == []
    entities = {entity.id for entity in reading.entities}
    for event in reading.events:
        assert all(slice_of(text, span).strip() for span in event.trigger)
        assert all(one[0] < other[0] for one, other in pairwise(event.trigger))
        assert {who.entity for who in (*event.actors, *event.recipients)} <= entities
        assert event.quad == QUADS.get(event.type)
        assert not {who.entity for who in event.actors} & {who.entity for who in event.recipients}
    assert read(text) == reading
