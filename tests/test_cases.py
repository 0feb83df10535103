"""Readable gold cases: each says what one or two sentences put on record, and is read by the whole pipeline."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.reports import report_of

from onrecord.model import slice_of
from onrecord.stages.pipeline import read_report

if TYPE_CHECKING:
    from onrecord.model import Event, Factuality, Participant, Reading, Span

FOLDER = Path(__file__).parent / "cases" / "classics"


def load_cases() -> list[tuple[str, dict[str, Any]]]:
    files = sorted(FOLDER.glob("*.toml"))
    return [
        (f"{file.stem}: {case['name']}", case)
        for file in files
        for case in tomllib.loads(file.read_text("utf-8"))["case"]
    ]


CASES = load_cases()


class Page:
    """The reading of a case, asked for by words."""

    def __init__(self, case: dict[str, Any]) -> None:
        self.reading: Reading = read_report(report_of(case["text"], case.get("published")))
        self.text = case["text"]
        assert not self.reading.report.problems

    def events_at(self, words: str) -> list[Event]:
        start = self.text.index(words)
        end = start + len(words)
        return [e for e in self.reading.events if any(s < end and start < t for s, t in e.trigger)]

    def names(self, participant: Participant) -> set[str]:
        entity = next(e for e in self.reading.entities if e.id == participant.entity)
        spans: list[Span] = [participant.span, *(mention.span for mention in entity.mentions)]
        return {slice_of(self.text, span).removeprefix("the ").removeprefix("The ") for span in spans}

    def holders(self, values: list[Factuality]) -> list[tuple[str, str]]:
        sources = {s.id: " ".join(slice_of(self.text, x.span) for x in s.sources) for s in self.reading.statements}
        return [(sources.get(item.holder, item.holder), item.value) for item in values]


@pytest.mark.parametrize("case", [case for _, case in CASES], ids=[name for name, _ in CASES])
def test_case(case: dict[str, Any]) -> None:
    page = Page(case)
    for words in case.get("absent", []):
        assert not page.events_at(words), f"{words!r} is no event"
    for expected in case.get("event", []):
        check_event(page, expected)


def check_event(page: Page, expected: dict[str, Any]) -> None:
    found = [event for event in page.events_at(expected["trigger"]) if event.type == expected["type"]]
    assert found, f"no {expected['type']} at {expected['trigger']!r}: {page.reading.events}"
    event = found[0]
    for key in ("tense", "background"):
        if key in expected:
            assert getattr(event, key) == expected[key], f"{key}: {event}"
    for key in ("actor", "recipient"):
        if key in expected:
            check_participant(page, getattr(event, f"{key}s"), expected[key])
    if "actor_factuality" in expected:
        assert page.holders(event.actors[0].factuality) == list(expected["actor_factuality"].items())
    if "time" in expected:
        time = next(time for time in page.reading.times if time.id == event.time)
        assert (time.value or "").startswith(expected["time"])
    for holder, value in expected.get("factuality", {}).items():
        held = [given for name, given in page.holders(event.factuality) if holder in name or holder == "someone"]
        assert value in held, f"{holder} holds {held}, expected {value}: {event.reason}"


def check_participant(page: Page, participants: list[Participant], words: str) -> None:
    names = [name for participant in participants for name in page.names(participant)]
    plain = words.removeprefix("the ").removeprefix("The ")
    assert any(plain in name for name in names), f"{words!r} is not among {names}"


def test_there_are_many_and_every_name_is_its_own() -> None:
    names = [name for name, _ in CASES]
    assert len(names) >= 150
    assert len(set(names)) == len(names)
