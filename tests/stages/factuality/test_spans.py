from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.stages.factuality.spans import factuality_of_spans


def test_values_and_numbers_in_the_order_given() -> None:
    text = "Rebels attacked the port and failed to sink the ship."
    spans = [(text.index(word), text.index(word) + len(word)) for word in ("sink", "attacked")]
    sunk, attacked = factuality_of_spans(text, spans)
    assert (sunk.value, attacked.value) == ("CT-", "CT+")
    assert sunk.number < 0 < attacked.number
    assert sunk.cues == ("fail",)


def test_numbers_rank_as_values_do() -> None:
    texts = ["Rebels attacked.", "Rebels probably attacked.", "Rebels may have attacked.", "Rebels have not attacked."]
    numbers = [factuality_of_spans(text, [(text.index("attacked"), len(text) - 1)])[0].number for text in texts]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[0] == 3.0


def test_a_span_without_a_word_is_refused() -> None:
    with pytest.raises(ValueError, match="holds no word"):
        factuality_of_spans("Rebels attacked.", [(6, 7)])


@settings(max_examples=15, deadline=None)
@given(st.text(alphabet="abc not may . ? \"'", min_size=1, max_size=60))
def test_any_text_gives_numbers_in_range(text: str) -> None:
    spans = [(i, i + 1) for i, letter in enumerate(text) if not letter.isspace()]
    assert all(-3 <= found.number <= 3 for found in factuality_of_spans(text, spans))
