"""A verb in the passive: "X is believed to be …", "it is said that …", "X was accused of …", "a charge denied by Y"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.grammar import relative_referent, subject_of
from onrecord.stages.statements.build import attribute
from onrecord.stages.statements.clauses import after_cue, before_cue
from onrecord.stages.statements.sources import sources_at
from onrecord.stages.statements.words import hearers

if TYPE_CHECKING:
    from onrecord.model import Span
    from onrecord.stages.found import Attribution, SourceFound
    from onrecord.stages.statements.scene import Scene
    from onrecord.stages.statements.words import VerbFrames
    from onrecord.stages.tokens import Token


def passive(scene: Scene, verb: Token, frames: VerbFrames) -> Attribution | None:
    """Give what a passive attributes to its agent, or to no one."""
    agent = verb.child("obl:agent")
    sources = sources_at(scene, agent, verb) if agent is not None else []
    topic = verb.child("nsubj:pass", "nsubj") or subject_of(verb)
    for rule in (_it_clause, _raised, _charged, _bidden, _object):
        found = rule(scene, verb, frames, sources, topic)
        if found is not None:
            return found
    return None


def reduced(scene: Scene, verb: Token, frames: VerbFrames) -> Attribution | None:
    """Match "Militants thought to be spies", where the parser took the participle for a past tense."""
    if "impersonal" not in frames or verb.tag not in {"VBN", "VBD"} or verb.i == 0 or verb.i + 2 >= len(scene.tokens):
        return None
    topic, to, infinitive = scene.tokens[verb.i - 1], scene.tokens[verb.i + 1], scene.tokens[verb.i + 2]
    if topic.pos not in {"NOUN", "PROPN"} or to.tag != "TO" or infinitive.tag != "VB" or topic.dep == "nsubj":
        return None
    clause = to.head if to.head is not None else infinitive
    content = [scene.span(scene.left[topic.i], topic.i), after_cue(scene, clause, verb)]
    return attribute(scene, verb, [], content, [clause], rule="raised")


def _it_clause(
    scene: Scene, verb: Token, frames: VerbFrames, sources: list[SourceFound], topic: Token | None
) -> Attribution | None:
    if "clause" not in frames or not (topic is None or topic.lower == "it"):
        return None
    for clause in verb.each("ccomp", "csubj:pass"):
        if clause.i > verb.i:
            content = [after_cue(scene, clause, verb)]
            return attribute(scene, verb, sources, content, [clause], rule="passive_clause")
    return None


def _raised(
    scene: Scene, verb: Token, frames: VerbFrames, sources: list[SourceFound], topic: Token | None
) -> Attribution | None:
    """Match "Several hundred fighters are believed to be Russian": the subject and the infinitive are the content."""
    if topic is None or not ("impersonal" in frames or (sources and "predication" in frames)):
        return None
    for clause in verb.each("xcomp", "advcl", "obl", "nmod"):
        to = any(child.tag == "TO" for child in clause.children)
        bring = clause.child("case", "mark")
        if clause.i > verb.i and (to or (bring is not None and bring.lower == "as")):
            if not to and not sources:
                continue
            content = [topic_span(scene, topic, verb), after_cue(scene, clause, verb)]
            return attribute(scene, verb, sources, content, [clause], rule="raised")
    return None


def _charged(
    scene: Scene, verb: Token, frames: VerbFrames, sources: list[SourceFound], topic: Token | None
) -> Attribution | None:
    if topic is None or not frames.accusation:
        return None
    for charge in verb.children:
        bring = charge.child("case", "mark")
        if charge.i > verb.i and bring is not None and bring.lower in frames.accusation and charge.dep != "obl:agent":
            if not sources and "laid" not in frames:
                continue
            content = [topic_span(scene, topic, verb), scene.span(scene.left[charge.i], scene.right[charge.i])]
            return attribute(scene, verb, sources, content, [charge], rule="charged")
    return None


def _bidden(
    scene: Scene, verb: Token, frames: VerbFrames, sources: list[SourceFound], topic: Token | None
) -> Attribution | None:
    """Match "They had been asked not to come", "He was told that …": the subject hears; the content follows."""
    if topic is None or not ("told" in frames or "bidding" in frames or "command" in frames):
        return None
    for clause in verb.each("xcomp", "ccomp"):
        to = any(child.tag == "TO" for child in clause.children)
        if clause.i > verb.i and (to or "told" in frames):
            content = [after_cue(scene, clause, verb)]
            return attribute(scene, verb, sources, content, [clause], rule="bidden")
        if clause.i < scene.left[topic.i] and topic.lemma in hearers():
            content = [before_cue(scene, clause, scene.left[topic.i], verb)]
            return attribute(scene, verb, sources, content, [clause], rule="fronted")
    return None


def _object(
    scene: Scene, verb: Token, frames: VerbFrames, sources: list[SourceFound], topic: Token | None
) -> Attribution | None:
    if topic is None or not sources or "object" not in frames:
        return None
    return attribute(scene, verb, sources, [topic_span(scene, topic, verb)], [topic], rule="passive_object")


def topic_span(scene: Scene, topic: Token, verb: Token) -> Span | None:
    """Give the words of a passive's subject, up to its verb; of a relative pronoun, the noun it stands for."""
    topic = relative_referent(topic)
    last = scene.right[topic.i]
    if topic.i < verb.i <= last:
        clause = next((a for a in (verb, *verb.ancestors()) if a.head is topic), verb)
        last = max(scene.left[clause.i] - 1, topic.i)
    return scene.span(scene.left[topic.i], max(last, topic.i))
