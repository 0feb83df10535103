"""What kind of thing a noun stands for, as far as its lemma and its name type tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.lexicon.persons import person_nouns
from onrecord.stages.events.words import event_words

if TYPE_CHECKING:
    from onrecord.stages.tokens import Token

ACTORS = frozenset({"person", "group", "force", "state", "diplomat"})
"""Classes of those who can act or be acted upon; a sense asks for any of them with "@actor"."""
PERSONAL = frozenset({"he", "she", "they", "we", "i", "you", "him", "her", "them", "us", "me", "who", "whom"})
QUANTITIES = frozenset({
    "dozen", "dozens", "hundred", "hundreds", "thousand", "thousands", "score", "scores", "number", "lot", "lots",
    "worth", "ton", "tons", "tonne", "tonnes", "million", "billion", "group", "team", "series", "majority", "most",
    "some", "many", "couple", "handful", "batch", "shipment", "pair", "half", "part", "parts", "range", "piece",
    "pieces", "all", "percent", "%",
})  # fmt: skip
"""Nouns that only measure what follows with "of"."""
NUMBER = frozenset({"number"})
PERSON = frozenset({"person"})
ELSEWHERE = ACTORS | {"sport"}
"""Classes of nouns of persons that are not simply somebody."""
UNLABELLED = frozenset({"person", "named"})
"""Classes of a proper name that the engine gave no type: most are persons."""
NOTHING: frozenset[str] = frozenset()


def classes_of(token: Token) -> frozenset[str]:
    """Give the classes of a noun: by its name type, as a personal pronoun, else by its lemma."""
    words = event_words()
    found = words.classes.get(token.lemma, NOTHING)
    if token.pos == "PROPN" or token.entity:
        found |= words.names.get(token.entity, NOTHING)
        for title in token.each("compound"):
            if "official" in (of_title := words.classes.get(title.lemma, NOTHING)):
                found |= of_title
    if token.pos == "NOUN" and ELSEWHERE.isdisjoint(found) and token.lemma in person_nouns():
        found |= PERSON
    if token.pos == "NUM":
        found |= NUMBER
    if token.pos == "PROPN" and not token.entity:
        found |= UNLABELLED
    if token.lower in PERSONAL:
        found |= {"person"}
    return found


def is_actor(token: Token) -> bool:
    """Tell whether a noun may stand for somebody who acts: a person, a group, a force, a state."""
    return not ACTORS.isdisjoint(classes_of(token))


def fits(token: Token, wanted: list[str]) -> bool:
    """Tell whether a noun is one of the wanted lemmas or of one of the wanted classes ("@person")."""
    if token.lemma in wanted or token.lower in wanted:
        return True
    classes = classes_of(token)
    return any(
        want[1:] in classes or (want == "@actor" and not ACTORS.isdisjoint(classes))
        for want in wanted
        if want[0] == "@"
    )
