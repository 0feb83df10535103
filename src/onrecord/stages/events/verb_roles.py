"""Who does it to whom where a verb names the event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.events.classes import fits, is_actor
from onrecord.stages.events.roles import PREPOSITIONS, SIDES, Participants, owner_of_act
from onrecord.stages.grammar import case_of, conjuncts

if TYPE_CHECKING:
    from onrecord.stages.events.clauses import Clause
    from onrecord.stages.events.matching import Match
    from onrecord.stages.tokens import Token

LEAVING = ["@force", "soldier", "fighter", "peacekeeper", "personnel", "inspector"]
"""Who leaves when somebody withdraws them: they act too."""
LOOSE = {"for", "of", "over", "by", "with", "at"}
"""Prepositions that mark an addressee only where the noun can be one."""
CONTACT = {"call", "phone", "telephone", "meet", "write", "visit", "contact", "summon"}
HELPING = {"help", "assist", "support", "aid"}


def verb_participants(match: Match, clause: Clause) -> Participants:
    """Read the roles of a verb off its clause.

    The noun of a phrase ("impose sanctions") takes no part, but what stands beside it does ("on Iran").
    """
    roles = match.pattern.roles
    found = Participants()
    nouns = [noun for noun in match.used if noun.pos in {"NOUN", "PROPN"} and noun.dep != "case"]
    inner = [noun for noun in nouns if noun.lemma in match.pattern.words or not is_actor(noun)]
    objects = [noun for noun in clause.objects if noun not in inner]
    if clause.subject is not None:
        (found.recipients if roles == "undergo" else found.actors).extend(conjuncts(clause.subject))
    _take_objects(roles, clause, objects, inner, found)
    _take_obliques(match, clause, inner, found)
    if not found.recipients and roles in {"address", "give"}:
        _take_from_complement(clause.verb, found)
    if roles == "address":
        if not found.recipients:
            _take_from_further_off(clause.verb, found)
        found.recipients = found.recipients or [noun for noun in inner if noun in clause.objects]
        found.recipients = [owner_of_act(noun) or noun for noun in found.recipients]
    return found.tidied()


def _take_objects(roles: str, clause: Clause, objects: list[Token], inner: list[Token], found: Participants) -> None:
    """Take objects as the sense's roles say: acted on, one more side, given to, or going along."""
    if roles == "undergo":
        return
    if roles == "sides":
        _take_sides(found, clause, [*objects, *inner])
    elif roles == "give":
        given = [noun for noun in clause.verb.each("iobj") if noun not in inner]
        found.recipients.extend(given or [noun for noun in objects if clause.passive and is_actor(noun)])
    elif roles == "leave":
        found.actors.extend(noun for noun in objects if fits(noun, LEAVING))
    elif roles == "move":
        found.recipients.extend(noun for noun in objects if not fits(noun, ["@troops"]))
    else:
        found.recipients.extend(objects)


def _take_sides(found: Participants, clause: Clause, objects: list[Token]) -> None:
    """In talks, fights and agreements every side acts: object and "with …" too."""
    found.actors.extend(noun for noun in objects if is_actor(noun))
    beside = [noun for case, noun in clause.obliques if case in SIDES]
    within = [child for noun in objects if not is_actor(noun) for child in noun.each("nmod") if case_of(child) in SIDES]
    for noun in (*beside, *within):
        found.actors.extend(conjuncts(noun))


def _take_obliques(match: Match, clause: Clause, inner: list[Token], found: Participants) -> None:
    """Take nouns with a preposition that marks who is acted on, beside the verb or beside the noun of its phrase."""
    roles = match.pattern.roles
    wanted = PREPOSITIONS[roles] | (set(match.pattern.words) if roles != "leave" else set())
    if inner:
        wanted |= {"with"}
    for case, noun in [*clause.obliques, *_beside_inner(clause, inner, roles)]:
        words = set(case.split())
        if noun in inner or noun.dep == "obl:agent" or not words & wanted:
            continue
        loose = roles == "sides" or (roles == "address" and words & LOOSE) or (roles == "give" and "to" not in words)
        if (loose and not is_actor(noun)) or (roles == "sides" and case in SIDES):
            continue
        if roles == "patient" and clause.objects and not inner and not words & ({"against"} | set(match.pattern.words)):
            continue
        if words != {"with"} or not fits(noun, ["@weapon"]):
            found.recipients.extend(conjuncts(noun))


def _beside_inner(clause: Clause, inner: list[Token], roles: str) -> list[tuple[str, Token]]:
    """Give nouns that hang on the noun of the phrase, or on a participle of it ("sanctions imposed on …")."""
    holders = [*inner, *(acl for noun in inner for acl in noun.each("acl"))]
    if roles == "give":
        holders += clause.objects
    return [(case_of(child), child) for holder in holders for child in holder.each("nmod", "obl")]


def _take_from_complement(verb: Token, found: Participants) -> None:
    """Take the complement's subject ("demanded that Russia withdraw"), or whom a gift helps ("to help Haiti")."""
    below = [*verb.each("ccomp", "xcomp", "advcl"), *(acl for noun in verb.each("obj") for acl in noun.each("acl"))]
    for complement in below:
        mark = complement.child("mark")
        whole = complement.dep in {"ccomp", "xcomp"} or (mark is not None and mark.lower == "for")
        subject = complement.child("nsubj", "nsubj:pass") if whole else None
        if subject is None and complement.lemma in HELPING:
            subject = complement.child("obj")
        if subject is not None and is_actor(subject):
            found.recipients.extend(conjuncts(subject))
            return


def _take_from_further_off(verb: Token, found: Participants) -> None:
    """Take what "against" marks further below ("a suit in a court against X"), or whom one calls to say it."""
    for token in verb.each("obj", "obl"):
        for child in token.each("nmod", "obl", "acl"):
            marked = child.child("obl") if child.dep == "acl" else child
            if marked is not None and case_of(marked) == "against":
                found.recipients.extend(conjuncts(marked))
    above = verb.head
    if not found.recipients and above is not None and verb.dep in {"advcl", "xcomp"} and above.lemma in CONTACT:
        addressee = above.child("obj")
        found.recipients.extend(conjuncts(addressee) if addressee is not None and is_actor(addressee) else [])
