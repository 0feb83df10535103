from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.stages.factuality.commitment import commitment

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.stages.draft import Draft

READER = [
    ("The rebels *attacked the port.", "CT+"),
    ("The rebels did not *attack the port.", "CT-"),
    ("The rebels may *attack the port.", "PS+"),
    ("The rebels will *attack the port.", "PR+"),
    ("The rebels must have *attacked the port.", "PR+"),
    ("The rebels can *attack the port.", "Uu"),
    ("The rebels could not *reach the port.", "CT-"),
    ("The rebels may not *attack the port.", "PS-"),
    ("The rebels failed to *attack the port.", "CT-"),
    ("The rebels did not fail to *attack the port.", "CT+"),
    ("The rebels tried to *attack the port.", "Uu"),
    ("The rebels are unlikely to *attack the port.", "PR-"),
    ("The king regretted that the rebels *attacked the port.", "CT+"),
    ("The king did not regret that the rebels *attacked the port.", "CT+"),
    ("The king denied that the rebels *attacked the port.", "CT-"),
    ("The king did not deny that the rebels *attacked the port.", "Uu"),
    ("The king refused to confirm that the rebels *attacked the port.", "Uu"),
    ("It is clear that the rebels *attacked the port.", "CT+"),
    ("It is not clear that the rebels *attacked the port.", "Uu"),
    ("If the rebels *attack the port, trade stops.", "Uu"),
    ("Did the rebels *attack the port?", "Uu"),
    ("Why did the rebels *attack the port?", "CT+"),
    ("Nobody *attacked the port.", "CT-"),
    ("There was no *attack on the port.", "CT-"),
    ("The *attack on the port failed.", "CT-"),
    ("A possible *attack on the port was reported.", "PS+"),
    ("The fleet averted an *attack on the port.", "CT-"),
    ("The fleet foiled a *plot against the port.", "CT+"),
    ("The king called for an *attack on the port.", "Uu"),
    ("The king condemned the *attack on the port.", "CT+"),
    ("The king asked that the rebels *leave the port.", "Uu"),
    ("The rebels did not shell the town or *attack the port.", "CT-"),
    ("The rebels did not shell the town but *attacked the port.", "CT+"),
    ("The rebels have yet to *attack the port.", "CT-"),
    ("The rebels took the port without *attacking it.", "CT-"),
    ("The rebels were accused of *attacking the port.", "CT+"),
    ("The king denied the *accusation.", "CT+"),
    ("The fleet foiled a plot to *sink the ship.", "CT-"),
    ("A failed *attempt to sink the ship angered the king.", "CT+"),
    ("A failed attempt to *sink the ship angered the king.", "CT-"),
    ("The king did not say how many sailors were *killed.", "CT+"),
    ("The king ruled out *attacking the port.", "CT-"),
    ("The king did not rule out an *attack.", "Uu"),
    ("Had the rebels *attacked the port, trade would have stopped.", "Uu"),
]


@pytest.mark.parametrize(("marked", "value"), READER, ids=[text for text, _ in READER])
def test_reader_commits(parsed: Callable[[str], Draft], marked: str, value: str) -> None:
    token = parsed(marked.replace("*", "")).syntax.at(marked.index("*"))
    assert token is not None
    stance, _ = commitment(token)
    assert stance.value == value, stance.words


def test_walk_ends_at_the_edge_of_the_holders_words(parsed: Callable[[str], Draft]) -> None:
    text = "The king denied that the rebels attacked the port."
    syntax = parsed(text).syntax
    token = syntax.at(text.index("attacked"))
    assert token is not None
    stance, top = commitment(token, lambda word: word.start >= text.index("the rebels"))
    assert (stance.value, top) == ("CT+", token)


def test_told_is_kept_apart_from_certain(parsed: Callable[[str], Draft]) -> None:
    text = "A guard said that the rebels attacked the port."
    token = parsed(text).syntax.at(text.index("attacked"))
    assert token is not None
    stance, _ = commitment(token)
    assert stance.told
    assert stance.words == ("say",)
