from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import onrecord
from onrecord.stages.places.weighing import weigh_place

if TYPE_CHECKING:
    from onrecord.model import Reading

TEXT = (
    "PARIS, Texas (Example Wire) - Islamic State in Khorasan said on Monday that its fighters had left Jalalabad. "
    "Angela Merkel spoke in Paris, Texas. The mayor of Xqzvville, Bob Tarr, was there. Police in Dallas said nothing."
)


@pytest.fixture(scope="module")
def reading() -> Reading:
    return onrecord.read_text(TEXT, published="2020-05-01")


def explained(reading: Reading, identity: str) -> onrecord.Explanation:
    return onrecord.explain(reading, identity)[0]


def test_the_candidates_of_a_place_come_best_first_and_add_up(reading: Reading) -> None:
    for place in reading.places:
        weighed = weigh_place(reading, place)
        scores = [one.score for one in weighed]
        assert scores == sorted(scores, reverse=True)
        for one in weighed:
            assert one.score == pytest.approx(sum(weight for _, weight in one.features))


def test_the_first_candidate_is_the_place_of_the_record(reading: Reading) -> None:
    places = [place for place in reading.places if place.lat is not None]
    assert places
    for place in places:
        assert f"({place.kind}" in weigh_place(reading, place)[0].words
        assert str(place.country or "") in weigh_place(reading, place)[0].words


def test_a_place_is_explained_with_its_features(reading: Reading) -> None:
    paris = next(place for place in reading.places if place.name == "Paris")
    lines = dict(explained(reading, paris.id).parts)
    assert "Texas, US" in lines["1."]
    assert "where the text says it lies +6.00" in lines["1."]
    assert "where the text says it lies -3.00" in lines["2."]


def test_a_link_is_explained_with_its_candidates(reading: Reading) -> None:
    group = next(entity for entity in reading.entities if entity.type == "armed_group" and entity.link)
    lines = dict(explained(reading, group.id).parts)
    assert lines["link"].startswith("group/is-khorasan")
    assert "group/is-khorasan" in lines["1."]
    assert lines["1."].endswith("chosen")
    assert "group/islamic-state" in lines["2."]


def test_what_is_not_linked_says_so(reading: Reading) -> None:
    bob = next(entity for entity in reading.entities if entity.name == "Bob Tarr")
    assert explained(reading, bob.id).parts == [("link", "not in the registry")]


def test_explaining_changes_no_record(reading: Reading) -> None:
    before = onrecord.read_text(TEXT, published="2020-05-01")
    for identity in [*(entity.id for entity in reading.entities), *(place.id for place in reading.places)]:
        onrecord.explain(reading, identity)
    assert reading == before
