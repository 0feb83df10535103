"""Copies share sentences; reporters at one press conference share only the quotations."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.standing.copies import bands_of, find_copies
from onrecord.standing.reuse import measure_reuse, split_words

WIRE = """Rescue teams reached the flooded village of Marn on Tuesday after two days of heavy rain cut the only road.
Engineers from the northern district laid a temporary bridge and trucks carried water and blankets to the school.
The regional governor visited the camp in the evening and promised that the road would be open before the weekend.
Forecasters expect more rain in the hills above the river, and people in the lower quarter were told to stay away."""
OTHER = """A court in the capital on Tuesday began to hear the case of three bankers who are charged with fraud.
Lawyers for the three asked the judge to put the trial off until the autumn, which the prosecution opposed.
The bank closed its doors last winter and some four thousand savers are still waiting for their money to come back."""
QUOTE = '"We have waited eleven years for this road and will not wait eleven more while the ministry counts its trucks"'


def test_a_new_headline_and_a_cut_tail_are_a_copy() -> None:
    cut = "Village reached at last\n" + "\n".join(WIRE.split("\n")[:3])
    ((one, other, reuse),) = find_copies({"wire": WIRE, "paper": cut})
    assert (one, other) == ("paper", "wire")
    assert reuse.share_of_one > 0.9


def test_an_excerpt_in_a_longer_report_is_a_copy() -> None:
    assert find_copies({"wire": WIRE, "roundup": f"{OTHER}\n{WIRE}\n{OTHER}"})


def test_moved_paragraphs_are_a_copy() -> None:
    assert find_copies({"wire": WIRE, "moved": "\n".join(WIRE.split("\n")[::-1])})


def test_two_reports_in_their_own_words_are_none() -> None:
    assert find_copies({"wire": WIRE, "court": OTHER}) == []


def test_a_shared_quotation_alone_is_no_copy() -> None:
    one = f"The mayor was blunt. {QUOTE}, she told the council, and then left the hall without taking any questions."
    other = f"There was applause when Ms Oren took the floor in Marn. {QUOTE}, she said to the visiting officials."
    reuse = measure_reuse(split_words(one), split_words(other))
    assert reuse.words < 12
    assert find_copies({"one": one, "other": other}) == []


def test_the_pairs_do_not_depend_on_order() -> None:
    texts = {"a": WIRE, "b": WIRE + "\n" + OTHER, "c": OTHER}
    assert find_copies(texts) == find_copies(dict(reversed(texts.items())))


@given(st.text(max_size=400), st.text(max_size=400))
def test_reuse_is_symmetric_and_a_share(one: str, other: str) -> None:
    there, back = (measure_reuse(split_words(a), split_words(b)) for a, b in ((one, other), (other, one)))
    assert (there.share_of_one, there.share_of_other) == (back.share_of_other, back.share_of_one)
    assert 0 <= there.share <= 1


@given(st.text(max_size=400))
def test_bands_fit_a_database(text: str) -> None:
    assert all(-(1 << 63) <= band < 1 << 63 for band in bands_of(text))
