"""Which triggers name one event: the same kind of act, and nothing in who, where and when that speaks against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.events.chains import Chain, family_of, kinds_of, naming, same_side, sides_of
from onrecord.stages.events.triggers import CONTEXT, IN_WORDS
from onrecord.stages.grammar import case_of, is_negated

if TYPE_CHECKING:
    from onrecord.stages.draft import Draft
    from onrecord.stages.found import TriggerFound
    from onrecord.stages.tokens import Token

DEFINITE = {"the", "this", "that", "these", "those", "its", "their", "his", "her"}
OTHERNESS = {"another", "other", "separate", "similar", "previous", "earlier", "second", "third", "further", "fresh"}
"""Words that set a noun's event off from the one told before."""
POINTING = {"death", "blast", "shooting"}
"""Kinds of which a definite noun points back to an act of the kind ("the assassination")."""
CAPTIVE = {"torture", "beat"}
"""Modes of what captors do to their captives."""
HARMFUL = {"harm", "death"}
"""Kinds of act of which other victims make another event."""
RARE = {"unconventional", "suicide-attack", "hunger", "curfew", "martial-law", "drone"}
"""Modes of which a report seldom tells two events."""
DURING = {"in", "during", "by", "with"}
WHEN = {"when", "as", "after"}
FAR = 12
"""Sentences between two mentions of one event, at most, where nothing but the word ties them."""
NEAR = 4
"""Sentences that a general word ("the attack") points back, at most."""
LEAD = 3
"""Sentences within which the body tells what its title told."""


def chain_triggers(draft: Draft) -> list[Chain]:
    """Group triggers, in text order, into chains that name one event each."""
    chains: list[Chain] = []
    by_head: dict[int, Chain] = {}
    named = {entity.id for entity in draft.entities if any(mention.form == "name" for mention in entity.mentions)}
    sure = {trigger.type for trigger in draft.triggers if not trigger.weak}
    for trigger in draft.triggers:
        actors, recipients = sides_of(trigger.actors, draft), sides_of(trigger.recipients, draft)
        chain = (
            _consequence_of(trigger, by_head)
            or _restated(trigger, by_head)
            or _earlier(trigger, actors, recipients, chains, named)
        )
        if chain is None:
            if trigger.weak and not (trigger.rule == CONTEXT and trigger.type in sure):
                continue
            chain = Chain([])
            chains.append(chain)
        chain.add(trigger, actors, recipients)
        by_head[trigger.head.i] = chain
    _lend_actors(chains)
    return chains


def _lend_actors(chains: list[Chain]) -> None:
    """Let who took somebody act on in the next sentence: "Police arrested two men. They were interrogated."."""
    for i, chain in enumerate(chains):
        first = chain.triggers[0]
        if chain.actors or not (first.type == "COERCE" or first.mode in CAPTIVE):
            continue
        for other in reversed(chains[max(0, i - 3) : i]):
            near = first.head.sentence.i - other.triggers[0].head.sentence.i <= 1
            if near and other.triggers[0].type == "COERCE" and other.actors and other.recipients & chain.recipients:
                first.actors = next(trigger.actors for trigger in other.triggers if trigger.actors)
                break


def _consequence_of(trigger: TriggerFound, by_head: dict[int, Chain]) -> Chain | None:
    """Find the attack that a killing belongs to, or the killing: "the airstrike killed", "killed in the clashes".

    A campaign or a war is more than one killing, and stays an event of its own.
    """
    head = trigger.head
    if trigger.type != "ASSAULT" or "campaign" in kinds_of(head):
        return None
    near: list[Token | None] = []
    verb = head
    if "harm" in kinds_of(head):
        near += [head.child("nsubj", "obl:agent"), *(noun for noun in head.each("obl") if case_of(noun) in DURING)]
        near += [head.head] if head.dep in {"advcl", "acl", "acl:relcl", "conj"} else []
    elif head.head is not None and "harm" in kinds_of(head.head) and _tells_how(head):
        near, verb = [head.head], head.head
    for token in near:
        chain = by_head.get(token.i) if token is not None else None
        if chain is not None and chain.triggers[0].type == "ASSAULT" and not _is_hedged(verb):
            return None if "campaign" in chain.kinds else chain
    return None


def _tells_how(head: Token) -> bool:
    """Tell whether an attack stands below a killing: "killed in the clashes", "killed when a bomb exploded"."""
    mark = head.child("mark", "advmod") if head.dep == "advcl" else None
    return head.dep == "obl:agent" or case_of(head) in DURING or (mark is not None and mark.lower in WHEN)


