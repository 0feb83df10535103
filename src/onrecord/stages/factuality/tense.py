"""When an event stands relative to publication: by its verb, by the verbs above it, and by its date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.factuality.words import complements, modality

if TYPE_CHECKING:
    from onrecord.model import Published, Time
    from onrecord.model.event import Tense
    from onrecord.stages.tokens import Token

STEPS = 8
"""Verbs above that may lend their tense."""
SPEAKS = {"told", "denied", "settled"}
PAST, PRESENT = {"VBD"}, {"VBZ", "VBP"}


def tense_of(token: Token, top: Token) -> Tense:
    """Give the tense of an event word, read off the first finite verb from it upwards.

    `top` is where its holder's commitment ended: beyond it, what is given as known lies in the past.
    """
    verb, tense = clause_of(token)
    if tense == "present" and verb.sentence.kind == "title" and verb.tag in PRESENT:
        return "past"  # a headline tells the past in the present
    if tense == "present" and verb is not token and complements()["that"].get(verb.lemma) in SPEAKS:
        return "past"  # "denies the killing"
    if tense == "future" and verb is not top and verb in top.ancestors():
        return "past"
    return tense


def clause_of(token: Token) -> tuple[Token, Tense]:
    """Give the first finite verb from a word upwards, and its tense; the word itself and past where there is none."""
    node: Token | None = token
    for _ in range(STEPS):
        if node is None:
            break
        if (found := _finite(node)) is not None:
            return node, found
        node = node.head
    return token, "past"


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
    if tags == {"VBG"} and auxiliaries:
        return "present"  # "being expelled"
    if any(child.lemma == "have" for child in auxiliaries) and verb.tag == "VBN":
        return "past" if not any(child.lemma == "be" and child.tag == "VBG" for child in auxiliaries) else "present"
    return "present" if tags & PRESENT else None
