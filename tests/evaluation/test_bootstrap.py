"""Intervals: of what, how wide, and always the same."""

from __future__ import annotations

from evaluation.bootstrap import Sample, interval_of, of_f1, of_share, total
from evaluation.score import Score

DOCUMENTS = [(3, 4, 5), (0, 2, 1), (6, 6, 7), (2, 5, 2), (1, 1, 4)]


def scored(items: list[tuple[int, int, int]]) -> Score:
    return Score("task", "set", "F1", of_f1(items), total(items)[2], sample=Sample(items, of_f1))


def test_f1_adds_documents_up() -> None:
    assert total(DOCUMENTS) == (12, 18, 19)
    assert round(of_f1(DOCUMENTS), 6) == round(24 / 37, 6)
    assert of_share([(1, 2), (0, 0), (2, 2)]) == 0.75
    assert of_share([(0, 0)]) == 0


def test_an_interval_holds_the_value_and_is_the_same_each_time() -> None:
    low, high = interval_of(scored(DOCUMENTS)) or (1.0, 0.0)
    assert low < of_f1(DOCUMENTS) < high
    assert interval_of(scored(DOCUMENTS)) == (low, high)


def test_more_documents_make_it_narrower() -> None:
    few, many = interval_of(scored(DOCUMENTS)), interval_of(scored(DOCUMENTS * 20))
    assert few is not None
    assert many is not None
    assert many[1] - many[0] < (few[1] - few[0]) / 2


def test_a_scorer_without_items_has_none() -> None:
    assert interval_of(Score("task", "set", "F1", 0.5, 10)) is None
    assert interval_of(scored([(1, 1, 1)])) is None