def _is_hedged(verb: Token) -> bool:
    """Tell whether a killing is less sure than its attack: "may have killed", "did not kill"."""
    return is_negated(verb) or any(child.tag == "MD" for child in verb.each("aux"))


def _restated(trigger: TriggerFound, by_head: dict[int, Chain]) -> Chain | None:
    """Find the act that an apposition or predicate says again, or an act in words that a coordinated one repeats."""
    head = trigger.head
    above = by_head.get(head.head.i) if head.head is not None else None
    if above is not None and above.triggers[0].type == trigger.type:
        if head.dep == "appos":
            return above
        if head.dep == "conj" and trigger.type in IN_WORDS and head.child("nsubj", "nsubj:pass") is None:
            return above
    subject = head.child("nsubj") if head.pos == "NOUN" else None
    said = by_head.get(subject.i) if subject is not None else None
    return said if said is not None and said.triggers[0].type == trigger.type else None


def _earlier(
    trigger: TriggerFound, actors: set[str], recipients: set[str], chains: list[Chain], named: set[str]
) -> Chain | None:
    """Find the nearest earlier chain of the same type that nothing speaks against."""
    head = trigger.head
    if head.pos != "VERB" and any(child.lemma in OTHERNESS for child in head.each("det", "amod")):
        return None
    for chain in reversed(chains[-60:]):
        if chain.triggers[0].type != trigger.type or head.sentence.i - chain.last_sentence > FAR:
            continue
        acts, suffers = same_side(chain.actors, actors), bool(chain.recipients & recipients)
        same_victims = _agrees(chain.recipients, recipients)
        others = named & chain.recipients and named & recipients
        retold = _is_told_in_title(chain, trigger)
        to_whom = same_victims or not (others or (HARMFUL & kinds_of(head) and not retold))
        points = head.pos != "VERB" and _is_definite(head)
        who = _agrees(chain.actors, actors) or ((suffers or points) and not (named & chain.actors and named & actors))
        if not (who and to_whom):
            continue
        if suffers and _is_same_deed(chain, trigger):
            return chain
        if _other_circumstance(chain, trigger):
            continue
        if (retold and same_victims and (acts or suffers)) or _is_akin(chain, trigger, shared=acts or suffers):
            return chain
    return None


def _is_akin(chain: Chain, trigger: TriggerFound, *, shared: bool) -> bool:
    """Tell whether a word may name the chain's act: the same, or a kindred one that points back or shares a side."""
    head = trigger.head
    words = naming(trigger)
    if any(word.lemma in chain.lemmas for word in words):
        return True
    rare = trigger.mode in RARE and trigger.mode == chain.triggers[0].mode
    definite = _is_definite(head)
    family = any(family_of(word) in chain.families for word in words)
    verb_and_noun = (head.pos != "VERB") in chain.forms
    if rare or (family and (shared or definite or verb_and_noun)):
        return True
    if not definite or head.sentence.i - chain.last_sentence > NEAR or "campaign" in chain.kinds:
        return False
    kinds = kinds_of(head)
    general = "general" in kinds and (trigger.mode is None or trigger.mode in chain.modes)
    return general or bool(POINTING & kinds & chain.kinds)


def _is_same_deed(chain: Chain, trigger: TriggerFound) -> bool:
    """Tell whether what was done to the same is one deed: nobody dies twice, nor is hit in one way twice."""
    dead = "death" in chain.kinds and "death" in kinds_of(trigger.head)
    return dead or (trigger.mode is not None and trigger.mode in chain.modes)


def _is_told_in_title(chain: Chain, trigger: TriggerFound) -> bool:
    """Tell whether only the title has told the chain, and the body's lead may tell it now in other words."""
    near = trigger.head.sentence.i - chain.last_sentence <= LEAD
    return chain.only_headline and near and _modes_agree(chain, trigger)


def _is_definite(head: Token) -> bool:
    determiner = head.child("det", "nmod:poss")
    return determiner is not None and determiner.lower in DEFINITE


def _modes_agree(chain: Chain, trigger: TriggerFound) -> bool:
    return trigger.mode is None or not chain.modes or trigger.mode in chain.modes


def _agrees(known: set[str], new: set[str]) -> bool:
    return not known or not new or same_side(known, new)


def _other_circumstance(chain: Chain, trigger: TriggerFound) -> bool:
    """Tell whether place or time, where both name one, are named by different words."""
    where, when = {token.lower for token in trigger.places}, {token.lower for token in trigger.times}
    return not (_agrees(chain.where, where) and _agrees(chain.when, when))
