"""What stands on a word itself: negation, modals, adverbs, adjectives, conjunctions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.stages.factuality.words import hedges, modality, negation
from onrecord.stages.grammar import SUBJECT

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.stages.factuality.stance import Operator, Stance
    from onrecord.stages.tokens import Token

ROLES = {"nsubj", "nsubj:pass", "obj"}
LEADS = {"instead", "rather"}
INVERTED = {"had", "should", "were"}
WISHES = {"like", "love", "prefer"}
NOUNS = {"NOUN", "PROPN"}


def beside(token: Token, stance: Stance, passed: Callable[[Token], bool]) -> Stance:
    """Apply the operators on one word; `passed` tells which children do not count: where we came from, a cue."""
    if token.pos in NOUNS and token.child("cop") is not None and token.child("case") is not None:
        return stance  # "was not behind the attack": the tie is denied, not the attack
    stance = _negated(token, stance, passed)
    stance = _hedged(token, stance, passed)
    stance = _modal(token, stance)
    return _conditioned(token, stance)


def mark_of(token: Token) -> str:
    """Give a clause's conjunction or a noun's preposition in all its words ("as soon as", "instead of")."""
    return " ".join(
        child.lower
        for child in token.children
        if (child.dep in {"mark", "case"} and child.lower != "to") or child.lower in LEADS
    )


def is_empty(token: Token) -> bool:
    """Tell whether a noun or pronoun names nothing: "nobody", "no group", "neither side", "none of the men"."""
    words = negation()
    if token.lower in words.pronouns:
        return True
    return any(child.dep == "det" and child.lower in words.determiners for child in token.children)


def _negated(token: Token, stance: Stance, passed: Callable[[Token], bool]) -> Stance:
    words = negation()
    for child in token.children:
        if passed(child):
            continue
        denies = (
            (child.dep == "advmod" and child.lower in words.adverbs)
            or (child.dep == "det" and child.lower in words.determiners)
            or (child.dep.startswith("cc") and child.lower in words.conjunctions)
            or (child.dep in ROLES and token.pos not in NOUNS and is_empty(child))
        )
        if denies:
            return stance.under("deny", child.lower)
    if token.lower != "to" and mark_of(token) in words.marks:
        return stance.under("deny", mark_of(token))
    return stance


def _hedged(token: Token, stance: Stance, passed: Callable[[Token], bool]) -> Stance:
    words, (adverbs, adjectives) = negation(), hedges()
    for child in token.children:
        if passed(child):
            continue
        operator: Operator | None = None
        if child.dep == "advmod" and token.pos not in NOUNS:
            operator = adverbs.get(child.lower)
            if child.lower in words.weak_adverbs:
                operator = "unlikely"
            elif child.lower in words.near_adverbs and token.pos == "VERB":
                operator = "deny"
        elif child.dep in {"amod", "compound"} and token.pos in NOUNS:
            operator = adjectives.get(child.lower)
            if operator == "deny" and token.lemma in words.attempts:  # a failed attempt was an attempt
                if stance.words:
                    stance = replace(stance, grade=3, ahead=False)
                else:
                    operator = None
        if operator is not None:
            stance = stance.under(operator, child.lower)
    return stance


def _modal(token: Token, stance: Stance) -> Stance:
    words = modality()
    if token.lower == "going" and any(
        child.dep in {"xcomp", "ccomp", "advcl"} and child.tag == "VB" for child in token.children
    ):
        stance = stance.under("planned", "going to")
    auxiliaries = token.each("aux")
    perfect = any(child.lemma == "have" for child in auxiliaries)
    for child in auxiliaries:
        word = child.lower
        if child.tag != "MD" and word not in words.planned:
            continue
        if word in words.deny_negated and not stance.positive and stance.grade == 3 and not perfect:
            continue
        if perfect and word in words.probable_past:
            stance = stance.under("probable", word)
        elif word in words.possible:
            stance = stance.under("possible", word)
        elif word in words.planned:
            stance = stance.under("planned", word)
        elif word in words.conditional:
            stance = _would(token, stance, word, perfect=perfect)
        elif word in words.open:
            stance = stance.under("open", word)
    return stance


def _would(token: Token, stance: Stance, word: str, *, perfect: bool) -> Stance:
    """Take "would" as a future seen from the past inside a report's clause, else as a condition."""
    if token.lemma in WISHES:
        return stance
    if perfect:
        return stance.opened(word)
    governor = token.head if token.dep == "conj" and token.head is not None else token
    reported = governor.dep == "ccomp" or (governor.dep == "acl" and mark_of(governor) == "that")
    conditioned = any(child.dep == "advcl" and mark_of(child) in modality().conditions for child in token.children)
    return stance.under("planned" if reported and not conditioned else "open", word)


def _conditioned(token: Token, stance: Stance) -> Stance:
    """Apply the conjunction of a clause ("if", "whether") and the condition that hangs on it."""
    words = modality()
    mark = mark_of(token)
    if mark in words.conditions or mark.split(" ", 1)[0] in words.conditions:
        return stance.opened(mark)
    if token.dep == "advcl" and not mark and _inverted(token):
        return stance.opened("had")  # "had they come", "should it go ahead"
    return stance


def _inverted(verb: Token) -> bool:
    subject = verb.child(*SUBJECT)
    first = verb.child("aux", "cop")
    return subject is not None and first is not None and first.i < subject.i and first.lower in INVERTED
