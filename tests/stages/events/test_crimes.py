"""Violence without a political actor is a crime where the report is about crime, and only there."""

from __future__ import annotations

import pytest
from tests.reports import report_of

from onrecord.stages.pipeline import read_report

COURT = """A jury in Leith was shown film of the robbery in which a jeweller was shot.
Prosecutors told the court that two men stabbed a clerk before the gang fled. Both defendants deny murder.
The trial goes on."""
WAR = """Soldiers shelled the town on Monday. Rebels killed a jeweller, residents said.
The army and the militia blame each other. A court in the capital is to try a suspect for murder."""


def types_of(text: str) -> dict[str, str]:
    reading = read_report(report_of(text))
    return {text[slice(*span)]: event.type for event in reading.events for span in event.trigger}


def test_a_report_about_crime() -> None:
    types = types_of(COURT)
    assert types["stabbed"] == "CRIME"
    assert types["shot"] == "CRIME"


@pytest.mark.parametrize("word", ["shelled", "killed"])
def test_a_report_about_war(word: str) -> None:
    assert types_of(WAR)[word] == "ASSAULT"


def test_soldiers_commit_no_private_crime() -> None:
    types = types_of(COURT + "\nSoldiers beat a witness outside.")
    assert types["beat"] == "ASSAULT"
