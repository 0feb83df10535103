from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from msgspec import structs
from tests.reports import report_of

import onrecord
from onrecord.errors import DataError
from onrecord.knowledge.overlay import Merge, Overlay, apply_overlays, read_overlay
from onrecord.knowledge.registry import Registry, registry
from onrecord.knowledge.relink import registry_with, relink
from onrecord.knowledge.writing import actors_csv, overlay_text
from onrecord.model import Entity, Link, Mention, Reading

if TYPE_CHECKING:
    from pathlib import Path

RIVER = """
[[actor]]
id = "group/river-front"
name = "River Front"
type = "armed_group"
country = "NG"
aliases = ["RF-1"]
"""


def laid(tmp_path: Path, text: str, name: str = "mine.toml") -> Registry:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return apply_overlays(registry(), [(str(file), read_overlay(file))])


def test_an_actor_is_added_with_its_source(tmp_path: Path) -> None:
    actor = laid(tmp_path, RIVER).find("river front")[0]
    assert (actor.id, actor.country) == ("group/river-front", "NG")
    assert actor.source.endswith("mine.toml")


def test_an_edit_changes_what_it_gives_and_keeps_the_rest(tmp_path: Path) -> None:
    changed = laid(tmp_path, '[[actor]]\nid = "group/taliban"\naliases = ["Emirate forces"]\nsector = "GOV"')
    actor = changed.get("group/taliban")
    assert actor is not None
    assert (actor.sector, actor.country) == ("GOV", "AF")
    assert {"Emirate forces", "Taleban"} <= set(actor.aliases)
    assert changed.version != registry().version


def test_a_merge_moves_names_and_old_ids_still_lead_there(tmp_path: Path) -> None:
    merged = laid(tmp_path, '[[merge]]\nfrom = "group/is-sinai"\ninto = "group/islamic-state"')
    assert merged.find("Wilayat Sinai")[0].id == "group/islamic-state"
    assert merged.get("group/is-sinai") == merged.get("group/islamic-state")


def test_a_removed_actor_is_gone(tmp_path: Path) -> None:
    assert laid(tmp_path, '[[remove]]\nid = "group/is-sinai"').find("Wilayat Sinai") == []


def test_a_table_is_an_overlay_too(tmp_path: Path) -> None:
    text = "id,name,type,country,aliases\ngroup/hill,Hill Guard,armed_group,KE,Guards of the Hill;HG-2\n"
    assert laid(tmp_path, text, "mine.csv").find("Guards of the Hill")[0].id == "group/hill"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[actor]\n", "line 1"),
        ('[[actor]]\nname = "X"', "no id"),
        ('[[actor]]\nid = "group/x"\nname = "Xo Front"\ntype = "army"', "type"),
        ('[[actor]]\nid = "group/x"\nname = "Xo Front"\ntype = "group"\ncolour = "red"', "colour"),
        (
            '[[actor]]\nid = "group/x"\nname = "Xo Front"\ntype = "group"\naliases = ["may"]',
            "line 1: group/x.*900 times",
        ),
        ('\n[[remove]]\nid = "group/ttp"\n[[remove]]\nid = "group/none"', "line 4: remove"),
        ('[[actor]]\nid = "group/x"\nname = "Xo Front"\ntype = "group"\naliases = ["Xo@then"]', "NAME@FROM/UNTIL"),
        ('[[merge]]\nfrom = "group/none"\ninto = "group/taliban"', "group/none"),
        ('[[merge]]\nfrom = "group/taliban"\ninto = "group/taliban"', "circle"),
        ('[[remove]]\nid = "group/none"', "group/none"),
        ("[[colour]]\nx = 1", "colour"),
    ],
)
def test_what_does_not_fit_is_refused_with_the_reason(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(DataError, match=said):
        laid(tmp_path, text)


def test_merges_in_a_circle_are_refused() -> None:
    circle = Overlay(merge=[Merge(old="group/ttp", into="group/taliban"), Merge(old="group/taliban", into="group/ttp")])
    with pytest.raises(DataError, match="circle"):
        apply_overlays(registry(), [("mine", circle)])


def test_a_short_row_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="line 2"):
        laid(tmp_path, "id,name,type\ngroup/x,X\n", "mine.csv")


def test_a_file_that_is_not_there_or_not_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError):
        read_overlay(tmp_path / "none.toml")
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DataError):
        read_overlay(tmp_path / "bytes.toml")


