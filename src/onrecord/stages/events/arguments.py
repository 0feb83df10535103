"""Who does it to whom: the heads of actors and recipients of a trigger, verb or noun, from the tree."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.stages.events.classes import is_actor
from onrecord.stages.events.matching import DATES
from onrecord.stages.grammar import case_of, conjuncts, relative_referent, subject_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.stages.events.matching import Clause, Match
    from onrecord.stages.tokens import Token

AGAINST = {"on", "against", "at", "into", "upon", "toward", "towards"}
TO_WHOM = {"to", "on", "from", "against", "with", "for", "of", "at", "toward", "towards", "by", "over"}
SIDES = {"with", "between", "among", "against"}
GIVE = {"to", "for", "with", "in"}
PREPOSITIONS = {
    "patient": AGAINST, "sides": AGAINST, "address": TO_WHOM, "give": GIVE, "move": {"against", "to"},
    "undergo": {"against", "to", "with"},
}  # fmt: skip


@dataclass(slots=True)
class Participants:
    """Heads of actors and recipients, in text order of finding."""

    actors: list[Token] = field(default_factory=list)
    recipients: list[Token] = field(default_factory=list)


def verb_participants(match: Match, clause: Clause) -> Participants:
    """Read the roles of a verb off its clause; the noun of a phrase ("impose sanctions") takes part only where nobody else does."""
    roles = match.pattern.roles
    found = Participants()
    inner = [noun for noun in match.used if noun.pos in {"NOUN", "PROPN"} and noun.dep != "case" and not is_actor(noun)]
    objects = [noun for noun in clause.objects if noun not in inner]
    if clause.subject is not None:
        (found.recipients if roles == "undergo" else found.actors).extend(conjuncts(clause.subject))
    if roles == "sides":
        _sides(found, clause, objects)
    elif roles == "give":
        given = [noun for noun in clause.verb.each("iobj") if noun not in inner]
        found.recipients.extend(given or [noun for noun in objects if clause.passive and is_actor(noun)])
    else:
        found.recipients.extend(objects)
    _obliques(match, clause, inner, found)
    if not found.recipients and roles == "address":
        _from_complement(clause.verb, found)
    if not found.recipients and roles not in {"sides", "undergo", "give"}:
        found.recipients.extend(noun.child("nmod:poss") or noun for noun in inner if noun in clause.objects)
    return _tidied(found)


def _obliques(match: Match, clause: Clause, inner: list[Token], found: Participants) -> None:
    """Nouns with a preposition that marks who is acted on, beside the verb or beside the noun of its phrase."""
    roles = match.pattern.roles
    wanted = PREPOSITIONS[roles] | set(match.pattern.words)
    beside = [(case_of(child), child) for noun in inner for child in noun.each("nmod", "obl")]
    if roles == "give":
        beside += [(case_of(child), child) for noun in clause.objects for child in noun.each("nmod")]
    for case, noun in [*clause.obliques, *beside]:
        words = set(case.split())
        if noun in inner or noun.dep == "obl:agent" or not words & (wanted | ({"with"} if inner else set())):
            continue
        if roles == "sides" and (case in SIDES or not is_actor(noun)):
            continue
        if roles != "give" or "to" in words or is_actor(noun):
            found.recipients.extend(conjuncts(noun))


def _sides(found: Participants, clause: Clause, objects: list[Token]) -> None:
    """In talks, fights and agreements every side acts: object and "with …" too."""
    found.actors.extend(noun for noun in objects if is_actor(noun))
    for case, noun in clause.obliques:
        if case in SIDES:
            found.actors.extend(conjuncts(noun))
    for noun in objects:
        if not is_actor(noun):
            for child in noun.each("nmod"):
                if case_of(child) in SIDES:
                    found.actors.extend(conjuncts(child))


def _from_complement(verb: Token, found: Participants) -> None:
    """ "demanded that Russia withdraw": whom the demand is made of is the subject of the complement."""
    complement = verb.child("ccomp", "xcomp", "advcl")
    subject = complement.child("nsubj", "nsubj:pass") if complement is not None else None
    if subject is not None and is_actor(subject):
        found.recipients.extend(conjuncts(subject))


def noun_participants(match: Match, light: dict[str, str]) -> Participants:
    """Read the roles of an event noun off its modifiers and the support verb that it depends on."""
    found = Participants()
    noun, roles, sense = match.head, match.pattern.roles, match.pattern.sense
    owned = sense.owner == "recipient"
    for child in noun.children:
        if child in match.used or child.dep not in {"nmod", "nmod:poss", "compound", "amod", "acl", "acl:relcl", "obl:agent", "obl"}:
            continue
        if child.dep == "nmod:poss":
            (found.recipients if owned and roles != "sides" else found.actors).extend(conjuncts(child))
        elif child.dep in {"compound", "amod"}:
            if is_actor(child) and (child.pos in {"PROPN", "NOUN"} or child.entity in {"NORP", "GPE"}):
                (found.recipients if owned and child.dep == "compound" and child.pos != "PROPN" else found.actors).append(child)
        elif child.dep in {"nmod", "obl:agent", "obl"}:
            _nominal_case(child, roles, found, owned=owned)
    _from_support_verb(noun, roles, found, light)
    if not found.actors:
        _from_blame(noun, found)
    return _tidied(found)


def _from_blame(noun: Token, found: Participants) -> None:
    """ "claimed responsibility for the attack": the subject did it; "accused X of", "blamed X for the attack": the object."""
    token = noun
    for _ in range(3):
        above = token.head
        if above is None or token.dep not in {"nmod", "obl", "conj"}:
            return
        if above.lemma == "responsibility" and above.head is not None and above.head.lemma in {"claim", "take", "accept", "admit", "deny"}:
            owner = subject_of(above.head)
            found.actors.extend(conjuncts(owner) if owner is not None else [])
            return
        if above.lemma in {"accuse", "blame", "suspect", "convict", "charge", "acquit"}:
            blamed = above.child("obj", "nsubj:pass")
            found.actors.extend(conjuncts(blamed) if blamed is not None and blamed is not noun else [])
            return
        token = above


def _nominal_case(child: Token, roles: str, found: Participants, *, owned: bool) -> None:
    case = case_of(child)
    heads = conjuncts(child)
    if case == "by":
        found.actors.extend(heads)
    elif case == "between" or (case in {"with", "among"} and roles == "sides"):
        found.actors.extend(heads)
    elif case in PREPOSITIONS[roles] and (case not in {"of", "in", "for"} or roles in {"give"} or is_actor(child)):
        if case == "from" or (case == "of" and roles == "sides"):
            found.actors.extend(head for head in heads if is_actor(head))
        else:
            found.recipients.extend(heads)
    elif case == "of" and is_actor(child):
        (found.actors if roles in {"sides", "undergo"} and not owned else found.recipients).extend(heads)
    elif case == "from" and is_actor(child):
        found.actors.extend(heads)


def _from_support_verb(noun: Token, roles: str, found: Participants, light: dict[str, str]) -> None:
    """ "carried out an attack": the verb's subject acts; "suffered an attack": it is acted upon."""
    verb = noun.head
    if noun.dep == "conj" and verb is not None:
        verb = verb.head
    for participle in noun.each("acl", "acl:relcl"):
        if light.get(participle.lemma) == "does":
            agent = participle.child("obl:agent") or (subject_of(participle) if participle.tag != "VBN" else None)
            if agent is not None and agent is not noun and not found.actors:
                found.actors.extend(conjuncts(relative_referent(agent)))
    if verb is None or verb.pos not in {"VERB", "AUX"} or verb.lemma not in light:
        return
    if noun.dep in {"nsubj:pass"}:
        agent = verb.child("obl:agent")
        if agent is not None and light[verb.lemma] == "does":
            found.actors.extend(conjuncts(agent))
    elif noun.dep in {"obj", "conj", "obl"}:
        subject = subject_of(verb)
        if subject is not None and subject is not noun:
            side = found.recipients if light[verb.lemma] == "suffers" and roles != "sides" else found.actors
            if not side or roles == "sides":
                side.extend(conjuncts(subject))
        for child in verb.each("obl"):
            if case_of(child) in (SIDES if roles == "sides" else AGAINST) and child is not noun:
                (found.actors if roles == "sides" else found.recipients).extend(conjuncts(child))


def _tidied(found: Participants) -> Participants:
    """Stand relative pronouns for their nouns, look through event nouns to who owns them, drop doubles."""
    actors = _unique(relative_referent(token) for token in found.actors)
    recipients = [token for token in _unique(relative_referent(token) for token in found.recipients) if token not in actors]
    return Participants(actors, recipients)


def _unique(tokens: Iterable[Token]) -> list[Token]:
    """Drop doubles and dates ("attacked on Tuesday")."""
    return list({token.i: token for token in tokens if token.entity not in DATES}.values())
