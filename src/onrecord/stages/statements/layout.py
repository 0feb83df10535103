"""Attribution by the place of words: "This is what X said", "SMITH: …", "…: minister", a colon before a block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.found import SourceFound
from onrecord.stages.statements.build import attribute
from onrecord.stages.statements.sources import sources_at, subject
from onrecord.stages.statements.words import is_saying, labels, recordings, source_kinds

if TYPE_CHECKING:
    from onrecord.model import Span
    from onrecord.stages.found import Attribution
    from onrecord.stages.statements.scene import Scene
    from onrecord.stages.tokens import Sentence, Token

FARTHEST = 4
"""Paragraphs that a backward attribution may reach over."""
HEADLINE_MARKS = {":", "-", "–", "—", "―", "--"}
HEADLINES = {"title", "kicker", "pull_quote"}


def retroactive(scene: Scene, verb: Token, found: list[Attribution]) -> Attribution | None:
    """Match "This is what an officer told Circa", "He disclosed this": the content stands before."""
    sentence = verb.sentence
    if not is_saying(verb.lemma) or scene.quote_of[verb.i] >= 0 or sentence.i == 0:
        return None
    what = verb.child("obj", "iobj", "dep")
    above = verb.head
    cleft = (
        what is not None
        and what.lower == "what"
        and above is not None
        and any(child.lower in {"this", "that"} and child.dep == "nsubj" for child in above.children)
        and above.i < verb.i
    )
    plain = what is not None and what.lower == "this" and what.i == verb.i + 1
    head = subject(scene, verb) if cleft or plain else None
    if head is None:
        return None
    spans = _paragraphs_before(scene, sentence, found) if cleft else []
    if not spans:
        before = scene.syntax.sentences[sentence.i - 1].span
        last = found[-1] if found else None
        repeats = plain and last is not None and before[0] <= last.content[0][0] < before[1]
        spans = last.content if repeats and last is not None else [before]
    return attribute(scene, verb, sources_at(scene, head, verb), list(spans), [], rule="retroactive")


def _paragraphs_before(scene: Scene, sentence: Sentence, found: list[Attribution]) -> list[Span]:
    """Give the paragraphs before a sentence, back to the nearest that names its own source."""
    named = {
        attribution.cue_head.sentence.block
        for attribution in found
        if attribution.cue_head is not None and attribution.sources
    }
    spans: list[Span] = []
    blocks: list[int] = []
    for earlier in reversed(scene.syntax.sentences[: sentence.i]):
        if earlier.block in named or earlier.kind not in {"paragraph", "list_item"}:
            break
        if earlier.block != sentence.block and earlier.block not in blocks:
            blocks.append(earlier.block)
            if len(blocks) > FARTHEST:
                break
            spans.append(earlier.span)
        elif spans:
            spans[-1] = (earlier.span[0], spans[-1][1])
        else:
            spans.append(earlier.span)
    return spans


def script_line(scene: Scene, sentences: list[Sentence]) -> Attribution | None:
    """Match "MERKEL: We must act." – a block that opens with a speaker in capitals and a colon."""
    tokens = sentences[0].tokens
    colon = next((n for n, token in enumerate(tokens[:6]) if token.lower == ":"), 0)
    name = tokens[:colon]
    if not name or not all(token.text.isupper() or token.pos == "PUNCT" for token in name):
        return None
    if any(token.lower in labels() for token in name) or len(name[0].text) < 2 or len(tokens) - colon < 3:
        return None
    head = name[-1] if name[-1].pos != "PUNCT" else name[0]
    source = SourceFound(span=(name[0].start, name[-1].end), head=head)
    content = scene.span(tokens[colon].i + 1, sentences[-1].tokens[-1].i)
    return attribute(scene, tokens[colon], [source], [content], [], rule="script")


def headline(scene: Scene, sentences: list[Sentence]) -> Attribution | None:
    """Match "Talks failed: minister", "“We are ready” – official": a source after the mark, or a person before it."""
    tokens = [token for sentence in sentences for token in sentence.tokens]
    marks = [n for n, token in enumerate(tokens) if token.lower in HEADLINE_MARKS or token.text[:1] == "―"]
    if not marks:
        return None
    mark = marks[-1]
    tail = tokens[mark + 1 :] if tokens[mark].lower in HEADLINE_MARKS else tokens[mark:]
    head = _speaker(tail)
    if head is not None and mark >= 2 and _has_verb(tokens[:mark]):
        start = tail[0].start + len(tail[0].text) - len(tail[0].text.lstrip("―"))
        source = SourceFound(span=(start, head.end), head=head)
        return attribute(
            scene, tokens[mark], [source], [scene.span(tokens[0].i, tokens[mark].i - 1)], [], rule="headline"
        )
    first = marks[0]
    head = _speaker(tokens[:first]) if tokens[first].lower == ":" else None
    if head is not None and _has_verb(tokens[first:]):
        source = SourceFound(span=(tokens[0].start, head.end), head=head)
        content = scene.span(tokens[first].i + 1, tokens[-1].i)
        return attribute(scene, tokens[first], [source], [content], [], rule="headline")
    return None


def _speaker(tokens: list[Token]) -> Token | None:
    """Give the head of a short verbless phrase that may be a source, or None."""
    words = [token for token in tokens if token.pos != "PUNCT"]
    if not 1 <= len(words) <= 6 or any(token.pos in {"VERB", "AUX", "NUM"} for token in words):
        return None
    last = words[-1]
    lemma = last.lower.lstrip("―")
    known = source_kinds().get(lemma) or source_kinds().get(last.lemma)
    return last if known or (last.entity in {"PERSON", "ORG"} and last.pos == "PROPN") else None


def _has_verb(tokens: list[Token]) -> bool:
    return any(token.pos in {"VERB", "AUX"} for token in tokens) or len(tokens) > 4


def before_block(scene: Scene, verb: Token) -> Attribution | None:
    """Match "The paper reports:" at the end of a paragraph brings the next one, quoted or not."""
    sentence = verb.sentence
    following = scene.syntax.sentences[sentence.i + 1] if sentence.i + 1 < len(scene.syntax.sentences) else None
    if sentence.tokens[-1].lower != ":" or following is None or following.block == sentence.block:
        return None
    head = subject(scene, verb) if is_saying(verb.lemma) else None
    if head is None:
        return None
    last = following
    for later in scene.syntax.sentences[following.i + 1 : following.i + 40]:
        if later.block != following.block:
            break
        last = later
    content = [scene.span(following.tokens[0].i, last.tokens[-1].i)]
    return attribute(scene, verb, sources_at(scene, head, verb), content, [following.root], rule="colon")


def in_recording(scene: Scene, verb: Token, found: Attribution) -> Attribution | None:
    """Match "In the video, a man says …": the recording says that he says it."""
    main = verb.dep in {"root", "conj", "ccomp"} and verb.tag in {"VBZ", "VBP", "VBD"}
    if not main or not is_saying(verb.lemma):
        return None
    first_word = verb.sentence.tokens[0]
    for phrase in verb.sentence.tokens[1:6]:
        case = phrase.child("case")
        if case is not first_word or case.lower != "in" or phrase.lemma not in recordings():
            continue
        spans = [*(source.span for source in found.sources), *found.cue, *found.content]
        first = min(scene.right[phrase.i] + 1, verb.i)
        end = max(span[1] for span in spans)
        start = scene.span(first, verb.i)
        content = [(start[0], end)] if start is not None else []
        return attribute(scene, case, sources_at(scene, phrase, case), list(content), [verb], rule="recording")
    return None
