"""Chains of triggers that name one event, with what is known of those who take part, where and when."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.stages.events.roles import bearer_of
from onrecord.stages.events.words import event_words

if TYPE_CHECKING:
    from onrecord.stages.draft import Draft
    from onrecord.stages.found import TriggerFound
    from onrecord.stages.tokens import Token

DEADLY = frozenset({"death"})
NOTHING: frozenset[str] = frozenset()
ORGANS = {"government", "military"}
SERVING = {"GOV", "MIL", "COP", "SPY"}


@dataclass(slots=True)
class Chain:
    """Triggers that name one event, and what is known of those who take part (`sides_of`)."""

    triggers: list[TriggerFound]
    actors: set[str] = field(default_factory=set)
    recipients: set[str] = field(default_factory=set)
    families: set[str] = field(default_factory=set)
    lemmas: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    modes: set[str] = field(default_factory=set)
    forms: set[bool] = field(default_factory=set)
    where: set[str] = field(default_factory=set)
    when: set[str] = field(default_factory=set)

    @property
    def only_headline(self) -> bool:
        """Whether the title alone has told it so far."""
        return all(trigger.head.sentence.kind == "title" for trigger in self.triggers)

    @property
    def last_sentence(self) -> int:
        """Where the chain was last mentioned."""
        return self.triggers[-1].head.sentence.i

    def add(self, trigger: TriggerFound, actors: set[str], recipients: set[str]) -> None:
        """Take in one more mention."""
        self.triggers.append(trigger)
        self.actors |= actors
        self.recipients |= recipients
        words = naming(trigger)
        self.families |= {family_of(word) for word in words}
        self.lemmas |= {word.lemma for word in words}
        self.kinds |= kinds_of(trigger.head)
        self.modes |= {trigger.mode} if trigger.mode is not None else set()
        self.forms.add(trigger.head.pos == "VERB")
        self.where |= {token.lower for token in trigger.places}
        self.when |= {token.lower for token in trigger.times}


def naming(trigger: TriggerFound) -> list[Token]:
    """Give the words that name a trigger's event: its head, and the noun of its phrase ("imposed sanctions")."""
    start, end = trigger.span
    nouns = (child for child in trigger.head.each("obj", "obl", "nsubj:pass") if start <= child.start < end)
    return [trigger.head, *(noun for noun in nouns if noun.pos == "NOUN")]


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


def kinds_of(head: Token) -> frozenset[str]:
    """Give what the lexicon says of a word beside its type: that it tells a death, say, or a campaign."""
    kinds = event_words().kinds
    found = kinds.get(head.lemma) or kinds.get(head.lower, NOTHING)
    return found | DEADLY if any(child.lower in {"dead", "death"} for child in head.children) else found


def sides_of(heads: list[Token], draft: Draft) -> set[str]:
    """Give the ids of the entities that heads refer to, and the states for which they act or stand.

    A state, its organs and any of its officials are one side; two of its officials are not.
    """
    found: set[str] = set()
    for head in heads:
        bearer = bearer_of(head, draft)
        entity = draft.entity_of(bearer) if bearer is not None else None
        if entity is None:
            continue
        found.add(entity.id)
        if entity.country is not None and entity.type in ORGANS:
            found.add(f"{entity.country} state")
        elif entity.country is not None and entity.type == "person" and entity.sector in SERVING:
            found.add(f"{entity.country} official")
    return found


def same_side(known: set[str], new: set[str]) -> bool:
    """Tell whether two sets of sides share one; an official stands for his state, and the other way round."""
    return bool(known & new) or any(_turned(side) in known for side in new)


def _turned(side: str) -> str:
    country, _, kind = side.partition(" ")
    return f"{country} {'official' if kind == 'state' else 'state'}" if kind else ""
