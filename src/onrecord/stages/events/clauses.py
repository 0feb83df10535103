"""What stands around a verb: its subject, its own or its controller's; its objects; its nouns with prepositions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.stages.events.classes import is_actor
from onrecord.stages.grammar import SUBJECT, case_of, conjuncts, is_passive, relative_referent, subject_of

if TYPE_CHECKING:
    from onrecord.stages.tokens import Token

OBLIQUE = ("obl", "nmod", "obl:agent", "iobj")
BESIDE = {"compound:prt", "advmod", "xcomp", "obl:unmarked", "advcl", "amod"}
DATES = {"DATE", "TIME"}
APPEALING = {"call", "appeal", "plead"}


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
    passive = is_passive(verb) or _is_headline_passive(verb) or _shares_passive(verb)
    subject = agent_of(verb)
    objects = [found for child in verb.each("obj", "iobj") for found in conjuncts(child)]
    if passive and subject is not None:
        objects = [*conjuncts(subject), *objects]
        subject = _passive_agent(verb)
    elif not objects:
        objects = _shared_objects(verb)
    obliques = [(case_of(child), child) for child in verb.each(*OBLIQUE) if child.entity not in DATES]
    return Clause(verb, passive, subject, objects, obliques)


def _is_headline_passive(verb: Token) -> bool:
    """Tell whether a headline leaves out the auxiliary: "Activist released in Cairo"."""
    if verb.sentence.kind != "title" or verb.tag not in {"VBN", "VBD"}:
        return False
    return verb.child("obj", "aux", "ccomp", "xcomp") is None and verb.child("nsubj") is not None


def _shares_passive(verb: Token) -> bool:
    """Tell whether a participle is passive by what it hangs on: "was held and beaten", "held on Sunday, he …"."""
    if verb.tag != "VBN" or verb.child("aux", "obj", "nsubj") is not None or verb.head is None:
        return False
    return verb.dep == "advcl" or (verb.dep == "conj" and (is_passive(verb.head) or _shares_passive_once(verb.head)))


def _shares_passive_once(verb: Token) -> bool:
    return verb.tag == "VBN" and verb.dep == "advcl" and verb.child("aux", "obj", "nsubj") is None


def _passive_agent(verb: Token) -> Token | None:
    """Give who acts in the passive: its own agent, or that of the passive that it is coordinated with."""
    agent = verb.child("obl:agent")
    above = verb.head
    for _ in range(2):
        if (
            agent is not None
            or above is None
            or verb.dep not in {"conj", "advcl"}
            or verb.child("aux:pass") is not None
        ):
            break
        agent = above.child("obl:agent")
        above = above.head if above.dep in {"conj", "advcl"} else None
    return agent


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
