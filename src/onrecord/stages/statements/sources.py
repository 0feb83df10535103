"""Whose statement it is: from a cue to the head of the phrase that speaks, and the words of that phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.found import SourceFound
from onrecord.stages.grammar import SUBJECT, conjuncts, relative_referent, subject_of
from onrecord.stages.statements.words import is_saying, nobody, venues, verbs

if TYPE_CHECKING:
    from onrecord.model import Span
    from onrecord.stages.statements.scene import Scene
    from onrecord.stages.tokens import Token

BESIDE = {"conj", "cc", "advcl", "parataxis", "discourse", "case", "mark", "cop", "aux"}
FINITE = {"VBZ", "VBP", "VBD"}
VERBAL = {"VBZ", "VBP", "VBD", "VBN", "VBG", "VB"}
NOT_NOMINAL = {"VERB", "AUX", "ADP", "ADV", "PUNCT", "SCONJ", "PART", "CCONJ"}
POINTERS = frozenset({"this", "that", "these", "those", "which", "what", "there"})
ASIDE = 12
"""Tokens of a relative clause in commas that may still describe a source."""
LONGEST = 45
"""Tokens; a longer subject is a misparse."""


def subject(scene: Scene, verb: Token) -> Token | None:
    """Give the head of the phrase that speaks, or None.

    The subject stands on the same side of the quotation marks as its verb. A participle after a comma (", adding …")
    and a conjunct that agrees with an outer verb only share the subject of the verb that reports.
    """
    level = scene.quote_of[verb.i]
    own = verb.each(*SUBJECT)
    level_own = [child for child in own if scene.quote_of[child.i] == level]
    head: Token | None
    if level_own:
        nearest = min(level_own, key=lambda child: (abs(child.i - verb.i), child.i))
        if nearest.pos == "VERB":  # "the man claiming to be …" misread as a clause
            nearest = nearest.child("nsubj") or nearest
        head = relative_referent(nearest)
    elif own:
        head = None
    else:
        reporter = _outer_reporter(scene, verb)
        head = subject(scene, reporter) if reporter is not None else subject_of(_clause_of(verb))
    beside = _between_quote_and(scene, verb)
    if beside is not None and (head is None or not beside[0] <= head.i <= beside[1]) and not _follows(head, verb):
        head = _root_within(scene, *beside)
    if head is None or not is_speaker(head) or scene.quote_of[head.i] != level:
        return None
    return head


def _clause_of(verb: Token) -> Token:
    """Give the verb itself, or, for a participle inside an infinitive, the clause whose subject both share."""
    if verb.tag == "VBG" and verb.dep == "advcl" and verb.head is not None and verb.head.dep == "xcomp":
        return verb.head.head or verb
    if verb.tag == "VBG" and verb.dep == "acl" and verb.head is not None and verb.head.lemma in venues():
        return next((a for a in verb.head.ancestors() if a.pos == "VERB"), verb)  # "said at a meeting announcing …"
    return verb


def _follows(head: Token | None, verb: Token) -> bool:
    return head is not None and head.i > verb.i and head.i - verb.i < 12


def _outer_reporter(scene: Scene, verb: Token) -> Token | None:
    """Give the reporting verb further out whose subject this one shares, where the parser hung it too low."""
    before = scene.tokens[scene.left[verb.i] - 1].lower if scene.left[verb.i] > 0 else ""
    if verb.tag == "VBG" and verb.dep in {"advcl", "acl", "conj", "dep"} and before in {",", "--", "–", "—"}:
        if not is_saying(verb.lemma):
            return None
        return next((a for a in verb.ancestors() if a.i < verb.i and a.pos == "VERB" and is_saying(a.lemma)), None)
    if verb.dep == "conj" and verb.head is not None and verb.tag in FINITE and verb.head.tag in VERBAL - {verb.tag}:
        return next((a for a in verb.head.ancestors() if a.i < verb.i and a.tag == verb.tag), None)
    return None


def shares_outer_subject(scene: Scene, verb: Token) -> bool:
    """Tell whether a verb belongs to a reporting verb further out than its head."""
    return verb.child(*SUBJECT) is None and _outer_reporter(scene, verb) is not None


def _between_quote_and(scene: Scene, verb: Token) -> tuple[int, int] | None:
    """Give the first and last token between the end of a quotation and the verb ("…," NAME said)."""
    i = verb.i - 1
    while i > 0 and verb.i - i < 25 and scene.quote_of[i] < 0 and scene.tokens[i].lower not in {":", ";"}:
        i -= 1
    if i < 0 or scene.quote_of[i] < 0 or i == verb.i - 1 or scene.quote_of[verb.i] >= 0:
        return None
    inner_end = scene.tokens[i - 1].lower if i else ""
    return (i + 1, verb.i - 1) if inner_end in {",", "?", "!", ".", "--", "…", "..."} else None


def _root_within(scene: Scene, first: int, last: int) -> Token | None:
    """Give the nominal that heads a run of tokens."""
    run = scene.tokens[first : last + 1]
    for token in run:
        outside = token.head is None or not first <= token.head.i <= last
        if token.pos in {"NOUN", "PROPN", "PRON"} and outside:
            return token
    return None


def sources_at(scene: Scene, head: Token, cue: Token) -> list[SourceFound]:
    """Give one source for each coordinated phrase at `head`."""
    found = []
    for part in conjuncts(head) if head.dep != "conj" else [head]:
        if part is not head and part.pos in NOT_NOMINAL:
            continue
        span = phrase_of(scene, part, cue)
        if span is not None:
            found.append(SourceFound(span=span, head=part))
    return found


def phrase_of(scene: Scene, head: Token, cue: Token) -> Span | None:
    """Give the words of a phrase from its head, without what is coordinated with it."""
    first, last = head.i, head.i
    for child in head.children:
        if child.dep in BESIDE or child.dep == "punct":
            continue
        left, right = scene.left[child.i], scene.right[child.i]
        if left <= cue.i <= right:
            if child.i > head.i:
                break
        elif right < head.i:
            first = min(first, left)
        elif _reports(scene, child):
            break
        else:
            last = max(last, right)
    if last - first > LONGEST:
        first, last = head.i, head.i
    while first < head.i and scene.quote_of[first] != scene.quote_of[head.i]:
        first += 1
    return scene.span(first, last)


def _reports(scene: Scene, child: Token) -> bool:
    """Tell whether a clause after a noun is more than description: ", who also claims …", or a long aside."""
    left = scene.left[child.i]
    comma = left > 0 and scene.tokens[left - 1].lower in {",", "--", "–", "—"}
    long = scene.right[child.i] - left > ASIDE
    return comma and child.dep in {"acl:relcl", "acl"} and (long or child.lemma in verbs())


def is_speaker(head: Token) -> bool:
    """Tell whether a word can name a source at all (not "this", "which", "you", a clause)."""
    if head.pos in NOT_NOMINAL or head.tag in {"EX", "WDT"}:
        return False
    return head.lower not in POINTERS and head.lower not in nobody()
