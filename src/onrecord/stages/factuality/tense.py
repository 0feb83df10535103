"""When an event stands relative to publication: by its verb, by the verbs above it, and by its date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.factuality.words import modality

if TYPE_CHECKING:
    from onrecord.model import Published, Time
    from onrecord.model.event import Tense
    from onrecord.stages.tokens import Token

STEPS = 8
"""Verbs above that may lend their tense."""
PAST, PRESENT = {"VBD"}, {"VBZ", "VBP"}


def tense_of(token: Token, top: Token) -> Tense:
    """Give the tense of an event word, read off the first finite verb from it upwards.

    `top` is where its holder's commitment ended: a noun that is given as known lies in the past.
    """
    node: Token | None = token
    climbed = True
    for _ in range(STEPS):
        if node is None:
            break
        found = _finite(node)
        if found is not None:
            return found if climbed or found != "future" else "past"
        climbed = climbed and node is not top
        node = node.head
    return "past"


def tense_by_date(time: Time, published: Published) -> Tense | None:
    """Give past or future where the event's date says so, None where it does not."""
    earliest, latest = published.value or published.earliest, published.value or published.latest
    if time.type != "DATE":
        return None
    if time.latest is not None and earliest is not None and time.latest < earliest:
        return "past"
    if time.earliest is not None and latest is not None and time.earliest > latest:
        return "future"
    return None


def _finite(verb: Token) -> Tense | None:
    """Give the tense of a finite verb group, None where the word is not one."""
    words = modality()
    auxiliaries = verb.each("aux", "aux:pass", "cop")
    for child in auxiliaries:
        perfect = any(other.lemma == "have" for other in auxiliaries)
        if child.lower in words.planned or child.lower in words.conditional:
            return "future"
        if child.tag == "MD":
            return "past" if perfect else "future"
    tags = {child.tag for child in auxiliaries} or {verb.tag}
    if tags & PAST or (verb.tag == "VBN" and not auxiliaries):
        return "past"
    if any(child.lemma == "have" for child in auxiliaries) and verb.tag == "VBN":
        return "past" if not any(child.lemma == "be" and child.tag == "VBG" for child in auxiliaries) else "present"
    return "present" if tags & PRESENT else None
