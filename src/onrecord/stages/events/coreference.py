"""Which triggers name one event: the same kind of act, and nothing in who, where and when that speaks against it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.stages.events.triggers import CONTEXT, IN_WORDS
from onrecord.stages.events.words import event_words
from onrecord.stages.grammar import case_of, is_negated

if TYPE_CHECKING:
    from onrecord.stages.draft import Draft
    from onrecord.stages.found import TriggerFound
    from onrecord.stages.tokens import Token

DEFINITE = {"the", "this", "that", "these", "those", "its", "their", "his", "her"}
HARM = {
    "kill",
    "wound",
    "injure",
    "die",
    "hurt",
    "slay",
    "perish",
    "maim",
    "destroy",
    "damage",
    "hit",
    "target",
    "strike",
    "murder",
}
RARE = {"unconventional", "suicide-attack", "hunger", "curfew", "martial-law", "drone"}
"""Modes of which a report seldom tells two events."""
DURING = {"in", "during", "by", "with"}
FAR = 12
"""Sentences between two mentions of one event, at most, where nothing but the word ties them."""


@dataclass(slots=True)
class Chain:
    """Triggers that name one event, and what is known of those who take part (entity ids)."""

    triggers: list[TriggerFound]
    actors: set[str] = field(default_factory=set)
    recipients: set[str] = field(default_factory=set)
    families: set[str] = field(default_factory=set)
    lemmas: set[str] = field(default_factory=set)
    forms: set[bool] = field(default_factory=set)
    where: set[str] = field(default_factory=set)
    when: set[str] = field(default_factory=set)

    @property
    def last_sentence(self) -> int:
        """Where the chain was last mentioned."""
        return self.triggers[-1].head.sentence.i

    def add(self, trigger: TriggerFound, actors: set[str], recipients: set[str]) -> None:
        """Take in one more mention."""
        self.triggers.append(trigger)
        self.actors |= actors
        self.recipients |= recipients
        self.families.add(family_of(trigger.head))
        self.lemmas.add(trigger.head.lemma)
        self.forms.add(trigger.head.pos == "VERB")
        self.where |= {token.lower for token in trigger.places}
        self.when |= {token.lower for token in trigger.times}


def family_of(head: Token) -> str:
    """Give the name of the word family that a trigger's head belongs to ("expulsion" → "expel")."""
    families = event_words().families
    lemma = head.lemma if head.lemma in families else head.lower
    if lemma in families:
        return families[lemma]
    stem = head.lemma
    for ending in ("ation", "ition", "ment", "sion", "tion", "ing", "al", "ure", "er", "ed", "e", "y"):
        if stem.endswith(ending) and len(stem) - len(ending) >= 4:
            return stem[: -len(ending)]
    return stem


def chain_triggers(draft: Draft) -> list[Chain]:
    """Group triggers, in text order, into chains that name one event each."""
    chains: list[Chain] = []
    by_head: dict[int, Chain] = {}
    named = {entity.id for entity in draft.entities if any(mention.form == "name" for mention in entity.mentions)}
    sure = {trigger.type for trigger in draft.triggers if not trigger.weak}
    for trigger in draft.triggers:
        actors, recipients = entities_of(trigger.actors, draft), entities_of(trigger.recipients, draft)
        chain = (
            _consequence_of(trigger, by_head)
            or _coordinated(trigger, by_head)
            or _earlier(trigger, actors, recipients, chains, named)
        )
        if chain is None:
            if trigger.weak and not (trigger.rule == CONTEXT and trigger.type in sure):
                continue
            chain = Chain([])
            chains.append(chain)
        chain.add(trigger, actors, recipients)
        by_head[trigger.head.i] = chain
    return chains


def entities_of(heads: list[Token], draft: Draft) -> set[str]:
    """Give the ids of the entities that heads refer to."""
    return {entity.id for head in heads if (entity := draft.entity_of(head)) is not None}


