"""Readable cases of attribution: tests/cases/statements."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.reports import report_of

from onrecord.model import slice_of
from onrecord.stages.pipeline import draft_report

if TYPE_CHECKING:
    from onrecord.model import Span, Statement

FOLDER = Path(__file__).parents[2] / "cases" / "statements"
CASES = [
    pytest.param(case, id=f"{file.stem}: {case['name']}")
    for file in sorted(FOLDER.glob("*.toml"))
    for case in tomllib.loads(file.read_text("utf-8"))["case"]
]


class Page:
    """The statements of a case, as words; parts of a discontinuous one are joined by " … "."""

    def __init__(self, case: dict[str, Any]) -> None:
        self.draft = draft_report(report_of(case["text"], case.get("published", "2024-05-15")))
        assert not self.draft.problems
        self.statements = self.draft.statements

    def words(self, spans: list[Span]) -> str:
        return " … ".join(slice_of(self.draft.text, span) for span in spans)

    def word(self, span: Span | None) -> str | None:
        return None if span is None else slice_of(self.draft.text, span)

    def sources(self, statement: Statement) -> str:
        return self.words([source.span for source in statement.sources])

    def shown(self, statement: Statement) -> dict[str, Any]:
        anonymity, told = statement.anonymity, statement.told_to
        outer = next((other for other in self.statements if other.id == statement.within), None)
        time = next((time for time in self.draft.times if time.id == statement.time), None)
        return {
            "source": self.sources(statement),
            "cue": self.words(statement.cue),
            "content": self.words(statement.content),
            "speech": statement.speech,
            "kind": statement.source_kind,
            "named": statement.named,
            "anonymity": self.word(anonymity.span if anonymity else None),
            "reason": self.word(anonymity.reason if anonymity else None),
            "duress": self.word(statement.duress),
            "told_to": self.word(told.span if told else None),
            "venue": self.word(statement.venue),
            "time": self.word(time.span if time else None),
            "within": self.sources(outer) if outer else None,
        }


@pytest.mark.parametrize("case", CASES)
def test_statements(case: dict[str, Any]) -> None:
    page = Page(case)
    found = [page.shown(statement) for statement in page.statements]
    if "count" in case:
        assert len(found) == case["count"], found
    for expected in case.get("statement", []):
        wanted = {"source": "", **expected}
        assert any(wanted.items() <= shown.items() for shown in found), f"no {wanted} in {found}"
