"""Digits and number words as values."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.stages.figures.digits import plain, split_digits, strip_marks
from onrecord.stages.figures.numerals import read_numeral
from onrecord.stages.figures.qualify import bounds_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.model.figure import Number, Qualifier
    from onrecord.stages.draft import Draft


@pytest.mark.parametrize(
    ("word", "value", "suffix"),
    [
        ("8,400", 8400, ""),
        ("1.5bn", 1.5, "bn"),
        ("1.234.567", 1234567, ""),
        ("12,34,567", 1234567, ""),
        ("3/4", 0.75, ""),
        ("40km", 40, "km"),
        ("7.", 7, "."),
    ],
)
def test_digits(word: str, value: float, suffix: str) -> None:
    split = split_digits(word)
    assert split is not None
    assert (plain(split[0]), split[1]) == (value, suffix)


@pytest.mark.parametrize("word", ["", "km", "1/0", "27/2017", "10,5", "9" * 19, "1.2.34", "٣٤"])
def test_no_digits(word: str) -> None:
    assert split_digits(word) is None


def test_what_is_glued_before() -> None:
    assert strip_marks("~40") == "40"
    assert strip_marks("USD1,700") == "1,700"
    assert strip_marks("US55", "$") == "55"
    assert strip_marks("US55") == ""
    assert strip_marks("A4") == ""


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("twenty - four", 24),
        ("two hundred and six", 206),
        ("one hundred and fifty thousand", 150_000),
        ("six thousand five hundred", 6500),
        ("1,430 million", 1_430_000_000),
        ("three quarters of", 0.75),
        ("10 1/2", 10.5),
        ("five six", 5),
        ("million", 1_000_000),
    ],
)
def test_number_words(words: str, value: Number, parsed: Callable[[str], Draft]) -> None:
    numeral = read_numeral(parsed(words).syntax.tokens, 0)
    assert numeral is not None
    assert plain(numeral.value) == value


@given(st.integers(0, 10**15))
def test_grouped_digits_read_back(value: int) -> None:
    assert split_digits(f"{value:,}") == (Decimal(value), "")


@given(st.text(max_size=12))
def test_any_word_is_read_or_refused(word: str) -> None:
    split = split_digits(word)
    assert split is None or word.endswith(split[1])


@pytest.mark.parametrize(
    ("qualifier", "low", "high"),
    [
        ("exact", 300, 300),
        ("about", 270, 330),
        ("more_than", 301, None),
        ("at_least", 300, None),
        ("less_than", None, 299),
        ("at_most", None, 300),
    ],
)
def test_bounds(qualifier: Qualifier, low: Number | None, high: Number | None) -> None:
    assert bounds_of(300, qualifier) == (low, high)


def test_more_than_a_fraction_has_no_next_number() -> None:
    assert bounds_of(1.5, "more_than") == (1.5, None)
