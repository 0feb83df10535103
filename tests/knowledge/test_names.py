from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.knowledge.keys import is_acronym, name_key, sound_key
from onrecord.knowledge.outlets import publisher_country
from onrecord.knowledge.states import demonym_country, seat_country, state_named, state_of, states


@pytest.mark.parametrize(
    ("name", "key"),
    [("N'Djaména", "ndjamena"), ("St. Louis", "saint louis"), ("U.S.", "us"), ("The Hague", "hague"), ("Łódź", "lodz")],
)
def test_names_fold(name: str, key: str) -> None:
    assert name_key(name) == key


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing_more(name: str) -> None:
    assert name_key(name_key(name)) in {name_key(name), name_key(name).removeprefix("the ")}


def test_spellings_of_one_name_sound_alike() -> None:
    assert sound_key("Nangrahar") == sound_key("Nangarhar")
    assert sound_key("Mogadishou") == sound_key("Mogadishu")
    assert sound_key("") == ""


def test_acronyms() -> None:
    assert is_acronym("NATO")
    assert is_acronym("U.S.")
    assert not is_acronym("Nato")
    assert not is_acronym("A")


@pytest.mark.parametrize(
    ("word", "country"),
    [("Russian", "RU"), ("Afghans", "AF"), ("U.S.", "US"), ("South Sudanese", "SS"), ("Danes", "DK"),
     ("British", "GB"), ("us", None), ("table", None)],
)  # fmt: skip
def test_demonyms(word: str, country: str | None) -> None:
    assert demonym_country(word) == country


@pytest.mark.parametrize(
    ("name", "country"), [("Moscow", "RU"), ("the Kremlin", "RU"), ("White House", "US"), ("Springfield", None)]
)
def test_seats(name: str, country: str | None) -> None:
    assert seat_country(name) == country


def test_a_short_name_is_a_state_in_capitals_only() -> None:
    assert state_named("CAR") is not None
    assert state_named("car") is None


def test_a_state_of_the_past_has_its_heir() -> None:
    union = state_named("Soviet Union")
    assert union is not None
    assert (union.iso2, union.valid_until) == ("RU", "1991")
    assert state_of("RU") is not union


def test_codes_of_present_states_are_unique() -> None:
    present = [state for state in states() if state.valid_until is None]
    for codes in ([s.iso2 for s in present], [s.iso3 for s in present], [s.cow for s in present if s.cow]):
        assert len(codes) == len(set(codes))


@pytest.mark.parametrize(
    ("name", "host", "country"),
    [
        (None, "www.dawn.com", "PK"), (None, "news.bbc.co.uk", "GB"), (None, "paper.example.gh", "GH"),
        ("Kommersant", None, "RU"), (None, None, None), (None, "site.example.tv", None),
    ],
)  # fmt: skip
def test_where_an_outlet_sits(name: str | None, host: str | None, country: str | None) -> None:
    assert publisher_country(name, host) == country
