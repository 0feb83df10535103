"""Puts an attribution together from its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from onrecord.stages.found import Attribution

if TYPE_CHECKING:
    from onrecord.model import Span
    from onrecord.model.statement import Speech
    from onrecord.stages.found import SourceFound
    from onrecord.stages.statements.scene import Scene
    from onrecord.stages.tokens import Token

SCORES = {
    "about": 0.6, "accusation": 0.8, "according": 0.9, "adjective": 0.4, "adverb": 0.4, "bidden": 0.4, "charged": 0.8,
    "clause": 0.8, "colon": 0.7, "command": 0.5, "fronted": 0.9, "gerund": 0.7, "headline": 0.7, "infinitive": 0.5,
    "loose": 0.7, "naming": 0.8, "noun": 0.4, "object": 0.5, "parenthesis": 0.8, "passive_clause": 0.8,
    "passive_object": 0.5, "predication": 0.6, "quotation": 0.8, "raised": 0.5, "recording": 0.7, "retroactive": 0.6,
    "script": 0.8,
}  # fmt: skip
"""How far a construction can be trusted to attribute, in tenths and by our judgement: the sets that could give more
digits are for evaluation only. `python -m evaluation.calibration` shows how well the tenths hold."""
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "nor", "neither"})


def attribute(  # noqa: PLR0913 - the parts of an attribution
    scene: Scene,
    cue: Token,
    sources: list[SourceFound],
    content: list[Span | None],
    heads: list[Token],
    *,
    rule: str,
    with_cue: list[Token] | None = None,
) -> Attribution | None:
    """Give the attribution, its content widened to whole quotations; None where no content is left."""
    spans = merge([scene.widen(span, cue) for span in content if span is not None])
    spans = [span for span in spans if span[0] < span[1]]
    if not spans:
        return None
    words = [cue, *cue.each("compound:prt"), *(with_cue or [])]
    if negations := [child for child in cue.children if child.dep in {"advmod", "neg"} and child.lower in NEGATIONS]:
        words += [*negations, *cue.each("aux")]
    return Attribution(
        rule=f"statements.{rule}",
        score=SCORES[rule],
        reason=f"cue “{cue.text}”"
        + (f", source “{scene.text[slice(*sources[0].span)]}”" if sources else ", no source"),
        sources=sources,
        cue=cue_spans(words),
        cue_head=cue,
        content=spans,
        content_heads=heads,
        speech=cast("Speech", scene.speech_of(spans, cue)),
    )


def cue_spans(words: list[Token]) -> list[Span]:
    """Give the spans of a cue's words, neighbours joined."""
    spans: list[Span] = []
    last = -2
    for token in sorted({word.i: word for word in words}.values(), key=lambda word: word.i):
        if token.i == last + 1:
            spans[-1] = (spans[-1][0], token.end)
        else:
            spans.append(token.span)
        last = token.i
    return spans


def merge(spans: list[Span]) -> list[Span]:
    """Sort spans and join those that overlap."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
