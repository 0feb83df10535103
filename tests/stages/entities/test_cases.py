"""Readable cases of coreference: tests/cases/entities."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.reports import report_of

from onrecord.model import slice_of
from onrecord.stages.pipeline import read_report

if TYPE_CHECKING:
    from onrecord.model import Entity, Span

FOLDER = Path(__file__).parents[2] / "cases" / "entities"
CASES = [
    pytest.param(case, id=f"{file.stem}: {case['name']}")
    for file in sorted(FOLDER.glob("*.toml"))
    for case in tomllib.loads(file.read_text("utf-8"))["case"]
]


class Page:
    """The entities of a case, asked for by words."""

    def __init__(self, text: str) -> None:
        self.text = text
        reading = read_report(report_of(text))
        assert not reading.report.problems
        self.entities = reading.entities

    def place(self, words: str) -> Span:
        plain, _, nth = words.partition("#")
        start = -1
        for _ in range(int(nth or 1)):
            start = self.text.index(plain, start + 1)
        return (start, start + len(plain))

    def entity(self, words: str) -> Entity | None:
        """The entity whose mention shares most with these words, ending where they end or holding them."""
        start, end = self.place(words)
        near = [
            (abs(mention.span[0] - start) + abs(mention.span[1] - end), entity.id, entity)
            for entity in self.entities
            for mention in entity.mentions
            if mention.span[0] < end and start < mention.span[1]
        ]
        return min(near)[2] if near else None


@pytest.mark.parametrize("case", CASES)
def test_entities(case: dict[str, Any]) -> None:
    page = Page(case["text"])
    for group in case.get("same", []):
        found = {words: page.entity(words) for words in group}
        ids = {entity.id if entity else None for entity in found.values()}
        assert len(ids) == 1, f"not one entity: { ({words: e and e.id for words, e in found.items()}) }"
        assert None not in ids
    for one, other in case.get("apart", []):
        assert page.entity(one) != page.entity(other), f"{one!r} and {other!r} are one entity"
    for words in case.get("absent", []):
        assert page.entity(words) is None, f"{words!r} is a mention of {page.entity(words)}"
    for words in case.get("alone", []):
        span = page.place(words)
        assert all(mention.span != span for entity in page.entities for mention in entity.mentions)
    for expected in case.get("entity", []):
        entity = page.entity(expected["words"])
        assert entity is not None
        for key in expected.keys() - {"words"}:
            assert getattr(entity, key) == expected[key], (
                f"{key} of {slice_of(case['text'], entity.mentions[0].span)!r}"
            )
