"""Titles, kickers and pull quotes that repeat a statement of the text: counted once, kept as `also`."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.model import Span
    from onrecord.stages.draft import Draft
    from onrecord.stages.found import Attribution
    from onrecord.stages.tokens import Token

HEADLINES = {"title", "kicker", "pull_quote"}
ALIKE = 0.45
"""Share of a headline's words that a statement must hold to be what it repeats."""
TOLD_BY = {"NOUN", "PROPN", "VERB", "ADJ", "NUM"}


def fold_repeats(draft: Draft, found: list[Attribution]) -> list[Attribution]:
    """Give the attributions without those of headlines that the text repeats, which become its `also`."""
    body = [a for a in found if _kind(draft, a) not in HEADLINES]
    holders: dict[str, list[int]] = defaultdict(list)
    for n, attribution in enumerate(body):
        for word in dict.fromkeys(_words(_tokens(draft, attribution))):
            holders[word].append(n)
    folded: set[int] = set()
    for block, tokens in _headlines(draft).items():
        match = _match(tokens, holders)
        if match is None:
            continue
        folded.add(block)
        own = [a for a in found if _block(draft, a) == block]
        spans = [span for a in own for span in a.content] or [(tokens[0].start, tokens[-1].end)]
        body[match].also = sorted(dict.fromkeys([*body[match].also, *spans]))
    return [a for a in found if _block(draft, a) not in folded]


def _headlines(draft: Draft) -> dict[int, list[Token]]:
    blocks: dict[int, list[Token]] = {}
    for sentence in draft.syntax.sentences:
        if sentence.kind in HEADLINES:
            blocks.setdefault(sentence.block, []).extend(sentence.tokens)
    return blocks


def _match(tokens: list[Token], holders: dict[str, list[int]]) -> int | None:
    """Give the statement that holds most of a headline's words, the first of equals."""
    words = list(dict.fromkeys(_words(tokens)))
    votes: dict[int, int] = defaultdict(int)
    for word in words:
        for n in holders.get(word, ()):
            votes[n] += 1
    if len(words) < 3 or not votes:
        return None
    best = min(votes, key=lambda n: (-votes[n], n))
    return best if votes[best] >= ALIKE * len(words) else None


def _tokens(draft: Draft, attribution: Attribution) -> list[Token]:
    spans: list[Span] = [*attribution.content, *attribution.cue, *(source.span for source in attribution.sources)]
    return [token for span in spans for token in draft.syntax.within(span)]


def _words(tokens: list[Token]) -> list[str]:
    """Give word stems of five letters: "shells" and "shelled", "Turkey" and "Turkish" are near enough."""
    return [token.lemma[:5] for token in tokens if token.pos in TOLD_BY and len(token.lemma) > 2]


def _block(draft: Draft, attribution: Attribution) -> int:
    cue = attribution.cue_head or draft.syntax.at(attribution.content[0][0])
    return cue.sentence.block if cue is not None else -1


def _kind(draft: Draft, attribution: Attribution) -> str:
    cue = attribution.cue_head or draft.syntax.at(attribution.content[0][0])
    return cue.sentence.kind if cue is not None else "paragraph"
