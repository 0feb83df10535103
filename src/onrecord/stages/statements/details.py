"""What surrounds a cue: anonymity granted, duress, whom it was told, where and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import overlaps
from onrecord.stages.found import SourceFound
from onrecord.stages.statements.sources import is_speaker, phrase_of
from onrecord.stages.statements.words import anonymity_words, is_saying, venues, verbs

if TYPE_CHECKING:
    from onrecord.model import Span
    from onrecord.stages.found import Attribution
    from onrecord.stages.statements.scene import Scene
    from onrecord.stages.tokens import Sentence, Token

STEMS = ("anonym", "named", "identif", "authori", "permitted", "allowed", "condition that")
"""No sentence without one of these grants anonymity."""
OCCASIONS = {"in", "on", "at", "during", "via", "through"}
DATES = {"DATE", "TIME"}


def add_details(scene: Scene, found: list[Attribution]) -> None:
    """Fill in listener, occasion, date, duress and anonymity, from the sentence of each cue."""
    by_sentence: dict[int, list[Attribution]] = {}
    for attribution in found:
        cue = attribution.cue_head
        if cue is None:
            continue
        by_sentence.setdefault(cue.sentence.i, []).append(attribution)
        if is_saying(cue.lemma):
            attribution.told_to = _listener(scene, cue, attribution)
            attribution.venue = _venue(scene, cue, attribution)
            attribution.time = _date(attribution, cue)
        attribution.duress = _duress(scene, cue)
    for sentence in scene.syntax.sentences:
        span = _grant(scene, sentence)
        if span is not None:
            _give_anonymity(scene, span, sentence, by_sentence)


def _listener(scene: Scene, cue: Token, attribution: Attribution) -> SourceFound | None:
    frames = verbs().get(cue.lemma)
    told = frames is not None and "told" in frames
    for child in cue.children:
        case = child.child("case")
        direct = told and child.dep in {"obj", "iobj"} and child.i > cue.i
        passive = told and child.dep == "nsubj:pass"
        to = child.dep in {"obl", "iobj"} and case is not None and case.lower in {"to", "with"} and _is_someone(child)
        if not (direct or passive or to) or not is_speaker(child):
            continue
        span = phrase_of(scene, child, cue)
        if span is not None and not any(overlaps(span, part) for part in attribution.content):
            return SourceFound(span=span, head=child)
    return None


def _is_someone(token: Token) -> bool:
    return token.entity in {"PERSON", "ORG", "NORP"} or token.pos in {"PRON", "NOUN"}


def _venue(scene: Scene, cue: Token, attribution: Attribution) -> Span | None:
    for child in cue.each("obl", "nmod"):
        case = child.child("case")
        if case is not None and case.lower in OCCASIONS and child.lemma in venues():
            span = phrase_of(scene, child, cue)
            dates = [
                scene.tokens[scene.left[d.i]].start for d in child.each("nmod", "obl:unmarked") if d.entity in DATES
            ]
            if span is not None and dates:
                span = (span[0], max(child.end, min(dates) - 1))
            if span is not None and not any(overlaps(span, part) for part in attribution.content):
                return span
    return None


def _date(attribution: Attribution, cue: Token) -> Span | None:
    """Give the first date in the cue's sentence that is neither in the content nor in the source."""
    taken = [*attribution.content, *(source.span for source in attribution.sources)]
    start: Token | None = None
    end: Token | None = None
    for token in cue.sentence.tokens:
        dated = token.entity in DATES and not any(overlaps(token.span, span) for span in taken)
        if dated and (end is None or token.i == end.i + 1):
            start, end = start or token, token
        elif end is not None:
            break
    return (start.start, end.end) if start is not None and end is not None and abs(start.i - cue.i) < 30 else None


def _duress(scene: Scene, cue: Token) -> Span | None:
    """Give the words that say it was forced: "forced under duress" before "to admit"."""
    head = cue.head
    if head is not None and cue.dep in {"xcomp", "advcl"} and head.lower in anonymity_words().duress:
        to = cue.child("mark")
        return scene.span(head.i, (to.i if to is not None else cue.i) - 1)
    first = scene.left[cue.i]
    words = " ".join(token.lower for token in scene.tokens[first : cue.i + 12] if token.sentence is cue.sentence)
    if not any(phrase in words for phrase in anonymity_words().duress if " " in phrase):
        return None
    for token in cue.subtree():
        case = token.child("case")
        if case is not None and f"{case.lower} {token.lower}" in anonymity_words().duress:
            return (case.start, token.end)
    return None


def _grant(scene: Scene, sentence: Sentence) -> Span | None:
    """Give the span from the first words that grant anonymity to the end of the sentence."""
    start, end = sentence.span
    words = scene.text[start:end].lower().replace("’", "'")
    if not any(stem in words for stem in STEMS):
        return None
    starts = [at for grant in anonymity_words().grants if (at := words.find(grant)) >= 0]
    if not starts:
        return None
    token = scene.syntax.at(start + min(starts))
    if token is None or scene.quote_of[token.i] >= 0:
        return None
    first = token.i
    while first > sentence.tokens[0].i and scene.tokens[first - 1].lower in {
        "n't",
        "n’t",
        "were",
        "was",
        "not",
        "are",
        "is",
    }:
        first -= 1
    last = first
    for follower in scene.tokens[first : sentence.tokens[-1].i + 1]:
        if scene.quote_of[follower.i] >= 0 or (follower.lower == "," and last - first > 3):
            break
        last = follower.i
    return scene.span(first, last)


def _give_anonymity(scene: Scene, span: Span, sentence: Sentence, by_sentence: dict[int, list[Attribution]]) -> None:
    here = [a for a in by_sentence.get(sentence.i, ()) if a.sources and not _inside(span, a.content)]
    before = by_sentence.get(sentence.i - 1, []) if not here else []
    for attribution in here[-1:] or before[-1:]:
        attribution.anonymity = span
        attribution.anonymity_reason = _reason(scene, span)


def _inside(span: Span, content: list[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in content)


def _reason(scene: Scene, span: Span) -> Span | None:
    """Give the words of the reason: after "as", "because", "due to" …, or "not authorized …" itself."""
    tokens = scene.syntax.within(span)
    for n, token in enumerate(tokens[2:], 2):
        if token.lower in anonymity_words().reasons and token.pos in {"SCONJ", "ADP", "ADV", "ADJ", "VERB"}:
            return (token.start, tokens[-1].end) if n < len(tokens) - 1 else None
    words = [token.lower for token in tokens]
    for authorised in ("authorized", "authorised", "permitted", "allowed"):
        if authorised in words:
            stop = words.index("and") if "and" in words else len(words)
            return (tokens[0].start, tokens[stop - 1].end)
    return None