def _consequence_of(trigger: TriggerFound, by_head: dict[int, Chain]) -> Chain | None:
    """Find the attack that a killing belongs to, or the killing: "the airstrike killed", "killed in the clashes"."""
    head = trigger.head
    if trigger.type != "ASSAULT":
        return None
    near: list[Token | None] = []
    if head.lemma in HARM:
        near += [head.child("nsubj", "obl:agent"), *(noun for noun in head.each("obl") if case_of(noun) in DURING)]
        near += [head.head] if head.dep in {"advcl", "acl", "acl:relcl", "conj"} else []
        verb = head
    elif head.head is not None and head.head.lemma in HARM and (head.dep == "obl:agent" or case_of(head) in DURING):
        near, verb = [head.head], head.head
    for token in near:
        chain = by_head.get(token.i) if token is not None else None
        if chain is not None and chain.triggers[0].type == "ASSAULT" and not _is_hedged(verb):
            return chain
    return None


def _is_hedged(verb: Token) -> bool:
    """Tell whether a killing is less sure than its attack: "may have killed", "did not kill"."""
    return is_negated(verb) or any(child.tag == "MD" for child in verb.each("aux"))


def _coordinated(trigger: TriggerFound, by_head: dict[int, Chain]) -> Chain | None:
    """Find the act in words that a coordinated one repeats: "welcomed and praised the step"."""
    head = trigger.head
    chain = by_head.get(head.head.i) if head.dep == "conj" and head.head is not None else None
    if chain is None or trigger.type not in IN_WORDS or chain.triggers[0].type != trigger.type:
        return None
    own = head.child("nsubj", "nsubj:pass")
    return chain if own is None else None


def _earlier(
    trigger: TriggerFound, actors: set[str], recipients: set[str], chains: list[Chain], named: set[str]
) -> Chain | None:
    """Find the nearest earlier chain of the same type that nothing speaks against."""
    for chain in reversed(chains[-60:]):
        first = chain.triggers[0]
        if first.type != trigger.type or trigger.head.sentence.i - chain.last_sentence > FAR:
            continue
        shared = bool(chain.recipients & recipients) or bool(chain.actors & actors)
        if _is_akin(chain, trigger, shared=shared):
            to_whom = _agrees(chain.recipients, recipients) or not (
                _counts_victims(trigger) or (named & chain.recipients and named & recipients)
            )
            who = _agrees(chain.actors, actors) and to_whom
            if who and not _other_circumstance(chain, trigger):
                return chain
        same_mode = first.mode == trigger.mode and trigger.mode is not None
        if same_mode and chain.recipients & recipients and _agrees(chain.actors, actors):
            return chain
    return None


def _is_akin(chain: Chain, trigger: TriggerFound, *, shared: bool) -> bool:
    """Tell whether a word may name the chain's act: the same, or a kindred one that points back or shares a side."""
    head = trigger.head
    if head.lemma in chain.lemmas:
        return True
    rare = trigger.mode in RARE and trigger.mode == chain.triggers[0].mode
    determiner = head.child("det", "nmod:poss")
    definite = determiner is not None and determiner.lower in DEFINITE
    family = family_of(head) in chain.families
    verb_and_noun = (head.pos != "VERB") in chain.forms
    return rare or (family and (shared or definite or verb_and_noun))


def _counts_victims(trigger: TriggerFound) -> bool:
    """Tell whether different victims make a different event."""
    return trigger.head.lemma in HARM


def _agrees(known: set[str], new: set[str]) -> bool:
    return not known or not new or bool(known & new)


def _other_circumstance(chain: Chain, trigger: TriggerFound) -> bool:
    """Tell whether place or time, where both name one, are named by different words."""
    where, when = {token.lower for token in trigger.places}, {token.lower for token in trigger.times}
    return not (_agrees(chain.where, where) and _agrees(chain.when, when))
