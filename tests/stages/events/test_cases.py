"""Readable cases of triggers and those who take part: tests/cases/events."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from onrecord.model import slice_of
from onrecord.stages.events.triggers import find_triggers

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.stages.draft import Draft
    from onrecord.stages.found import TriggerFound

FOLDER = Path(__file__).parents[2] / "cases" / "events"
CASES = [
    pytest.param(case, id=f"{file.stem}: {case['name']}")
    for file in sorted(FOLDER.glob("*.toml"))
    for case in tomllib.loads(file.read_text("utf-8"))["case"]
]


def facts_of(trigger: TriggerFound, draft: Draft, asked: dict[str, Any]) -> dict[str, Any]:
    """Give those facts of a trigger that a case states."""
    facts: dict[str, Any] = {"type": trigger.type, "mode": trigger.mode, "cameo": trigger.cameo}
    facts["actors"] = sorted(head.text for head in trigger.actors)
    facts["recipients"] = sorted(head.text for head in trigger.recipients)
    for count in ("killed", "injured"):
        span = getattr(trigger, count)
        facts[count] = slice_of(draft.text, span) if span is not None else None
    return {key: facts[key] for key in asked if key != "word"}


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any], parsed: Callable[[str], Draft]) -> None:
    draft = parsed(case["text"])
    found = [trigger for trigger in find_triggers(draft) if not trigger.weak]
    words = [slice_of(draft.text, trigger.span) for trigger in found]
    if not case["event"]:
        assert words == []
    for asked in case["event"]:
        wanted = {key: sorted(value) if isinstance(value, list) else value for key, value in asked.items()}
        del wanted["word"]
        near = [trigger for trigger, said in zip(found, words, strict=True) if asked["word"] in said]
        assert wanted in [facts_of(trigger, draft, asked) for trigger in near], words
