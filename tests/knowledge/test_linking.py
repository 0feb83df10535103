from __future__ import annotations

from onrecord.knowledge.linking import link_entity


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
