"""Who does it to whom where a noun names the event: possessor, modifiers, prepositions, and the support verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.events.classes import fits, is_actor
from onrecord.stages.events.clauses import agent_of
from onrecord.stages.events.roles import AGAINST, PREPOSITIONS, SIDES, Participants
from onrecord.stages.grammar import case_of, conjuncts, relative_referent, subject_of

if TYPE_CHECKING:
    from onrecord.stages.events.matching import Match
    from onrecord.stages.tokens import Token

DENIALS = {"deny", "reject", "dismiss", "refute", "answer", "rebut"}
CLAIMS = {"claim", "take", "accept", "admit"}
BLAMING = {"accuse", "blame", "suspect", "convict", "charge", "acquit"}
OPPOSING = {"anti", "counter"}
OWN_WORDS = {"REQUEST", "THREATEN"}
"""Acts in words of which "of" marks the speaker ("the order of the governor")."""
GIVING = {"give", "grant", "offer", "promise", "guarantee", "afford", "provide", "deny", "refuse", "issue"}
GROUND = ["@site", "@place", "@vehicle"]


def noun_participants(match: Match, light: dict[str, str]) -> Participants:
    """Read the roles of an event noun; `light` says of support verbs whether their subject "does" or "suffers" it."""
    found = Participants()
    has_patient = any(
        child.dep == "nmod" and case_of(child) == "of" and _acted_on(child) for child in match.head.children
    )
    owned = match.pattern.sense.owner == "recipient" and match.pattern.roles != "sides"
    for child in match.head.children:
        if child in match.used:
            continue
        if child.dep == "nmod:poss":
            (found.recipients if owned and not has_patient else found.actors).extend(conjuncts(child))
        elif child.dep in {"compound", "amod"}:
            _take_modifier(child, found, owned=owned)
        elif child.dep in {"nmod", "obl:agent", "obl"}:
            _take_marked(child, match, found, owned=owned)
    _take_from_support_verb(match, found, light)
    if not found.actors:
        _take_from_blame(match.head, found)
    return found.tidied()


def _acted_on(noun: Token) -> bool:
    return is_actor(noun) or fits(noun, GROUND)


def _take_modifier(child: Token, found: Participants, *, owned: bool) -> None:
    """Take a modifier that acts ("U.S. airstrike") or is acted on ("hostage release")."""
    opposed = _is_opposed(child)
    if not opposed and not (is_actor(child) and (child.pos in {"PROPN", "NOUN"} or child.entity in {"NORP", "GPE"})):
        return
    acted_on = (owned and child.dep == "compound" and child.pos != "PROPN") or opposed
    (found.recipients if acted_on else found.actors).append(child)


def _is_opposed(child: Token) -> bool:
    """Tell whether a modifier follows "anti-" or "counter-": who is acted against."""
    tokens, at = child.sentence.tokens, child.i - child.sentence.tokens[0].i
    return at >= 2 and tokens[at - 1].text in {"-", "–"} and tokens[at - 2].lower in OPPOSING


def _take_marked(child: Token, match: Match, found: Participants, *, owned: bool) -> None:
    """Take what a preposition marks: "by" and "between" act, "on", "against", "of" … are acted on."""
    case, heads, acts, roles = case_of(child), conjuncts(child), is_actor(child), match.pattern.roles
    mutual = case == "between" or (case in {"with", "among"} and roles == "sides")
    if case == "by" or mutual:
        found.actors.extend(heads)
        found.recipients.extend(
            below for below in child.each("nmod") if case_of(below) in AGAINST and roles == "patient"
        )
    elif case == "from":
        found.actors.extend(head for head in heads if is_actor(head))
    elif case == "of" and (acts or (roles == "patient" and fits(child, GROUND))):
        says = roles in {"sides", "undergo"} or match.pattern.type in OWN_WORDS
        (found.actors if says and not owned else found.recipients).extend(heads)
    elif case in PREPOSITIONS[roles] and (case not in {"of", "in", "for"} or roles == "give" or acts):
        found.recipients.extend(heads)


def _take_from_support_verb(match: Match, found: Participants, light: dict[str, str]) -> None:
    """Take the subject of a support verb: who carried out an attack acts, who suffered it is acted on."""
    noun, roles = match.head, match.pattern.roles
    _take_from_participle(noun, found, light)
    verb = noun.head.head if noun.dep == "conj" and noun.head is not None else noun.head
    if verb is None or verb.pos not in {"VERB", "AUX"} or verb.lemma not in light:
        return
    if noun.dep == "nsubj:pass":
        agent = verb.child("obl:agent")
        found.actors.extend(conjuncts(agent) if agent is not None and light[verb.lemma] == "does" else [])
    elif noun.dep in {"obj", "conj", "obl"}:
        _take_subject(verb, match, found, suffers=light[verb.lemma] == "suffers")
        for child in verb.each("obl"):
            if child is not noun and case_of(child) in (SIDES if roles == "sides" else AGAINST):
                (found.actors if roles == "sides" else found.recipients).extend(conjuncts(child))


def _take_subject(verb: Token, match: Match, found: Participants, *, suffers: bool) -> None:
    given = verb.child("nsubj:pass") if verb.lemma in GIVING else None
    subject, sides = given or agent_of(verb), match.pattern.roles == "sides"
    suffers = suffers or given is not None
    if subject is None or subject is match.head:
        return
    if verb.lemma in DENIALS and match.pattern.roles != "address":
        return  # who denies an attack is not its actor
    acted_on = suffers or (verb.lemma in DENIALS and match.pattern.roles == "address")
    taken = found.recipients if acted_on and not sides else found.actors
    if sides or not taken or given is not None:
        taken[:0] = conjuncts(subject)


def _take_from_participle(noun: Token, found: Participants, light: dict[str, str]) -> None:
    """Take the agent of a participle: "an attack carried out by gunmen", "the attack that rebels launched"."""
    for participle in noun.each("acl", "acl:relcl"):
        if found.actors or light.get(participle.lemma) != "does":
            continue
        agent = participle.child("obl:agent") or (subject_of(participle) if participle.tag != "VBN" else None)
        if agent is not None and relative_referent(agent) is not noun:
            found.actors.extend(conjuncts(agent))


def _take_from_blame(noun: Token, found: Participants) -> None:
    """Take who claims responsibility for an act, or is accused of it or blamed for it."""
    token = noun
    for _ in range(3):
        above = token.head
        if above is None or token.dep not in {"nmod", "obl", "conj"}:
            return
        doer: Token | None = None
        if above.lemma == "responsibility" and above.head is not None and above.head.lemma in CLAIMS:
            doer = subject_of(above.head)
        elif above.lemma in BLAMING:
            doer = above.child("obj", "nsubj:pass")
        elif case_of(token) == "for" and is_actor(above) and above.head is not None and above.head.lemma in BLAMING:
            doer = above
        if doer is not None and doer is not noun:
            found.actors.extend(conjuncts(doer))
            return
        token = above
