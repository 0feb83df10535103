from __future__ import annotations

import pytest

import onrecord
from onrecord.knowledge.actor import Actor
from onrecord.knowledge.dated import dated_name, is_within
from onrecord.knowledge.registry import Registry, find_actors


@pytest.mark.parametrize(
    ("alias", "name", "time"),
    [
        ("Zaire@1971/1997", "Zaire", "1971 to 1997"),
        ("Swaziland@/2018", "Swaziland", "until 2018"),
        ("New Name@2017-05/", "New Name", "since 2017-05"),
        ("Plain", "Plain", "always"),
    ],
)
def test_an_alias_says_when_it_was_in_use(alias: str, name: str, time: str) -> None:
    assert (dated_name(alias).name, dated_name(alias).time) == (name, time)


@pytest.mark.parametrize("alias", ["X@", "X@/", "X@1990", "X@soon/later", "X@1990/1991/1992"])
def test_what_is_no_span_is_refused(alias: str) -> None:
    with pytest.raises(ValueError, match="NAME@FROM/UNTIL"):
        dated_name(alias)


def test_both_ends_count_as_exactly_as_they_are_given() -> None:
    assert is_within("1997-12-31", "1971", "1997")
    assert not is_within("1998-01-01", "1971", "1997")
    assert not is_within("2015-02-28", "2015-03", None)


def test_who_bore_a_name_on_a_day_goes_first() -> None:
    old = Actor(id="group/old", name="Old", type="group", aliases=("Front@1990/1999",))
    new = Actor(id="group/new", name="Front", type="group")
    both = Registry([old, new])
    assert [actor.id for actor in both.find("Front")] == ["group/new", "group/old"]
    assert [actor.id for actor in both.find("Front", on="1995-06-01")] == ["group/old", "group/new"]
    assert both.collisions() == {}


def test_a_former_name_is_known_at_any_time() -> None:
    assert [actor.id for actor in find_actors("Swaziland", on="2021-01-01")] == ["state/SZ"]
    assert find_actors("Republic of the Congo", on="1962")[0].id == "state/CD"
    assert find_actors("Republic of the Congo", on="2012")[0].id == "state/CG"


def test_a_link_by_a_former_name_says_so() -> None:
    text = "Swaziland sent troops to the border on Monday."
    now, then = (onrecord.read_text(text, published=day).entities[0].link for day in ("2021-05-03", "2010-05-03"))
    assert now is not None
    assert then is not None
    assert now.registry == then.registry == "state/SZ"
    assert "until 2018" in now.reason
    assert now.score < then.score
