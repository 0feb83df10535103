"""Matches words in a tree with the entries of the event lexicon: the most specific entry whose conditions hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.stages.events.classes import QUANTITIES, fits, is_actor
from onrecord.stages.grammar import SUBJECT, case_of, conjuncts, is_passive, relative_referent, subject_of

if TYPE_CHECKING:
    from onrecord.stages.events.words import EventWords, Pattern
    from onrecord.stages.tokens import Token

OBLIQUE = ("obl", "nmod", "obl:agent", "iobj")
BESIDE = {"compound:prt", "advmod", "xcomp", "obl:unmarked", "advcl", "amod"}
DATES = {"DATE", "TIME"}
APPEALING = {"call", "appeal", "plead"}
ABSTRACT = ["@restriction", "@legal", "@demand", "@claim"]
MODIFIERS = ("compound", "amod", "nmod:poss")


@dataclass(slots=True)
class Match:
    """A trigger with the entry that it matched; `used` are the tokens beside the head that belong to the phrase."""

    head: Token
    pattern: Pattern
    used: list[Token]


@dataclass(slots=True)
class Clause:
    """A verb with what stands around it: subject, objects, and its oblique nouns with their prepositions."""

    verb: Token
    passive: bool
    subject: Token | None
    objects: list[Token]
    obliques: list[tuple[str, Token]]

    def beside(self) -> dict[str, Token]:
        """Give the words that a phrase may ask for: particles, prepositions, and the heads of objects and obliques."""
        found: dict[str, Token] = {}
        for _, noun in self.obliques:
            found.setdefault(noun.lemma, noun)
            found.setdefault(noun.lower, noun)
            for word in noun.each("case"):
                found.setdefault(word.lower, word)
        for noun in self.objects:
            found.setdefault(noun.lemma, noun)
            found.setdefault(noun.lower, noun)
        for child in self.verb.children:
            if child.dep in BESIDE:
                found[child.lower] = child
            for mark in child.children if child.dep in {"advcl", "ccomp", "xcomp"} else ():
                if mark.dep == "mark":
                    found.setdefault(mark.lower, mark)
        return found


def clause_of(verb: Token) -> Clause:
    """Collect what stands around a verb, with the object it shares with a following conjunct."""
    passive = is_passive(verb) or _is_headline_passive(verb)
    subject = agent_of(verb)
    objects = [found for child in verb.each("obj", "iobj") for found in conjuncts(child)]
    if passive and subject is not None:
        objects = [*conjuncts(subject), *objects]
        agent = verb.child("obl:agent")
        subject = agent
    elif not objects:
        objects = _shared_objects(verb)
    obliques = [(case_of(child), child) for child in verb.each(*OBLIQUE) if child.entity not in DATES]
    return Clause(verb, passive, subject, objects, obliques)


def _is_headline_passive(verb: Token) -> bool:
    """Tell whether a headline leaves out the auxiliary: "Activist released in Cairo"."""
    if verb.sentence.kind != "title" or verb.tag not in {"VBN", "VBD"}:
        return False
    return verb.child("obj", "aux", "ccomp", "xcomp") is None and verb.child("nsubj") is not None


def agent_of(verb: Token) -> Token | None:
    """Give a verb's subject, its own or its controller's.

    Beyond `subject_of`: "accused Russia of meddling" is done by the object, "issued a statement calling on …" by who
    issued it, "their plan to attack", "the U.S. decision to expel" by the noun's owner.
    """
    if verb.dep == "advcl" and verb.head is not None and verb.child(*SUBJECT) is None:
        mark = verb.child("mark")
        if mark is not None and mark.lower in {"of", "from", "into", "for"}:
            controller = verb.head.child("obj", "nsubj:pass") or _conjunct_object(verb.head)
            if controller is not None:
                return relative_referent(controller)
    if verb.dep in {"xcomp", "advcl", "ccomp"} and verb.head is not None and verb.head.lemma in APPEALING:
        asked = next((child for child in verb.head.each("obl") if case_of(child) in {"on", "upon", "to", "with"}), None)
        if asked is not None and is_actor(asked) and verb.child(*SUBJECT) is None:
            return asked
    subject = subject_of(verb)
    if subject is None or verb.dep != "acl" or verb.tag == "VBN" or is_actor(subject):
        return subject
    return _owner_of(subject) or subject


def _owner_of(noun: Token) -> Token | None:
    """Give whose plan, decision or statement a noun names: its possessor, a modifier that can act, or who makes it."""
    owner = noun.child("nmod:poss")
    if owner is not None:
        return owner
    modifier = next((child for child in noun.each("compound", "amod") if child.entity and is_actor(child)), None)
    if modifier is not None:
        return modifier
    governor = noun.head
    if noun.dep in {"obj", "obl"} and governor is not None and governor.pos == "VERB":
        return subject_of(governor)
    return None


def _conjunct_object(verb: Token) -> Token | None:
    return verb.head if verb.dep in {"acl", "acl:relcl"} and verb.tag == "VBN" else None


def _shared_objects(verb: Token) -> list[Token]:
    """Give the object of the next conjunct where nothing else tells it ("arrested and beat protesters")."""
    for other in verb.each("conj"):
        if other.pos == "VERB" and other.i - verb.i <= 3 and other.child("nsubj") is None:
            return [found for child in other.each("obj") for found in conjuncts(child)]
    return []


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
    around = [*clause.objects, *(noun for _, noun in clause.obliques), *clause.verb.each("xcomp")]
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
