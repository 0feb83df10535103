"""Groups by scores and people's decisions; the order in which things come leaves no trace."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.standing.clusters import cluster
from onrecord.standing.pairs import WEIGHTS, Happening, score_pair, stem_of
from onrecord.standing.profile import pack_profile, profile_of, unpack_profile

SCORES = {("a", "b"): 1.0, ("b", "c"): 0.9, ("a", "c"): 0.1, ("c", "d"): 0.8}


def test_average_linkage_keeps_a_chain_apart() -> None:
    assert cluster("abcd", SCORES, 0.5) == [["a", "b"], ["c", "d"]]


def test_a_person_joins_and_splits() -> None:
    assert cluster("abcd", SCORES, 0.5, must=[("b", "d")]) == [["a"], ["b", "c", "d"]]
    assert cluster("abcd", SCORES, 0.5, cannot=[("b", "a")]) == [["a"], ["b", "c"], ["d"]]


def test_a_ban_holds_for_groups_that_grow() -> None:
    scores = {("a", "b"): 1.0, ("b", "c"): 0.9, ("a", "c"): 0.9}
    assert cluster("abc", scores, 0.5, cannot=[("a", "c")]) == [["a", "b"], ["c"]]


pairs = st.dictionaries(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), st.floats(-2, 2), max_size=15)


@given(pairs, st.randoms())
def test_order_does_not_matter(scores: dict[tuple[str, str], float], random: object) -> None:
    scores = {pair: score for pair, score in scores.items() if pair[::-1] not in scores or pair[0] < pair[1]}
    items = list(scores.items())
    random.shuffle(items)  # type: ignore[attr-defined]
    turned = {(pair[::-1] if i % 2 else pair): score for i, (pair, score) in enumerate(items)}
    assert cluster("abcdef", scores, 0.3) == cluster("fedcba", turned, 0.3)


@given(pairs)
def test_every_key_lies_in_one_group(scores: dict[tuple[str, str], float]) -> None:
    groups = cluster("abcdef", scores, 0.3)
    assert sorted(key for group in groups for key in group) == list("abcdef")


def happening(key: str, word: str, **fields: object) -> Happening:
    stem = stem_of(word)
    return Happening(key=key, stem=stem, stems=frozenset([stem]), **fields)  # type: ignore[arg-type]


QUAKE = "On Monday an earthquake shook the city of Almar and killed 20 people, officials in Almar said."


def test_pairs_are_symmetric_and_give_reasons() -> None:
    one = happening("1", "killed", names=frozenset(["almar"]))
    other = happening("2", "killing", names=frozenset(["almar", "monday"]))
    there, back = score_pair(one, other, 0.8), score_pair(other, one, 0.8)
    assert there is not None
    assert there == back
    assert there.reasons["same word"] > 0
    assert abs(sum(there.reasons.values()) - there.value) < 0.01


def test_days_and_places_apart_speak_against() -> None:
    one = happening("1", "killed", earliest="2026-01-05", latest="2026-01-05", places=frozenset(["TR"]))
    same = happening("2", "killed", earliest="2026-01-04", latest="2026-01-06", places=frozenset(["TR"]))
    later = happening("3", "killed", earliest="2026-02-01", latest="2026-02-01", places=frozenset(["CL"]))
    near, far = score_pair(one, same, 0.8), score_pair(one, later, 0.8)
    assert near is not None
    assert far is not None
    assert near.value - far.value == 2.5


def test_records_without_particulars_stay_apart() -> None:
    bare, told = happening("1", "attack"), happening("2", "attack", names=frozenset(["almar"]))
    score = score_pair(bare, told, 0.45)
    assert score is not None
    assert score.value < WEIGHTS.threshold


def test_words_or_reports_that_have_nothing_in_common_are_not_compared() -> None:
    assert score_pair(happening("1", "killed"), happening("2", "agreed"), 0.8) is None
    assert score_pair(happening("1", "killed"), happening("2", "killed"), 0.05) is None


def test_a_profile_comes_back_as_it_was_packed() -> None:
    profile = profile_of(QUAKE)
    back = unpack_profile(pack_profile(profile))
    assert back == profile
    assert back.likeness(profile) == 1.0


def test_what_was_joined_by_hand_is_not_told_apart_by_a_report() -> None:
    assert cluster("abc", {}, 0.5, must=[("a", "b")], cannot=[("a", "b"), ("b", "c")]) == [["a", "b"], ["c"]]
