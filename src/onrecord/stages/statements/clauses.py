"""How far a content reaches: from a clause's head to the words that still belong to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.statements.sources import shares_outer_subject
from onrecord.stages.statements.words import is_saying, venues, verbs

if TYPE_CHECKING:
    from onrecord.model import Span
    from onrecord.stages.statements.scene import Scene
    from onrecord.stages.tokens import Token

FOLLOWING = {
    "compound:prt",
    "advcl",
    "obl",
    "nmod",
    "advmod",
    "obl:unmarked",
    "conj",
    "xcomp",
    "acl",
    "dep",
    "obj",
    "appos",
}
LONGEST = 200
"""Tokens of a content in which a new voice is looked for."""
DATES = {"DATE", "TIME"}
COMMAS = {",", "--", "–", "—", ";", "-"}


def is_cue(token: Token) -> bool:
    """Tell whether a verb reports speech or thought."""
    frames = verbs().get(token.lemma) if token.pos in {"VERB", "AUX"} else None
    return frames is not None and ("clause" in frames or "citing" in frames or "naming" in frames)


def cue_says(cue: Token | None) -> bool:
    """Tell whether a verb says, so that a date beside it may be the date of saying."""
    return cue is not None and is_saying(cue.lemma)


def after_comma(scene: Scene, token: Token) -> bool:
    """Tell whether a phrase stands behind a comma or dash (a conjunction between them counts as part of it)."""
    left = scene.left[token.i]
    return left > 0 and scene.tokens[left - 1].lower in COMMAS


def after_cue(scene: Scene, head: Token, cue: Token, first: int | None = None) -> Span | None:
    """Give the span of a content that follows its cue, from token `first` or the left edge of `head`.

    The adjuncts that the parser hung on the cue are taken in.
    """
    if first is None:
        first = max(scene.left[head.i], cue.i + 1)
    last = max(scene.right[head.i], head.i)
    for sibling in cue.children:
        if scene.left[sibling.i] <= last or sibling.dep not in FOLLOWING:
            continue
        if scene.left[sibling.i] > last + 2 or _stands_apart(scene, sibling):
            break
        last = scene.right[sibling.i]
    last = before_next_voice(scene, head, first, last)
    return scene.span(past_complementiser(scene, first, head), last)


def _stands_apart(scene: Scene, sibling: Token) -> bool:
    """Tell whether a part after the content belongs to the saying: ", adding …", ", but others denied …"."""
    comma = after_comma(scene, sibling)
    if sibling.dep == "obl:unmarked" and comma and sibling.entity not in DATES:
        return False  # an apposition that the parser hung too high
    if sibling.dep in {"obl", "obl:unmarked"} and sibling.entity in DATES and cue_says(sibling.head):
        return True
    if sibling.dep == "conj":
        return comma or is_cue(sibling) or sibling.child("nsubj", "nsubj:pass") is None
    if sibling.dep == "advcl":
        return is_cue(sibling) or (comma and sibling.tag == "VBG" and sibling.child("nsubj") is None)
    if sibling.dep == "obl" and sibling.lemma in venues() and cue_says(sibling.head):
        return True
    case = sibling.child("case")
    return comma or (case is not None and case.lower == "according")


def before_next_voice(scene: Scene, head: Token, first: int, last: int) -> int:
    """Cut a content where someone begins to speak anew.

    So before ", but U.S. officials denied …", before a ", adding …" that the reporter shares, and before
    ", according to …".
    """
    start = max(first, head.i) + 1
    for token in scene.tokens[start : min(last + 1, start + LONGEST)]:
        if scene.quote_of[token.i] >= 0:
            continue
        left = scene.left[token.i]
        if left <= head.i:
            continue
        if token.lower == "according" and token.head is not None and after_comma(scene, token.head):
            return min(last, scene.left[token.head.i] - 2)
        if token.pos == "VERB" and is_cue(token) and _speaks_anew(scene, token, head):
            return left - 1
    return last


def _speaks_anew(scene: Scene, verb: Token, head: Token) -> bool:
    if shares_outer_subject(scene, verb) and is_saying(verb.lemma):
        return True
    own = verb.child("nsubj", "nsubj:pass")
    if verb.dep == "acl:relcl" and after_comma(scene, verb):  # "…, which Russia denies"
        return own is not None and own.tag not in {"WP", "WDT"}
    coordinated = verb.dep == "conj" and verb.head is head and after_comma(scene, verb)
    return coordinated and own is not None and own.pos != "PRON" and verb.child("mark") is None


def past_complementiser(scene: Scene, first: int, head: Token) -> int:
    """Step over "that" and punctuation at the head of a content."""
    tokens = scene.tokens
    while first < head.i and (tokens[first].lower in COMMAS or tokens[first].lower == ":" or _is_that(tokens[first])):
        first += 1
    return first


def _is_that(token: Token) -> bool:
    return token.lower == "that" and (token.dep == "mark" or token.tag in {"IN", "WDT"})


def before_cue(scene: Scene, head: Token, cue_start: int, cue: Token) -> Span | None:
    """Give the span of a content that stands before its cue: from the start of the sentence, or of the clause."""
    start = scene.left[head.i] if cue.dep == "conj" else min(cue.sentence.tokens[0].i, scene.left[head.i])
    return scene.span(start, cue_start - 1)


def around(scene: Scene, first: int, last: int, out_first: int, out_last: int) -> list[Span]:
    """Give the spans of `first`…`last` without the parenthesis `out_first`…`out_last`."""
    spans = [scene.span(first, min(last, out_first - 1)), scene.span(max(first, out_last + 1), last)]
    return [span for span in spans if span is not None]
