from __future__ import annotations

import pytest

from onrecord.knowledge.linking import link_entity
from onrecord.knowledge.phrases import link_phrase


def test_a_person_is_linked_by_full_name() -> None:
    link = link_entity(["Angela Merkel"], "person", None, set())
    assert link is not None
    assert link.actor is not None
    assert (link.actor.id, link.country) == ("person/angela-merkel", "DE")


def test_a_surname_needs_its_country_in_the_report() -> None:
    assert link_entity(["Merkel"], "person", None, {"FR"}) is None
    link = link_entity(["Merkel"], "person", None, {"DE"})
    assert link is not None
    assert "DE is in the report" in link.reason


def test_a_person_of_another_country_is_another_person() -> None:
    assert link_entity(["Angela Merkel"], "person", "BR", {"DE"}) is None


def test_a_longer_name_gives_country_and_sector() -> None:
    link = link_entity(["Russian Foreign Ministry"], "government", None, set())
    assert link is not None
    assert (link.actor, link.country, link.sector) == (None, "RU", "GOV")


def test_fighters_of_a_known_group_are_that_group() -> None:
    link = link_entity(["Boko Haram insurgents"], "armed_group", None, set())
    assert link is not None
    assert link.actor is not None
    assert link.actor.id == "group/boko-haram"


def test_nothing_known_is_not_linked() -> None:
    assert link_entity(["the wooden table"], "other", None, set()) is None
    assert link_entity([], "person", None, {"US"}) is None


@pytest.mark.parametrize(
    ("phrase", "country"),
    [
        ("South Sudanese troops", "SS"),
        ("North Korean officials", "KP"),
        ("Equatorial Guinean police", "GQ"),
        ("Papua New Guinean police", "PG"),
        ("Central African soldiers", "CF"),
        ("South African police", "ZA"),
        ("Dominican police", "DO"),
    ],
)
def test_the_longest_people_wins(phrase: str, country: str) -> None:
    link = link_phrase(phrase)
    assert link is not None
    assert link.country == country


@pytest.mark.parametrize(
    ("phrase", "actor"),
    [
        ("Islamic State in Khorasan fighters", "group/is-khorasan"),
        ("ISIS Khorasan militants", "group/is-khorasan"),
        ("Islamic State West Africa Province fighters", "group/is-west-africa"),
        ("al-Qaeda in the Arabian Peninsula fighters", "group/aqap"),
        ("Islamic State fighters in Syria", "group/islamic-state"),
    ],
)
def test_the_longest_alias_wins(phrase: str, actor: str) -> None:
    link = link_phrase(phrase)
    assert link is not None
    assert link.actor is not None
    assert link.actor.id == actor


def test_a_ministry_of_defence_is_a_civil_organ_of_the_military_sector() -> None:
    link = link_entity(["Ministry of Defence"], "government", "GB", set())
    assert link is not None
    assert link.actor is not None
    assert (link.actor.type, link.sector) == ("government", "MIL")
    composed = link_phrase("Peruvian defence ministry")
    assert composed is not None
    assert (composed.country, composed.sector) == ("PE", "MIL")
