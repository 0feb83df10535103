"""Makes the variants that newspapers make of one wire story, kind by kind, and always the same ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Sentences = list[str]
STAFF = [
    "Local readers will remember that a similar story held the front page of this paper for most of last spring.",
    "Our newsroom asked the council for its view and had no answer by the time that this edition went to press.",
    "Residents who spoke to this paper at the market on Saturday were divided about what ought to happen now.",
]
NEAR = {"said": "told reporters", "killed": "left dead", "about": "roughly", "began": "started", "people": "persons"}


def variants(story: Sentences, other: Sentences) -> dict[str, str]:
    """Give one variant of a story a kind of edit; `other` is an unrelated story, for merged briefs."""
    return {name: "\n".join(edit(story, other)) for name, edit in EDITS.items()}


def _new_headline(story: Sentences, _: Sentences) -> Sentences:
    return ["What we know so far about a story that moved fast today", *story[1:]]


def _cut_tail(story: Sentences, _: Sentences) -> Sentences:
    return story[: max(3, len(story) // 2)]


def _cut_head(story: Sentences, _: Sentences) -> Sentences:
    return story[len(story) // 3 :]


def _local_insert(story: Sentences, _: Sentences) -> Sentences:
    middle = len(story) // 2
    return [*story[:middle], *STAFF, *story[middle:]]


def _merged_briefs(story: Sentences, other: Sentences) -> Sentences:
    return [*other[: len(other) // 2], *story[: max(4, len(story) // 2)], *STAFF[:1]]


def _paragraphs_moved(story: Sentences, _: Sentences) -> Sentences:
    third = len(story) // 3
    return [*story[:1], *story[third:], *story[1:third]]


def _sentences_dropped(story: Sentences, _: Sentences) -> Sentences:
    return [sentence for i, sentence in enumerate(story) if i % 3 != 2]


def _words_changed(story: Sentences, _: Sentences) -> Sentences:
    return [" ".join(NEAR.get(word, word) for word in sentence.split()) for sentence in story]


def _credit_added(story: Sentences, _: Sentences) -> Sentences:
    return ["By our own staff and agencies", *story, "Copyright of the agency. All rights are reserved."]


def _retyped(story: Sentences, _: Sentences) -> Sentences:
    return [sentence.replace('"', "”").replace("'", "’").replace(" - ", " — ").upper() for sentence in story]


EDITS: dict[str, Callable[[Sentences, Sentences], Sequence[str]]] = {
    "new headline": _new_headline, "cut tail": _cut_tail, "cut head": _cut_head, "local insert": _local_insert,
    "merged briefs": _merged_briefs, "paragraphs moved": _paragraphs_moved, "sentences dropped": _sentences_dropped,
    "words changed": _words_changed, "credit added": _credit_added, "retyped": _retyped,
}  # fmt: skip
