"""Where, when, with what, how many: what else stands around a trigger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.events.classes import classes_of, fits
from onrecord.stages.grammar import case_of

if TYPE_CHECKING:
    from onrecord.model import Span
    from onrecord.stages.events.matching import Match
    from onrecord.stages.events.words import EventWords
    from onrecord.stages.tokens import Token

WHERE = {
    "in",
    "at",
    "near",
    "outside",
    "across",
    "around",
    "inside",
    "off",
    "on",
    "over",
    "throughout",
    "along",
    "from",
    "to",
}
PLACE_NAMES = {"GPE", "LOC", "FAC"}
DATES = {"DATE", "TIME"}
FORCES = ["@force", "@state"]
POLITICAL = [
    "@force",
    "@state",
    "@official",
    "@armed",
    "@group",
    "@diplomat",
    "civilian",
    "journalist",
    "activist",
    "migrant",
    "refugee",
]
NAMED_ACTORS = {"NORP", "GPE", "ORG"}
WARLIKE = {
    "aerial",
    "drone",
    "heavy-weapons",
    "suicide-attack",
    "unconventional",
    "explosives",
    "abduct",
    "crowd-control",
}
BELOW = ("obl", "nmod", "obl:unmarked", "advmod", "obl:agent")


def instrument_of(head: Token, words: EventWords) -> Token | None:
    """Give the weapon or tool that a trigger names: "with a nerve agent", "in a … attack"."""
    for child in head.each("obl", "nmod", "compound", "amod"):
        beside = child.dep in {"compound", "amod"} or case_of(child) in {"with", "by", "from"}
        if beside and weapon_mode(child, words) is not None:
            return child
    return None


def weapon_mode(noun: Token, words: EventWords) -> str | None:
    """Give the mode of attack that a weapon's name stands for; the word before the noun counts too."""
    for word in (*noun.each("compound", "amod"), noun):
        if word.lemma in words.modes:
            return words.modes[word.lemma]
    return None


def mode_of(match: Match, instrument: Token | None, words: EventWords) -> str | None:
    """Give the mode: the sense's own, else what the instrument says of an attack."""
    if match.pattern.sense.mode is None and instrument is not None and match.pattern.type == "ASSAULT":
        return weapon_mode(instrument, words)
    return match.pattern.sense.mode


def cameo_of(match: Match, actors: list[Token]) -> str | None:
    """Give the CAMEO code. A killing is fighting (190) where a force or state kills, else assault (180)."""
    cameo = match.pattern.cameo
    if cameo == "190" and match.pattern.sense.counts is not None and not any(fits(actor, FORCES) for actor in actors):
        return "180"
    return cameo


def is_private(match: Match, actors: list[Token], recipients: list[Token]) -> bool:
    """Tell whether an act is a private crime: kin and robbers, or a charge of common crime, and nobody political."""
    sense = match.pattern.sense
    people = [*actors, *recipients]
    if match.pattern.type not in {"ASSAULT", "ACCUSE", "COERCE", "SANCTION"} or sense.mode in WARLIKE:
        return False
    if any(fits(person, POLITICAL) or person.entity in NAMED_ACTORS for person in people):
        return False
    below = [child for noun in (match.head, *people) for child in (noun, *noun.each("obl", "nmod", "compound"))]
    accused = match.pattern.type in {"ACCUSE", "SANCTION"} and any(fits(child, ["@offence"]) for child in below)
    return (
        accused
        or any(fits(person, ["@private"]) for person in actors)
        or (not actors and bool(recipients) and all(fits(person, ["@private"]) for person in recipients))
    )


def counts_of(kind: str | None, recipients: list[Token]) -> tuple[Span | None, Span | None]:
    """Give the spans of the numbers of killed and injured that stand with the recipients."""
    if kind is None:
        return None, None
    for token in recipients:
        number = token if token.pos == "NUM" else token.child("nummod")
        if number is not None or "number" in classes_of(token):
            span = (number or token).span
            return (span, None) if kind == "killed" else (None, span)
    return None, None
