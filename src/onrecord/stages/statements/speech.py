"""Quotations that no clause has claimed: given to the cue beside them, or to the speaker who was speaking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.statements.build import attribute, merge
from onrecord.stages.statements.sources import sources_at, subject
from onrecord.stages.statements.words import verbs

if TYPE_CHECKING:
    from onrecord.model import Span
    from onrecord.stages.found import Attribution, Quotation
    from onrecord.stages.statements.scene import Scene
    from onrecord.stages.tokens import Token

SCARE = 3
"""Words: quotations up to this length need a comma or the verb right beside them to be speech."""
THINKING_ALOUD = {"think", "wonder", "hope", "fear"}
REACH = 25
"""Tokens between a quotation and the verb that introduces or follows it."""


def attach_quotations(scene: Scene, found: list[Attribution]) -> list[Attribution]:
    """Give the attributions with every quotation of speech attached to one."""
    by_cue = {a.cue_head.i: a for a in found if a.cue_head is not None and scene.quote_of[a.cue_head.i] < 0}
    covered = _covered(scene, list(by_cue.values()))
    last: Attribution | None = None
    for n, quotation in enumerate(scene.quotations):
        if n in covered:
            last = covered[n]
            continue
        tokens = scene.syntax.within(quotation.inner)
        if not tokens:
            continue
        cue = _cue_beside(scene, quotation)
        if cue is not None:
            known = by_cue.get(cue.i)
            if known is not None and _may_take(scene, known, quotation):
                _extend(known, quotation)
                last = known
                continue
            if known is None:
                made = _speech(scene, quotation, cue, tokens)
                if made is not None:
                    by_cue[cue.i] = made
                    found.append(made)
                    last = made
                    continue
        if last is not None and _stands_alone(tokens) and _continues(scene, last, quotation):
            _extend(last, quotation)
    return found


def join_frames(found: list[Attribution]) -> list[Attribution]:
    """Make one of "According to him, "…," he added": two cues of one quotation."""
    by_content: dict[tuple[Span, ...], Attribution] = {}
    kept: list[Attribution] = []
    for attribution in found:
        first = by_content.setdefault(tuple(attribution.content), attribution)
        framed = "statements.according" in {first.rule, attribution.rule}
        if first is attribution or attribution.speech == "indirect" or not framed:
            kept.append(attribution)
            continue
        first.sources = sorted([*first.sources, *attribution.sources], key=lambda source: source.span)
        first.cue = merge([*first.cue, *attribution.cue])
    return kept


def _covered(scene: Scene, found: list[Attribution]) -> dict[int, Attribution]:
    """Give quotation number → the attribution whose content holds it, by a cue outside quotations."""
    covered: dict[int, Attribution] = {}
    for attribution in found:
        for span in attribution.content:
            for token in scene.syntax.within(span):
                n = scene.quote_of[token.i]
                if n >= 0 and scene.quotations[n].span[0] >= span[0]:
                    covered.setdefault(n, attribution)
    return covered


def _cue_beside(scene: Scene, quotation: Quotation) -> Token | None:
    """Give the reporting verb next to a quotation: after it in the same sentence, else before it."""
    inside = scene.syntax.within(quotation.span)
    block = inside[0].sentence.block
    words = [token for token in inside if token.pos != "PUNCT"]
    ends = [token.lower for token in inside[-2:]]
    if len(words) > SCARE or any(mark in {",", "?", "!", ".", "--"} for mark in ends):
        for token in _run(scene, inside[-1].i + 1, 1, block):
            if _may_introduce(token):
                return token
    preceding = _run(scene, inside[0].i - 1, -1, block)
    for n, token in enumerate(preceding):
        if _may_introduce(token):
            gap = sum(other.pos != "PUNCT" for other in preceding[:n])
            marked = preceding[0].lower in {",", ":"}
            return token if marked or gap <= (6 if len(words) > SCARE else 0) else None
    return None


def _run(scene: Scene, i: int, step: int, block: int) -> list[Token]:
    """Walk outwards from a quotation to the end of the sentence or the next quotation."""
    run: list[Token] = []
    while 0 <= i < len(scene.tokens) and len(run) < REACH:
        token = scene.tokens[i]
        if scene.quote_of[i] >= 0 or token.sentence.block != block or token.lower in {".", "!", "?", ";"}:
            break
        run.append(token)
        i += step
    return run


def _may_introduce(token: Token) -> bool:
    frames = verbs().get(token.lemma) if token.pos in {"VERB", "AUX"} else None
    if frames is None or ("thought" in frames and token.lemma not in THINKING_ALOUD):
        return False
    return "clause" in frames or "quotation" in frames


def _speech(scene: Scene, quotation: Quotation, cue: Token, tokens: list[Token]) -> Attribution | None:
    head = subject(scene, cue)
    sources = sources_at(scene, head, cue) if head is not None else []
    if not sources:
        return None
    heads = [token for token in tokens if token.head is None or scene.quote_of[token.head.i] < 0]
    return attribute(scene, cue, sources, [quotation.span], heads[:4], rule="quotation")


def _extend(attribution: Attribution, quotation: Quotation) -> None:
    attribution.content = merge([*attribution.content, quotation.span])
    if attribution.speech == "indirect":
        attribution.speech = "mixed"


def _may_take(scene: Scene, attribution: Attribution, quotation: Quotation) -> bool:
    """Tell whether a cue with a content may also take this quotation: "A," he said, "B."."""
    cue = attribution.cue_head
    if attribution.speech != "indirect" or cue is None:
        return True
    first = scene.syntax.within(quotation.span)[0].i
    return cue.i < first and all(token.pos == "PUNCT" for token in scene.tokens[cue.i + 1 : first])


def _stands_alone(tokens: list[Token]) -> bool:
    """Tell whether a quotation is made of whole sentences."""
    first, last = tokens[0], tokens[-1]
    before = [t for t in first.sentence.tokens if t.i < first.i and t.pos != "PUNCT"]
    after = [t for t in last.sentence.tokens if t.i > last.i and t.pos != "PUNCT"]
    return not before and not after and len(tokens) > 3


def _continues(scene: Scene, last: Attribution, quotation: Quotation) -> bool:
    """Tell whether a quotation follows its speaker closely enough to be his still."""
    if last.speech == "indirect":
        return False
    token = scene.syntax.at(quotation.inner[0]) or scene.syntax.within(quotation.inner)[0]
    cue = last.cue_head
    ends = max([span[1] for span in last.content] + ([cue.end] if cue is not None else []))
    before = scene.syntax.at(ends - 1)
    return before is not None and token.sentence.block - before.sentence.block <= 1