def test_what_is_written_reads_back(tmp_path: Path) -> None:
    overlay = Overlay(
        actor=[{"id": "group/x", "name": 'Quote " Front', "type": "group", "aliases": ["Ünï", "b\\c"]}],
        merge=[Merge(old="group/ttp", into="group/taliban")],
    )
    file = tmp_path / "out.toml"
    file.write_text(overlay_text(overlay), encoding="utf-8")
    again = read_overlay(file)
    assert (again.actor, again.merge) == (overlay.actor, overlay.merge)


def test_the_export_is_an_overlay_of_the_same_registry(tmp_path: Path) -> None:
    small = Registry(registry().actors[:5])
    file = tmp_path / "all.csv"
    file.write_text(actors_csv(small.actors), encoding="utf-8")
    again = apply_overlays(Registry([]), [(str(file), read_overlay(file))])
    assert [actor.id for actor in again.actors] == [actor.id for actor in small.actors]


def test_an_overlay_changes_links_never_spans(tmp_path: Path) -> None:
    text = "The River Front took the bridge."
    mention = Mention(span=(4, 15), form="name")
    entity = Entity(id="e1", type="organisation", name="River Front", mentions=[mention], country="US")
    reading = Reading(report=report_of(text), entities=[entity])
    mine = laid(tmp_path, RIVER)
    linked = relink(reading, mine).entities[0]
    assert linked.link is not None
    assert (linked.link.registry, linked.link.version, linked.country) == ("group/river-front", mine.version, "NG")
    assert linked.mentions == entity.mentions
    back = relink(relink(reading, mine), registry()).entities[0]
    assert back.link is None


def linked(entity: Entity, text: str, mine: Registry) -> Entity:
    return relink(Reading(report=report_of(text), entities=[entity]), mine).entities[0]


def test_what_the_overlay_does_not_speak_of_keeps_its_link(tmp_path: Path) -> None:
    mention = Mention(span=(0, 7), form="name")
    link = Link(registry="group/taliban", score=0.7, reason="as it was", version=registry().version)
    entity = Entity(id="e1", type="armed_group", name="Taliban", mentions=[mention], link=link, sector="OPP")
    mine = laid(tmp_path, RIVER)
    assert linked(entity, "Taliban left.", mine) == structs.replace(
        entity, link=structs.replace(link, version=mine.version)
    )


def test_an_edit_reaches_what_is_linked_already_and_a_removal_unlinks_it(tmp_path: Path) -> None:
    mention = Mention(span=(0, 7), form="name")
    link = Link(registry="group/taliban", score=0.9, reason="name", version=registry().version)
    entity = Entity(
        id="e1", type="armed_group", name="Taliban", mentions=[mention], link=link, country="AF", sector="REB"
    )
    edited = linked(entity, "Taliban left.", laid(tmp_path, '[[actor]]\nid = "group/taliban"\nsector = "GOV"'))
    assert (edited.sector, edited.country) == ("GOV", "AF")
    gone = linked(entity, "Taliban left.", laid(tmp_path, '[[remove]]\nid = "group/taliban"'))
    assert (gone.link, gone.country, gone.sector) == (None, None, None)


def test_a_longer_name_holds_the_user_s_own_actor(tmp_path: Path) -> None:
    mention = Mention(span=(0, 20), form="nominal")
    entity = Entity(id="e1", type="armed_group", name="River Front fighters", mentions=[mention])
    found = linked(entity, "River Front fighters left.", laid(tmp_path, RIVER))
    assert found.link is not None
    assert found.link.registry == "group/river-front"


TEXT = (
    "River Front said on Monday that its fighters killed ten soldiers near Kano. "
    "Taliban militants attacked a post in Kunduz, the Afghan army said."
)


def test_reading_with_an_overlay_changes_no_span_and_no_statement(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(RIVER + '[[actor]]\nid = "group/taliban"\nsector = "GOV"\n', encoding="utf-8")
    without = onrecord.read_text(TEXT, published="2020-05-01")
    with_own = onrecord.read_text(TEXT, published="2020-05-01", registry=str(file))
    assert with_own.statements == without.statements
    assert with_own.events == without.events
    assert [entity.mentions for entity in with_own.entities] == [entity.mentions for entity in without.entities]
    river = with_own.entities[0]
    assert river.link is not None
    assert (river.link.registry, river.country) == ("group/river-front", "NG")
    assert without.entities[0].link is None
    (version,) = {entity.link.version for entity in with_own.entities if entity.link is not None}
    assert version == registry_with([str(file)]).version


def test_a_file_that_changes_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(RIVER, encoding="utf-8")
    before = registry_with([str(file)])
    file.write_text(RIVER.replace("NG", "NER"[:2]), encoding="utf-8")
    os.utime(file, ns=(1, 1))
    assert registry_with([str(file)]).version != before.version
