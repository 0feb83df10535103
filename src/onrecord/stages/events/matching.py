"""Matches words in a tree with the entries of the event lexicon: the most specific entry whose conditions hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.stages.events.classes import QUANTITIES, fits
from onrecord.stages.events.clauses import Clause, clause_of

if TYPE_CHECKING:
    from onrecord.stages.events.words import EventWords, Pattern
    from onrecord.stages.tokens import Token

ABSTRACT = ["@restriction", "@legal", "@demand", "@claim"]
SCENE = ["@site", "@vehicle"]
"""Where something happens does not tell what it is: a bomb in a market is no commerce."""
MODIFIERS = ("compound", "amod", "nmod:poss")


@dataclass(slots=True)
class Match:
    """A trigger with the entry that it matched; `used` are the tokens beside the head that belong to the phrase."""

    head: Token
    pattern: Pattern
    used: list[Token]


def match_verb(verb: Token, words: EventWords) -> tuple[Match, Clause] | None:
    """Find the entry that a verb matches, or None; entries of type NONE match too, and stop weaker ones."""
    patterns = words.verbs.get(verb.lemma)
    if patterns is None:
        return None
    clause = clause_of(verb)
    beside = clause.beside() if any(pattern.words for pattern in patterns) else {}
    for pattern in patterns:
        used = [beside[word] for word in pattern.words if word in beside]
        if len(used) == len(pattern.words) and _holds(pattern, clause, used):
            return Match(verb, pattern, used), clause
    return None


def _holds(pattern: Pattern, clause: Clause, used: list[Token]) -> bool:
    sense = pattern.sense
    if sense.passive is not None and sense.passive != clause.passive:
        return False
    if sense.bare and clause.objects:
        return False
    aside = [noun for _, noun in clause.obliques if noun.lemma in sense.unless or not fits(noun, SCENE)]
    around = [*clause.objects, *aside, *clause.verb.each("xcomp")]
    if clause.subject is not None:
        around.append(clause.subject)
    if sense.unless and any(fits(noun, sense.unless) for noun in [*around, *clause.verb.each("advmod")]):
        return False
    if sense.subject and (clause.subject is None or not fits(clause.subject, sense.subject)):
        return False
    if not sense.object:
        return True
    wanted = [noun for noun in clause.objects if fits(noun, sense.object) or _measures(noun, sense.object)]
    if not wanted and pattern.words:
        wanted = [
            noun
            for case, noun in clause.obliques
            if set(case.split()) & set(pattern.words) and fits(noun, sense.object)
        ]
    if pattern.roles != "address" and pattern.type != "NONE":
        used.extend(noun for noun in wanted if _is_phrase_noun(noun, sense.object) and noun not in used)
    return bool(wanted)


def _is_phrase_noun(noun: Token, wanted: list[str]) -> bool:
    """Tell whether an object is part of the phrase ("lift sanctions"), not somebody or something acted on."""
    return noun.lemma in wanted or noun.lower in wanted or fits(noun, ABSTRACT)


def _measures(noun: Token, wanted: list[str]) -> bool:
    """Look through a measure: "dozens of activists", "$4 million worth of equipment"."""
    if noun.pos != "NUM" and noun.lemma not in QUANTITIES:
        return False
    return any(fits(child, wanted) for child in noun.each("nmod", "nummod", "nmod:poss"))


def match_noun(noun: Token, words: EventWords) -> Match | None:
    """Find the entry that a noun matches with the words before it ("cease-fire", "peace talks"), or None."""
    forms = dict.fromkeys((noun.lower,) if noun.pos == "VERB" else (noun.lemma, noun.lower))
    patterns = [pattern for form in forms for pattern in words.nouns.get(form, ())]
    if not patterns:
        return None
    before = {child.lemma: child for child in noun.children if child.dep in MODIFIERS and child.i < noun.i}
    before |= {child.lower: child for child in noun.children if child.dep in MODIFIERS and child.i < noun.i}
    before |= {token.lower: token for token in _words_before(noun)}
    patterns.sort(key=lambda pattern: -pattern.weight)
    for pattern in patterns:
        used = [before[word] for word in pattern.words if word in before]
        if len(used) == len(pattern.words) and _holds_for_noun(pattern, noun):
            return Match(noun, pattern, used)
    return None


def _words_before(noun: Token) -> list[Token]:
    """Give up to two words directly before a noun, over hyphens."""
    tokens = noun.sentence.tokens
    at = noun.i - tokens[0].i
    return [token for token in tokens[max(0, at - 4) : at] if token.lower not in {"-", "–"}][-2:]


def _holds_for_noun(pattern: Pattern, noun: Token) -> bool:
    sense = pattern.sense
    if not (sense.object or sense.unless):
        return True
    around = [child for child in noun.children if child.dep in {"nmod", "nmod:poss", "compound", "amod", "obl"}]
    if sense.unless and any(fits(child, sense.unless) for child in around):
        return False
    return not sense.object or any(fits(child, sense.object) for child in around)
