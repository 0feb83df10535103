"""Whose statement it is: the words of a source, from the head of its phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.found import SourceFound
from onrecord.stages.grammar import conjuncts, subject_of

if TYPE_CHECKING:
    from onrecord.stages.statements.scene import Scene
    from onrecord.stages.tokens import Token

BESIDE = {"conj", "cc", "advcl", "parataxis", "discourse"}
LONGEST = 45
"""Tokens; a longer subject is a misparse."""


def subject(verb: Token) -> Token | None:
    """Give the head of the phrase that speaks: the verb's subject, own or shared."""
    head = subject_of(verb)
    if head is None or head.tag in {"EX", "WDT"}:
        return None
    return head


def sources_at(scene: Scene, head: Token, cue: Token) -> list[SourceFound]:
    """Give one source for each coordinated phrase at `head`, without what follows in commas."""
    found = []
    for part in conjuncts(head) if head.dep != "conj" else [head]:
        if part.pos in {"VERB", "AUX"} and part is not head:
            continue
        span = _phrase(scene, part, cue)
        if span is not None:
            found.append(SourceFound(span=span, head=part))
    return found


def _phrase(scene: Scene, head: Token, cue: Token) -> tuple[int, int] | None:
    first, last = head.i, head.i
    for child in sorted(head.children, key=lambda token: token.i):
        if child.dep in BESIDE:
            continue
        left, right = scene.left[child.i], scene.right[child.i]
        if right < head.i:
            if child.dep != "punct" and not (left <= cue.i <= right):
                first = min(first, left)
        elif _closes(scene, child):
            break
        elif left <= cue.i <= right:
            break
        elif child.dep != "punct":
            last = max(last, right)
    if last - first > LONGEST:
        first, last = head.i, head.i
    if scene.quote_of[first] != scene.quote_of[head.i]:
        first = head.i
    return scene.span(first, last)


def _closes(scene: Scene, child: Token) -> bool:
    """Tell whether a part after the noun stands apart in commas: "Wang, who is visiting …"."""
    left = scene.left[child.i]
    comma = left > 0 and scene.tokens[left - 1].lower in {",", "--", "–", "—"}
    return child.dep in {"acl:relcl", "acl", "advcl"} and comma


def is_speaker(head: Token) -> bool:
    """Tell whether a word can name a source at all (not "this", "which", a clause, a number of money)."""
    if head.pos in {"VERB", "AUX", "ADP", "ADV", "PUNCT", "SCONJ"}:
        return False
    return head.lower not in {"this", "that", "these", "those", "which", "what", "there"}
