from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs
from tests.reports import report_of

from onrecord.model import slice_of
from onrecord.stages.draft import Draft
from onrecord.stages.pipeline import draft_report, read_report
from onrecord.stages.places.found import ToponymFound
from onrecord.stages.places.resolve import resolve_places
from onrecord.stages.tokens import Token

NAMES = ["Paris", "London", "Raqqa", "Springfield", "Georgia", "Xqzv", "Lake Nowhere", "St. Louis", "Nangrahar", "U.S."]


def resolved(text: str, *names: str, url: str | None = None) -> list[tuple[str, str | None]]:
    draft = Draft(structs.replace(report_of(text), url=url))
    for name in names:
        head = Token()
        head.i, head.children = -1, []
        start = text.index(name)
        draft.toponyms.append(ToponymFound(rule="t", reason="t", span=(start, start + len(name)), head=head, name=name))
    return [(place.kind, place.country) for place in resolve_places(draft)]


def test_a_name_no_gazetteer_knows_stays_without_coordinates() -> None:
    draft = draft_report(report_of("The men met in Qxanthuwe, near Mosul, in Iraq."))
    place = next((place for place in draft.places if place.name == "Qxanthuwe"), None)
    assert place is not None
    assert place.lat is None
    assert place.country == "IQ"
    assert "not in the gazetteer" in (place.reason or "")


def test_a_kind_word_decides_between_city_and_division() -> None:
    assert resolved("in Kandahar province", "Kandahar") == [("admin1", "AF")]
    assert resolved("the city of Kandahar", "Kandahar") == [("city", "AF")]


def test_an_outlet_named_after_a_town_means_that_town() -> None:
    assert resolved("The Paris council met", "Paris", url="http://theparisnews.com/a") == [("city", "US")]
    assert resolved("The Paris council met", "Paris", url="http://www.lemonde.fr/a") == [("city", "FR")]


def test_a_broken_address_does_no_harm() -> None:
    assert resolved("The Paris council met", "Paris", url="http://[broken") == [("city", "FR")]


def test_an_adjective_given_as_a_toponym_is_its_country() -> None:
    assert resolved("Afghan and African leaders", "Afghan", "African") == [("country", "AF"), ("region", None)]


def test_two_towns_of_one_name_are_kept_apart() -> None:
    text = "Fairs were held in Paris, Texas, and in Paris, France."
    places = [place for place in read_report(report_of(text)).places if place.name == "Paris"]
    assert [place.country for place in places] == ["US", "FR"]


def test_a_name_that_acts_is_the_seat_of_its_government() -> None:
    reading = read_report(report_of("Moscow denied the report. The minister flew from Moscow to Kabul."))
    acting, starting = [place for place in reading.places if place.name == "Moscow"]
    governments = {entity.id for entity in reading.entities if entity.type == "government"}
    assert acting.seat in governments
    assert starting.seat is None


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=8))
def test_every_toponym_gets_one_place_and_order_does_not_matter(names: list[str]) -> None:
    text = ", ".join(names)
    draft = Draft(report_of(text))
    position = 0
    for name in names:
        head = Token()
        head.i, head.children = -1, []
        span = (position, position + len(name))
        draft.toponyms.append(ToponymFound(rule="t", reason="t", span=span, head=head, name=name))
        position += len(name) + 2
    places = resolve_places(draft)
    assert [slice_of(text, place.span) for place in places] == names
    assert all(0 <= place.score <= 1 for place in places)
    assert places == resolve_places(draft)
