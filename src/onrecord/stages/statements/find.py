"""Finds attributions: one loop over the tokens for words that attribute, then the quotations left unclaimed."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from onrecord.stages.grammar import is_passive
from onrecord.stages.statements.active import active
from onrecord.stages.statements.details import add_details
from onrecord.stages.statements.layout import HEADLINES, before_block, headline, in_recording, retroactive, script_line
from onrecord.stages.statements.passive import passive, reduced
from onrecord.stages.statements.phrases import according, adjective, adverb, noun
from onrecord.stages.statements.scene import Scene
from onrecord.stages.statements.speech import attach_quotations, join_frames
from onrecord.stages.statements.words import adjectives, adverbs, nouns, verbs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stages.draft import Draft
    from onrecord.stages.found import Attribution
    from onrecord.stages.tokens import Token

FIRST_PERSONS = frozenset({"i", "we", "you", "me", "us"})


def find_attributions(draft: Draft) -> list[Attribution]:
    """Give every attribution of the report in text order of its content."""
    scene = Scene(draft)
    found: list[Attribution] = []
    for token in scene.tokens:
        found.extend(a for a in _by_word(scene, token, found) if not _speaks_for_itself(scene, a))
    found.extend(_by_block(scene))
    found = join_frames(attach_quotations(scene, found))
    add_details(scene, found)
    return sorted(found, key=lambda attribution: (attribution.content[0], attribution.cue))


def _by_block(scene: Scene) -> Iterator[Attribution]:
    """Look at each block as a whole: script lines, and headlines that end in their source."""
    for _, group in groupby(scene.syntax.sentences, key=lambda sentence: sentence.block):
        sentences = list(group)
        by_place = headline if sentences[0].kind in HEADLINES else script_line
        attribution = by_place(scene, sentences)
        if attribution is not None:
            yield attribution


def _by_word(scene: Scene, token: Token, found: list[Attribution]) -> Iterator[Attribution]:
    attribution = _frame(scene, token)
    if token.pos == "VERB" and token.lemma in verbs():
        by_place = retroactive(scene, token, found) or (before_block(scene, token) if attribution is None else None)
        attribution = by_place or attribution
        recording = in_recording(scene, token, attribution) if attribution is not None else None
        if recording is not None:
            yield recording
    if attribution is not None:
        yield attribution


def _frame(scene: Scene, token: Token) -> Attribution | None:
    """Give what a word attributes by its grammar."""
    if token.pos in {"VERB", "AUX"}:
        return _verb(scene, token)
    if token.pos == "NOUN" and token.lemma in nouns():
        return noun(scene, token, nouns()[token.lemma])
    if token.pos == "ADJ" and token.lemma in adjectives():
        return adjective(scene, token, adjectives()[token.lemma])
    if token.pos == "ADV" and token.lower in adverbs():
        return adverb(scene, token)
    return None


def _verb(scene: Scene, token: Token) -> Attribution | None:
    frames = verbs().get(token.lemma)
    if frames is None:
        return according(scene, token) if token.lower == "according" else None
    if is_passive(token):
        return passive(scene, token, frames)
    return active(scene, token, frames) or reduced(scene, token, frames)


def _speaks_for_itself(scene: Scene, attribution: Attribution) -> bool:
    """Tell whether a speaker only words his own view: "I think …" inside his quotation is no second statement."""
    cue = attribution.cue_head
    if cue is None or scene.quote_of[cue.i] < 0:
        return False
    return any(source.head.lower in FIRST_PERSONS for source in attribution.sources)
