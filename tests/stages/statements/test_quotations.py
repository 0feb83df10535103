"""Quotations: which marks open and close, and which are none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.reports import report_of

from onrecord.model import slice_of
from onrecord.stages.draft import Draft
from onrecord.stages.statements.quotations import find_quotations


def quoted(text: str) -> list[str]:
    return [slice_of(text, quotation.span) for quotation in find_quotations(Draft(report_of(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no" and left.', ['"no"']),
        ("He said “no” and left.", ["“no”"]),
        ("«Nein», sagte er.", ["«Nein»"]),
        ("He said ''no'' and left.", ["''no''"]),
        ("He said ‘no’ and left.", ["‘no’"]),
        ("The officials' demand was 'too late', he said.", ["'too late'"]),
        ("“He told me ‘go’ and I went,” she said.", ["“He told me ‘go’ and I went,”"]),
        ('He is 6\'2" tall and the board is 12" wide.', []),
        ("It wasn't the '90s, and it isn't theirs.", []),
        ("“One. “Two. “Three.” Then he left.", ["“One. “Two. “Three.”"]),
        ("No marks at all.", []),
        ("", []),
    ],
)
def test_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_paragraph_left_open_runs_on() -> None:
    text = "“We lost the boat.\n“We found another.”"
    first, second = find_quotations(Draft(report_of(text)))
    assert slice_of(text, first.span) == "“We lost the boat."
    assert first.opens_again
    assert not second.opens_again


def test_inner_leaves_out_the_marks() -> None:
    text = "He said “no”."
    (quotation,) = find_quotations(Draft(report_of(text)))
    assert slice_of(text, quotation.inner) == "no"


def test_ten_thousand_marks_come_to_an_end() -> None:
    for text in ('"' * 10_000, '" ' * 10_000, "“a " * 10_000, "'a " * 10_000):
        assert all(0 <= start < end <= len(text) for start, end in spans(text))


def spans(text: str) -> list[tuple[int, int]]:
    return [quotation.span for quotation in find_quotations(Draft(report_of(text)))]


@example('‘a?""\'')
@given(st.text(alphabet="ab s.,!?'\"“”‘’«»`\n", max_size=60))
def test_quotations_lie_apart_in_order_inside_the_text(text: str) -> None:
    found = spans(text)
    assert found == sorted(found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    assert all(0 <= start < end <= len(text) for start, end in found)
