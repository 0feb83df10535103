"""Finds the words that name an event, with type, mode, code and the heads of those who take part."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from onrecord.stages.events.circumstances import cameo_of, counts_of, instrument_of, is_private, mode_of
from onrecord.stages.events.matching import match_noun, match_verb
from onrecord.stages.events.noun_roles import noun_participants
from onrecord.stages.events.setting import setting_of, settle
from onrecord.stages.events.verb_roles import verb_participants
from onrecord.stages.events.words import EventWords, event_words
from onrecord.stages.found import TriggerFound

if TYPE_CHECKING:
    from onrecord.model import Span
    from onrecord.model.event import EventType
    from onrecord.stages.draft import Draft
    from onrecord.stages.events.matching import Match
    from onrecord.stages.events.roles import Participants
    from onrecord.stages.tokens import Sentence, Token

NAMED = {"ORG", "WORK_OF_ART", "FAC", "PRODUCT", "LAW", "PERSON", "NORP", "GPE", "LOC", "DATE", "TIME"}
"""Name types inside which no event is coded: "Islamic Movement", "Attack on Titan", "March 20"."""
NO_EVENT_NAMES = {"march"}
"""Names that are spelled like an event noun even where the engine marks no name."""

UNSURE = 0.52
"""Below this score a noun with no participants is an event only in the context of a sure one."""
WARS = {
    "war",
    "warfare",
    "conflict",
    "battle",
    "combat",
    "violence",
    "fighting",
    "insurgency",
    "unrest",
    "hostility",
    "terrorism",
}
CONTEXT = "events.context"
"""Rule of nouns that count only where the report tells a sure event of their type."""
IN_WORDS = {"ACCUSE", "AGREE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"}
CONTENT = {"xcomp", "ccomp", "obj", "obl", "advcl", "nsubj:pass"}


def find_triggers(draft: Draft) -> list[TriggerFound]:
    """Find event triggers in text order, one for each word that heads one."""
    words, setting = event_words(), setting_of(draft)
    found: list[TriggerFound] = []
    for sentence in draft.syntax.sentences:
        here = _in_sentence(sentence, words)
        settle(here, setting)
        _relate(here)
        found.extend(here)
    return found


def _in_sentence(sentence: Sentence, words: EventWords) -> list[TriggerFound]:
    """Verbs first, since they may take an event noun as part of their phrase; then the nouns that are left."""
    found: list[TriggerFound] = []
    used: set[int] = set()
    for token in sentence.tokens:
        if token.pos == "VERB" and token.lemma in words.verbs and (matched := match_verb(token, words)):
            match, clause = matched
            used.update(other.i for other in match.used)
            used.add(token.i)
            if match.pattern.type != "NONE":
                found.append(_trigger(match, verb_participants(match, clause), words))
    for token in sentence.tokens:
        if token.i in used or not _may_be_event_noun(token, words):
            continue
        noun = match_noun(token, words)
        if noun is not None and noun.pattern.type != "NONE":
            found.append(_trigger(noun, noun_participants(noun, words.light), words))
    found.sort(key=lambda trigger: trigger.span)
    return found


def _relate(found: list[TriggerFound]) -> None:
    """Let the triggers of a sentence learn from one another who takes part, where and when."""
    by_head = {trigger.head.i: trigger for trigger in found}
    for trigger in found:
        _look_through_actors(trigger, by_head)
        _inherit_recipients(trigger, by_head)


def _look_through_actors(trigger: TriggerFound, by_head: dict[int, TriggerFound]) -> None:
    """Stand who did an act for the act: "the U.S. airstrike killed …" is by whom, where and when the strike was."""
    actors: list[Token] = []
    for head in trigger.actors:
        inner = by_head.get(head.i)
        actors.extend([head] if inner is None else inner.actors)
        if inner is not None:
            trigger.places = trigger.places or inner.places
            trigger.times = trigger.times or inner.times
    trigger.actors = actors


def _inherit_recipients(trigger: TriggerFound, by_head: dict[int, TriggerFound]) -> None:
    """Let an act in words concern whom its content concerns: "threatened to attack X", "condemned X's raid"."""
    if trigger.type not in IN_WORDS:
        return
    content = [by_head[child.i] for child in trigger.head.children if child.i in by_head and child.dep in CONTENT]
    content += [by_head[head.i] for head in trigger.recipients if head.i in by_head]
    if not content or any(head.i not in by_head for head in trigger.recipients):
        return
    own = {head.i for head in trigger.actors}
    others = [head for head in content[0].actors if head.i not in own] if trigger.type != "THREATEN" else []
    inherited = others or [head for head in content[0].recipients if head.i not in own]
    trigger.recipients = inherited or trigger.recipients


def _may_be_event_noun(token: Token, words: EventWords) -> bool:
    """Tell whether a token can stand for an event as a noun: not a modifier, a name, or a verb with an object."""
    verbal = token.pos == "VERB"
    if token.lower not in words.nouns and (verbal or token.lemma not in words.nouns):
        return False
    if verbal and (token.tag != "VBG" or token.child("obj", "nsubj") is not None):
        return False
    if token.pos not in {"NOUN", "PROPN", "VERB"} or token.child("nsubj", "iobj") is not None:
        return False
    if token.dep == "compound" and token.head is not None and token.head.pos in {"NOUN", "PROPN"}:
        return False
    return not (token.pos == "PROPN" and (token.entity in NAMED or token.lower in NO_EVENT_NAMES))


def _trigger(match: Match, who: Participants, words: EventWords) -> TriggerFound:
    head, sense = match.head, match.pattern.sense
    instrument = instrument_of(head, words)
    private = is_private(match, who.actors, who.recipients)
    kind = "CRIME" if private else cast("EventType", match.pattern.type)
    alone = head.pos != "VERB" and not (who.actors or who.recipients or sense.weak)
    context = alone and (sense.score < UNSURE or head.lemma in WARS)
    killed, injured = counts_of(sense.counts, who.recipients)
    return TriggerFound(
        rule=CONTEXT if context else "events.verb" if head.pos == "VERB" else "events.noun",
        score=sense.score,
        reason=f"{' '.join((head.lemma, *match.pattern.words))}: {match.pattern.type}",
        span=_span(match),
        head=head,
        type=kind,
        mode=mode_of(match, instrument, words),
        cameo=cameo_of(match, who.actors),
        actors=who.actors,
        recipients=who.recipients,
        instrument=instrument.span if instrument is not None else None,
        killed=killed,
        injured=injured,
        weak=sense.weak or context,
    )


def _span(match: Match) -> Span:
    """Give the span from the first to the last word of the phrase, where they stand close together."""
    tokens = [match.head, *(token for token in match.used if abs(token.i - match.head.i) <= 4)]
    return (min(token.start for token in tokens), max(token.end for token in tokens))
