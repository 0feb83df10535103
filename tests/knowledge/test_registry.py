from __future__ import annotations

import pytest

from onrecord.knowledge.actor import Actor
from onrecord.knowledge.check import check_registry
from onrecord.knowledge.phrases import link_phrase
from onrecord.knowledge.registry import Registry, find_actors, registry


def first(name: str) -> str | None:
    found = find_actors(name)
    return found[0].id if found else None


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("ISIS Khorasan", "group/is-khorasan"), ("Isis", "group/islamic-state"), ("the Taliban", "group/taliban"),
        ("taleban", "group/taliban"), ("K.G.B.", "organ/RU/kgb"), ("Nato", "igo/nato"), ("WHO", "igo/who"),
        ("who", None),
        ("US", "state/US"), ("us", None), ("Burma", "state/MM"), ("Vladimir Putin", "person/vladimir-putin"),
        ("Moon", None), ("JEM", "group/jem"), ("Nobody at All", None),
    ],
)  # fmt: skip
def test_names_are_found(name: str, identity: str | None) -> None:
    assert first(name) == identity


def test_the_shipped_registry_is_in_order() -> None:
    assert check_registry(registry()) == []


def test_a_check_says_what_is_wrong() -> None:
    broken = Registry([
        Actor(id="x", name="May", type="party", country="ZZ", sector="NOPE", wikidata="12", source=""),
        Actor(id="group/y", name="Twin", type="group"),
        Actor(id="group/z", name="twin", type="group"),
        Actor(id="group/z", name="Other", type="group"),
    ])  # fmt: skip
    problems = "\n".join(check_registry(broken))
    for word in (
        "'group/z' stands 2 times",
        "form kind/name",
        "'ZZ'",
        "'NOPE'",
        "'12'",
        "licence",
        "common word",
        "'twin'",
    ):
        assert word in problems


def test_the_version_follows_the_content() -> None:
    one = Registry([Actor(id="group/y", name="Twin", type="group")])
    same = Registry([Actor(id="group/y", name="Twin", type="group")])
    other = Registry([Actor(id="group/y", name="Twin", type="group", country="RU")])
    assert one.version == same.version != other.version


@pytest.mark.parametrize(
    ("phrase", "country", "sector", "cameo"),
    [
        ("the Afghan defense minister", "AF", "GOV", "AFGGOV"), ("a Turkish court", "TR", "JUD", "TURJUD"),
        ("The Government of Austria", "AT", "GOV", "AUTGOV"), ("Miners at a pit in Peru", "PE", "LAB", "PERLAB"),
        ("Taliban militants", "AF", "REB", "AFGREBTAL"), ("Putin", "RU", "GOV", "RUSGOV"),
        ("South Sudanese rebels", "SS", "REB", "SSDREB"), ("Moscow", "RU", "GOV", "RUS"),
        ("protesters", None, "CVL", "CVL"), ("President Macron of France", "FR", "GOV", "FRAGOV"),
    ],
)  # fmt: skip
def test_phrases_are_composed(phrase: str, country: str | None, sector: str, cameo: str) -> None:
    link = link_phrase(phrase)
    assert link is not None
    assert (link.country, link.sector, link.cameo) == (country, sector, cameo)
    assert link.reason
    assert 0 < link.score <= 1


def test_a_phrase_of_nothing_known_is_not_linked() -> None:
    assert link_phrase("the wooden table") is None
    assert link_phrase("") is None
