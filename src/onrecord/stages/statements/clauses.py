"""How far a content reaches: from a clause's head to the words that still belong to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.statements.words import verbs

if TYPE_CHECKING:
    from onrecord.model import Span
    from onrecord.stages.statements.scene import Scene
    from onrecord.stages.tokens import Token

FOLLOWING = {"advcl", "obl", "nmod", "advmod", "obl:unmarked", "conj", "xcomp", "acl", "dep", "obj"}


def is_cue(token: Token) -> bool:
    """Tell whether a verb reports speech or thought."""
    frames = verbs().get(token.lemma) if token.pos in {"VERB", "AUX"} else None
    return frames is not None and ("clause" in frames or "citing" in frames or "naming" in frames)


def after_cue(scene: Scene, head: Token, cue: Token) -> Span | None:
    """Give the span of a content clause that follows its cue, with the adjuncts that the parser hung on the cue."""
    first = max(scene.left[head.i], cue.i + 1)
    last = max(scene.right[head.i], head.i)
    for sibling in cue.children:
        if scene.left[sibling.i] <= last or sibling.dep not in FOLLOWING:
            continue
        if scene.left[sibling.i] > last + 2 or _stands_apart(scene, sibling):
            break
        last = scene.right[sibling.i]
    last = _before_next_voice(scene, head, last)
    first = past_complementiser(scene, first, head)
    return scene.span(first, last)


def _stands_apart(scene: Scene, sibling: Token) -> bool:
    """Tell whether a part after the content belongs to the saying: ", adding …", ", but others denied …"."""
    left = scene.left[sibling.i]
    comma = left > 0 and scene.tokens[left - 1].lower in {",", "--", "–", "—", ";"}
    if sibling.dep == "conj":
        return comma or is_cue(sibling) or sibling.child("nsubj", "nsubj:pass") is None
    if sibling.dep == "advcl":
        return is_cue(sibling) or (comma and sibling.tag == "VBG" and sibling.child("nsubj") is None)
    return comma or sibling.child("case") is not None and sibling.child("case").lower == "according"  # type: ignore[union-attr]


def _before_next_voice(scene: Scene, head: Token, last: int) -> int:
    """Cut before a coordinated clause in which someone else speaks: "…, but U.S. officials have not confirmed …"."""
    for clause in head.children:
        if clause.dep != "conj" or not is_cue(clause):
            continue
        left = scene.left[clause.i]
        comma = left > 0 and scene.tokens[left - 1].lower in {",", ";"}
        own = clause.child("nsubj", "nsubj:pass")
        if comma and own is not None and own.pos != "PRON" and clause.child("mark") is None:
            return min(last, left - 1)
    return last


def past_complementiser(scene: Scene, first: int, head: Token) -> int:
    """Step over "that" (and a comma before it) at the head of a content."""
    tokens = scene.tokens
    while first < head.i and (tokens[first].lower in {",", ":", "--", "–", "—"} or _is_that(tokens[first], head)):
        first += 1
    return first


def _is_that(token: Token, head: Token) -> bool:
    return token.lower == "that" and (token.dep == "mark" or token.tag in {"IN", "WDT"})


def before_cue(scene: Scene, head: Token, cue_start: int, cue: Token) -> Span | None:
    """Give the span of a content that stands before its cue: from the start of the sentence, or of the clause."""
    start = cue.sentence.tokens[0].i if cue.dep in {"root", "parataxis", "conj", "ccomp"} else scene.left[head.i]
    if cue.dep == "conj":
        start = scene.left[head.i]
    return scene.span(start, cue_start - 1)


def around(scene: Scene, first: int, last: int, out_first: int, out_last: int) -> list[Span]:
    """Give the spans of `first`…`last` without the parenthesis `out_first`…`out_last`."""
    spans = [scene.span(first, min(last, out_first - 1)), scene.span(max(first, out_last + 1), last)]
    return [span for span in spans if span is not None]
