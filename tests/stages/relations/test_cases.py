"""Readable cases of relations: tests/cases/relations."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.reports import report_of

from onrecord.model import slice_of
from onrecord.stages.pipeline import read_report

if TYPE_CHECKING:
    from onrecord.model import Reading, Relation

FOLDER = Path(__file__).parents[2] / "cases" / "relations"
CASES = [
    pytest.param(case, id=f"{file.stem}: {case['name']}")
    for file in sorted(FOLDER.glob("*.toml"))
    for case in tomllib.loads(file.read_text("utf-8"))["case"]
]


def words_of(reading: Reading, end: str) -> list[str]:
    """All words of the record that an end of a relation names; the end itself where it is words."""
    text = reading.report.text
    mentions = [m.span for entity in reading.entities if entity.id == end for m in entity.mentions]
    others = [record.span for record in (*reading.places, *reading.times) if record.id == end]
    return [slice_of(text, span) for span in (*mentions, *others)] or [end]


def find(reading: Reading, expected: dict[str, Any]) -> Relation | None:
    for relation in reading.relations:
        subject, target = words_of(reading, relation.subject), words_of(reading, relation.object)
        if (
            relation.type == expected["type"]
            and any(expected["subject"] in words for words in subject)
            and any(expected["object"] in words for words in target)
        ):
            return relation
    return None


@pytest.mark.parametrize("case", CASES)
def test_relations(case: dict[str, Any]) -> None:
    reading = read_report(report_of(case["text"]))
    assert not reading.report.problems
    if case.get("none"):
        assert reading.relations == []
    for expected in case.get("relation", []):
        relation = find(reading, expected)
        assert relation is not None, [
            (r.type, words_of(reading, r.subject), words_of(reading, r.object)) for r in reading.relations
        ]
        values = {item.holder: item.value for item in relation.factuality}
        if "author" in expected:
            assert values["author"] == expected["author"]
        if "holder" in expected:
            assert values[relation.statement or ""] == expected["holder"]
        if "valid" in expected:
            assert expected["valid"] in words_of(reading, relation.valid or "")
        for start, end in relation.span:
            assert case["text"][start:end].strip()
