from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import Statement
from onrecord.stages.factuality.holders import head_of, innermost, voices_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.model import Span
    from onrecord.stages.draft import Draft


def statement(
    id_: str, cue: Span, content: list[Span], within: str | None = None, also: list[Span] | None = None
) -> Statement:
    return Statement(
        id=id_, sources=[], source_kind="person", named=False, cue=[cue], content=content, speech="indirect",
        within=within, also=also or [],
    )  # fmt: skip


def test_content_holds_what_stands_in_it() -> None:
    held = voices_at([statement("s1", (0, 4), [(5, 20), (30, 40)])], [5, 19, 20, 35])
    assert sorted(held) == [5, 19, 35]


def test_title_that_repeats_a_statement_is_held_by_it() -> None:
    held = voices_at([statement("s1", (10, 14), [(15, 20)], also=[(0, 8)])], [3])
    assert [voice.statement.id for voice in held[3]] == ["s1"]


def test_inner_statement_commits_by_link_and_by_place() -> None:
    outer = statement("s1", (0, 4), [(5, 40)])
    linked = statement("s2", (10, 14), [(15, 40)], within="s1")
    placed = statement("s2", (10, 14), [(15, 40)])
    for inner in (linked, placed):
        voices = voices_at([outer, inner], [20])[20]
        assert [voice.statement.id for voice in innermost(voices)] == ["s2"]


def test_two_speakers_of_the_same_words_both_commit() -> None:
    both = [statement("s1", (0, 4), [(10, 40)]), statement("s2", (5, 9), [(10, 40)])]
    assert len(innermost(voices_at(both, [20])[20])) == 2


def test_head_of_several_words(parsed: Callable[[str], Draft]) -> None:
    text = "The army carried out an attack."
    head = head_of((text.index("carried"), text.index(" an")), parsed(text).syntax)
    assert head is not None
    assert head.text == "carried"


def test_head_of_nothing(parsed: Callable[[str], Draft]) -> None:
    assert head_of((3, 4), parsed("The army left.").syntax) is None
