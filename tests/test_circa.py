"""The scraped page circa-2017 as a checklist. It lives outside the project, so these tests run where it is found."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import onrecord
from onrecord.model import slice_of

if TYPE_CHECKING:
    from onrecord.model import Entity, Event, Figure, Reading, Relation, Statement

PAGE = Path(os.environ.get("ONRECORD_DATA", "../shared")) / "articles/circa-2017.txt"
pytestmark = pytest.mark.skipif(not PAGE.exists(), reason=f"{PAGE} is not here")


class Page:
    """The reading of the page, asked for by words."""

    def __init__(self, reading: Reading) -> None:
        self.reading, self.text = reading, reading.report.text

    def words(self, spans: list[tuple[int, int]]) -> str:
        return " … ".join(slice_of(self.text, span) for span in spans)

    def statement(self, content: str, source: str | None = None) -> Statement:
        found = [s for s in self.reading.statements if content in self.words(s.content)]
        if source is not None:
            found = [s for s in found if source in self.words([x.span for x in s.sources])]
        assert found, f"no statement holds {content!r} (source {source!r})"
        return min(found, key=lambda s: sum(end - start for start, end in s.content))

    def event(self, trigger: str, type_: str, near: str | None = None) -> Event:
        at = self.text.index(near) if near else None
        found = [
            (abs(span[0] - at) if at is not None else 0, i, event)
            for i, event in enumerate(self.reading.events)
            for span in event.trigger
            if event.type == type_ and trigger in slice_of(self.text, span)
        ]
        assert found, f"no {type_} with trigger {trigger!r}"
        return min(found)[2]

    def entity(self, id_: str | None) -> Entity:
        return next(e for e in self.reading.entities if e.id == id_)

    def entity_named(self, name: str) -> Entity:
        forms = (name, f"the {name}", f"The {name}")
        found = [e for e in self.reading.entities if any(slice_of(self.text, m.span) in forms for m in e.mentions)]
        assert found, f"no entity is called {name!r}"
        return found[0]

    def figure(self, words: str) -> Figure:
        found = [f for f in self.reading.figures if f" {words} " in f" {slice_of(self.text, f.span)} "]
        assert found, f"no figure {words!r}"
        return found[0]

    def relations(self, type_: str) -> list[Relation]:
        return [r for r in self.reading.relations if r.type == type_]

    def value(self, event: Event, holder: str) -> str | None:
        return next((f.value for f in event.factuality if f.holder == holder), None)


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(onrecord.read(str(PAGE)))


def test_furniture_is_dropped(page: Page) -> None:
    for furniture in ("Legal Stuff", "Read Comments", "Angle Down", "Follow Sara Carter", "Screen Shot"):
        assert furniture not in page.text
        assert any(furniture in dropped.text for dropped in page.reading.report.dropped), furniture


def test_title_stands_once(page: Page) -> None:
    title = page.reading.report.title
    assert title is not None
    assert title.startswith("ISIS in Afghanistan threatened")
    assert page.text.count(title) == 1


def test_nothing_of_the_story_is_dropped(page: Page) -> None:
    for words in (
        "WATCH",
        "beheaded",
        "tipping point",
        "Uyghurs",
        "speak the media",
    ):
        assert words in page.text


def test_pull_quote_is_a_block(page: Page) -> None:
    quotes = [slice_of(page.text, b.span) for b in page.reading.report.blocks if b.kind == "pull_quote"]
    assert any("tipping point" in quote for quote in quotes)


def test_publication_is_bounded_by_the_screenshot(page: Page) -> None:
    published = page.reading.report.published
    assert (published.value, published.earliest, published.latest) == (None, "2017-06-19", None)
    assert published.evidence is not None
    assert "Screen Shot 2017-06-19" in published.evidence


def test_video_is_a_source(page: Page) -> None:
    warning = page.statement("infiltrated", "video")
    assert warning.source_kind == "document"


def test_militant_speaks_inside_the_video(page: Page) -> None:
    assert "militant" in page.words([s.span for s in page.statement("several men came").sources])


def test_claim_to_be_russian_is_a_statement(page: Page) -> None:
    claims = [s for s in page.reading.statements if page.words(s.content).rstrip(",. ").endswith("be Russian")]
    assert len(claims) >= 2


def test_coerced_confession_has_its_duress(page: Page) -> None:
    confession = page.statement("agents for the FSB", "men")
    assert confession.duress is not None
    assert "forced" in slice_of(page.text, confession.duress)


def test_official_contractor_and_officer_are_unnamed(page: Page) -> None:
    for content, source in (
        ("surprising", "official"),
        ("increased supply", "contractor"),
        ("arrived from Syria", "officer"),
    ):
        statement = page.statement(content, source)
        assert not statement.named


def test_anonymity_is_granted_with_two_reasons(page: Page) -> None:
    granted = [s for s in page.reading.statements if s.anonymity is not None]
    reasons = [slice_of(page.text, s.anonymity.reason) for s in granted if s.anonymity and s.anonymity.reason]
    assert any("nature of their work" in reason for reason in reasons)
    assert any("not authorized" in reason for reason in reasons)


def test_quotation_runs_on_with_its_source(page: Page) -> None:
    run_on = page.statement("goes far beyond")
    assert any("official" in slice_of(page.text, s.span) for s in run_on.sources)


def test_officer_speaks_for_what_stands_before(page: Page) -> None:
    told = page.statement("arrived from Syria", "officer")
    assert "sanctuaries" in page.words(told.content)
    assert slice_of(page.text, told.cue[0]) == "told"


def test_he_is_shah(page: Page) -> None:
    statement = page.statement("stronghold")
    assert slice_of(page.text, statement.sources[0].span) == "he"
    assert "Shah" in page.entity(statement.sources[0].entity).name
    assert statement.named


def test_passives_have_no_source(page: Page) -> None:
    for content in ("in the hundreds", "Chinese Uyghurs"):
        statement = page.statement(content)
        assert statement.cue
    believed = [s for s in page.reading.statements if "believed" in page.words(s.cue) and not s.sources]
    assert len(believed) >= 2


def test_considered_by_russia(page: Page) -> None:
    assert page.statement("serious terror threat", "Russia")


def test_threat(page: Page) -> None:
    threat = page.event("threaten", "THREATEN")
    assert page.value(threat, "author") == "CT+"


def test_accusation(page: Page) -> None:
    accusation = page.event("accuses", "ACCUSE")
    assert page.value(accusation, "author") == "CT+"


def test_executions(page: Page) -> None:
    executions = page.event("execut", "ASSAULT")
    assert page.value(executions, "author") == "CT+"


def test_airstrike_is_certain_to_the_officials(page: Page) -> None:
    strike = page.event("airstrike", "ASSAULT")
    holder = page.statement("airstrike", "officials")
    assert page.value(strike, "author") == "Uu"
    assert page.value(strike, holder.id) in {"CT+", "PS+"}


def test_killing_is_possible_to_the_officials(page: Page) -> None:
    killing = page.event("kill", "ASSAULT", near="may have killed")
    holder = page.statement("may have killed", "officials")
    assert page.value(killing, holder.id) == "PS+"
    assert page.value(killing, "author") == "Uu"


def test_others_have_not_confirmed_it(page: Page) -> None:
    doubt = next(s for s in page.reading.statements if "confirm" in page.words(s.cue))
    assert any("U.S. officials" in slice_of(page.text, s.span) for s in doubt.sources)
    values = [f.value for event in page.reading.events for f in event.factuality if f.holder == doubt.id]
    assert set(values) <= {"Uu"}


def test_troops_are_down_from_a_hundred_thousand(page: Page) -> None:
    now, then = page.figure("8,400"), page.figure("100,000")
    assert (now.value, now.unit, now.change_from) == (8400, "troops", 100000)
    assert (then.qualifier, then.low, then.high) == ("more_than", 100001, None)


def test_about_three_thousand_fighters(page: Page) -> None:
    figure = page.figure("3,000")
    assert (figure.value, figure.low, figure.high, figure.qualifier, figure.unit) == (
        3000,
        2700,
        3300,
        "about",
        "fighters",
    )


def test_several_hundred_is_a_range(page: Page) -> None:
    figure = page.figure("Several hundred fighters")
    assert (figure.value, figure.low, figure.high, figure.conventional) == (None, 300, 999, True)


def test_four_hundred(page: Page) -> None:
    assert page.figure("400").value == 400


def test_fsb_is_the_former_kgb(page: Page) -> None:
    assert page.entity_named("FSB").id == page.entity_named("KGB").id


def test_imu_is_defined_in_the_text(page: Page) -> None:
    assert "Uzbekistan" in page.entity_named("IMU").name


def test_khorasan_is_the_afghan_arm(page: Page) -> None:
    entity = page.entity_named("ISIS Khorasan")
    assert any("arm of ISIS" in slice_of(page.text, m.span) for m in entity.mentions)


def test_faction_formed_and_joined(page: Page) -> None:
    imu = page.entity_named("IMU").id
    assert any(r.object == imu for r in page.relations("part_of"))
    formed = [r for r in page.relations("formed") if "1998" in page.words(r.span)]
    assert formed
    joined = [r for r in page.relations("part_of") + page.relations("member_of") if "joined" in page.words(r.span)]
    assert joined


def test_places_resolve(page: Page) -> None:
    by_words = {slice_of(page.text, p.span): p for p in page.reading.places}
    nangarhar, raqqa = by_words["Nangrahar"], by_words["Raqqa"]
    assert (nangarhar.name, nangarhar.country, nangarhar.kind) == ("Nangarhar", "AF", "admin1")
    assert (raqqa.country, raqqa.kind) == ("SY", "city")


def test_moscow_is_the_government(page: Page) -> None:
    moscow = page.entity_named("Moscow")
    assert (moscow.type, moscow.country) == ("government", "RU")


def test_dates_resolve(page: Page) -> None:
    values = {slice_of(page.text, t.span): t.value for t in page.reading.times}
    assert values["June 13"] == "2017-06-13"
    assert values["May 28"] == "2017-05-28"
