"""Trees in Universal Dependencies, whatever the engine calls its labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reports import report_of

from onrecord.stages.draft import Draft
from onrecord.stages.grammar import conjuncts, edges, is_passive, subject_of
from onrecord.stages.syntax import find_syntax

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.stages.tokens import Token


def token(draft: Draft, word: str) -> Token:
    return next(t for t in draft.syntax.tokens if t.text == word)


@pytest.mark.parametrize(
    ("sentence", "word", "dep", "head"),
    [
        ("The army attacked villages in Syria.", "Syria", "obl", "attacked"),
        ("The army attacked villages in Syria.", "in", "case", "Syria"),
        ("Two men were killed by soldiers.", "soldiers", "obl:agent", "killed"),
        ("Two men were killed by soldiers.", "men", "nsubj:pass", "killed"),
        ("According to officials, he left.", "officials", "obl", "left"),
        ("The minister is a former general.", "minister", "nsubj", "general"),
        ("The minister is a former general.", "is", "cop", "general"),
        ("The road is dangerous.", "road", "nsubj", "dangerous"),
        ("Soldiers, police and civilians died.", "civilians", "conj", "Soldiers"),
        ("Soldiers, police and civilians died.", "and", "cc", "civilians"),
        ("The talks stopped because of the war.", "war", "obl", "stopped"),
        ("He was accused of killing two men.", "killing", "advcl", "accused"),
        ("He was accused of killing two men.", "of", "mark", "killing"),
        ("They want to leave.", "to", "mark", "leave"),
        ("The officials who spoke left.", "spoke", "acl:relcl", "officials"),
    ],
)
def test_relations_are_universal(parsed: Callable[[str], Draft], sentence: str, word: str, dep: str, head: str) -> None:
    found = token(parsed(sentence), word)
    assert found.head is not None
    assert (found.dep, found.head.text) == (dep, head)


def test_existential_has_no_copula(parsed: Callable[[str], Draft]) -> None:
    draft = parsed("There was no attack.")
    assert token(draft, "was").dep == "root"
    assert token(draft, "attack").dep == "nsubj"


@pytest.mark.parametrize(
    ("sentence", "verb", "subject"),
    [
        ("Soldiers came and burned the village.", "burned", "Soldiers"),
        ("The militants agreed to leave the place.", "leave", "militants"),
        ("The officials who spoke left.", "spoke", "officials"),
        ("Men armed by the state fled.", "armed", "Men"),
    ],
)
def test_subjects_are_shared(parsed: Callable[[str], Draft], sentence: str, verb: str, subject: str) -> None:
    found = subject_of(token(parsed(sentence), verb))
    assert found is not None
    assert found.text == subject


def test_passive_with_and_without_auxiliary(parsed: Callable[[str], Draft]) -> None:
    draft = parsed("The men killed by soldiers were buried. Soldiers killed them.")
    verbs = [t for t in draft.syntax.tokens if t.text in {"killed", "buried"}]
    assert [is_passive(verb) for verb in verbs] == [True, True, False]


def test_conjuncts_come_in_text_order(parsed: Callable[[str], Draft]) -> None:
    draft = parsed("Soldiers, police and civilians died.")
    assert [t.text for t in conjuncts(token(draft, "police"))] == ["Soldiers", "police", "civilians"]


def test_edges_cover_the_subtree(parsed: Callable[[str], Draft]) -> None:
    draft = parsed("The head of the northern army spoke.")
    assert draft.text[slice(*edges(token(draft, "head")))] == "The head of the northern army"


def test_no_sentence_runs_over_a_block(parsed: Callable[[str], Draft]) -> None:
    draft = parsed("Army takes the town\nThe town fell on Monday.")
    assert [s.block for s in draft.syntax.sentences] == [0, 1]


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200))
def test_every_token_slices_to_its_words(text: str) -> None:
    draft = Draft(report_of(text))
    syntax = find_syntax(draft)
    for found in syntax.tokens:
        assert text[found.start : found.end] == found.text
        assert syntax.at(found.start) is found
    for sentence in syntax.sentences:
        assert sentence.root.head is None


def test_emoji_are_one_code_point_each(parsed: Callable[[str], Draft]) -> None:
    draft = parsed("🔥🔥 Soldiers left 🇺🇦 today.")
    found = token(draft, "Soldiers")
    assert draft.text[found.start : found.end] == "Soldiers"
