from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.knowledge.gazetteer import country_entry, edits_between, find_places


def test_exact_names_come_with_their_division() -> None:
    raqqa = find_places("Raqqa")[0]
    assert (raqqa.kind, raqqa.country, raqqa.geonames) == ("city", "SY", 172955)
    assert abs(raqqa.lat - 35.95) < 0.1


def test_a_near_spelling_is_found_only_where_asked() -> None:
    assert find_places("Nangrahar", near=False) == []
    found = find_places("Nangrahar")
    assert (found[0].name, found[0].kind, found[0].spelled) == ("Nangarhar", "admin1", False)


def test_countries_come_first() -> None:
    assert [entry.kind for entry in find_places("Georgia")[:2]] == ["country", "admin1"]


def test_regions_and_sites_are_ours() -> None:
    assert find_places("Eastern Ghouta")[0].kind == "region"
    assert find_places("Panmunjom")[0].geonames is None


def test_a_country_by_its_code() -> None:
    france = country_entry("FR")
    assert france is not None
    assert france.kind == "country"
    assert country_entry("ZZ") is None


def test_hostile_names_find_nothing() -> None:
    for name in ("", "   ", "'; DROP TABLE place; --", "x" * 10_000, "\x00", "%", "🙂"):
        assert find_places(name) == []


@given(st.text("abc", max_size=8), st.text("abc", max_size=8))
def test_edits_are_a_distance(one: str, other: str) -> None:
    most = 8
    assert edits_between(one, other, most) == edits_between(other, one, most)
    assert (edits_between(one, other, most) == 0) == (one == other)
    assert edits_between(one, other, most) <= max(len(one), len(other))


def test_too_many_edits_are_not_counted_out() -> None:
    assert edits_between("kandahar", "washington", 2) == 3
