"""Texts made for measuring: damage and the way back, case given back; and whether scores are honest."""

from __future__ import annotations

from evaluation.calibration import bins_of, calibration_error
from evaluation.muc4_recase import forms_of, recase
from evaluation.robustness import Damaged
from evaluation.robustness_texts import DAMAGES, american, british, ocr, transcript, upper_case
from hypothesis import given
from hypothesis import strategies as st

TEXT = "The defence minister said: “We organised it.” In London, 1,500 people marched."


def damaged(edits: list[tuple[int, int, str]], text: str = TEXT) -> str:
    return Damaged(text, edits).text


def test_texts_are_damaged_as_they_are_called() -> None:
    assert damaged(upper_case(TEXT)) == TEXT.upper()
    assert damaged(transcript(TEXT)).split() == [
        *["the", "defence", "minister", "said", "we", "organised", "it", "in", "london", "1,500", "people", "marched"]
    ]
    assert "defense minister said: “We organized" in damaged(american(TEXT))
    assert damaged(british(damaged(american(TEXT)))) != damaged(american(TEXT))
    assert ocr(TEXT * 9) == ocr(TEXT * 9) != []


def test_spans_come_back_over_words_of_another_length() -> None:
    text = Damaged(TEXT, american(TEXT))
    start = text.text.index("organized")
    assert TEXT[slice(*text.back((start, start + 9)))] == "organised"
    start = text.text.index("London")
    assert TEXT[slice(*text.back((start, start + 6)))] == "London"


@given(st.text(alphabet="Ameliorn hc.,’”\nSO19", max_size=60), st.sampled_from(sorted(DAMAGES)), st.data())
def test_every_span_comes_back_inside_the_text(text: str, name: str, data: st.DataObject) -> None:
    made = Damaged(text, DAMAGES[name](text))
    if made.text:
        start = data.draw(st.integers(0, len(made.text) - 1))
        end = data.draw(st.integers(start + 1, len(made.text)))
        old = made.back((start, end))
        assert 0 <= old[0] < old[1] <= len(text)


def test_case_is_given_back() -> None:
    forms = forms_of(["Yesterday the army of Peru freed the workers, and the army left Lima by the road."])
    text = "THE ARMY LEFT LIMA. THE FRONT (FPXR) FREED THE WORKERS."
    assert recase(text, forms) == "The army left Lima. The Front (FPXR) freed the workers."
    assert recase("THE POPULAR WORKERS ARMY", forms | {"popular": "Popular"}).endswith("Popular Workers Army")


def test_calibration_error_is_the_mean_distance_of_score_and_share() -> None:
    assert calibration_error([(0.75, True)] * 3 + [(0.75, False)]) == 0
    assert abs(calibration_error([(1.0, True), (0.45, True)]) - 0.275) < 1e-9
    assert list(bins_of([(1.0, True), (0.95, False), (0.05, True)])) == [0, 9]
    assert calibration_error([]) == 0
