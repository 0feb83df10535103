from __future__ import annotations

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from onrecord.stages.factuality.stance import GRADES, Operator, Stance

OPERATORS = st.sampled_from(get_args(Operator))


@given(st.lists(OPERATORS, max_size=12))
def test_certainty_never_grows(operators: list[Operator]) -> None:
    stance = Stance()
    for operator in operators:
        after = stance.under(operator, "word")
        assert after.grade <= stance.grade
        assert after.value == "Uu" or after.value[:2] == GRADES[after.grade]
        stance = after


def test_two_denials_cancel() -> None:
    assert Stance().under("deny", "not").under("deny", "fail").value == "CT+"


def test_denial_of_a_probability() -> None:
    assert Stance().under("probable", "likely").under("deny", "not").value == "PR-"


def test_uncommitted_stays_uncommitted() -> None:
    assert Stance().under("open", "want").under("deny", "not").value == "Uu"


def test_plan_lies_ahead() -> None:
    assert Stance().under("planned", "will").ahead
    assert not Stance().under("tried", "try").ahead


def test_words_denied_after_being_told_are_denied() -> None:
    assert Stance().under("told", "report").under("denied", "reject").value == "CT-"


def test_telling_that_is_refused_tells_nothing() -> None:
    assert Stance().under("told", "say").under("deny", "refuse").value == "Uu"


def test_opened_does_not_move_into_the_future() -> None:
    stance = Stance().opened("whether")
    assert (stance.value, stance.ahead, stance.words) == ("Uu", False, ("whether",))
