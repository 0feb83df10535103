"""The scorer's own rules: when spans match, and that nothing is matched twice."""

from __future__ import annotations

from evaluation.evidence.align import Alignment
from evaluation.evidence.facts import same_unit
from evaluation.evidence.matching import covers_half, pair


def test_half_of_the_shorter_is_enough() -> None:
    assert covers_half(((0, 10),), ((5, 40),))
    assert not covers_half(((0, 10),), ((6, 40),))


def test_contents_need_half_of_the_longer() -> None:
    assert not covers_half(((0, 10),), ((5, 40),), max)
    assert covers_half(((0, 30),), ((0, 20), (25, 35)), max)


def test_gold_is_matched_once() -> None:
    assert pair(["a", "a"], ["a"], lambda one, other: float(one == other)) == [(0, 0)]


def test_the_best_pair_comes_first() -> None:
    weights = {("x", "p"): 1.0, ("x", "q"): 2.0, ("y", "q"): 1.5, ("y", "p"): 0.0}
    assert pair(["x", "y"], ["p", "q"], lambda one, other: weights[one, other]) == [(0, 1)]


def test_spans_move_to_a_cleaned_text() -> None:
    move = Alignment("Menu\n\nThe  army left", "The army left")
    start = "Menu\n\nThe  army left".index("army")
    assert move((start, start + 4)) == (4, 8)
    assert move((0, 4)) is None


def test_units_match_by_their_noun() -> None:
    assert same_unit("diplomats", "Russian diplomats")
    assert not same_unit("soldiers", "civilians")
