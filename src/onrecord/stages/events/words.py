"""Reads the event lexicon once and indexes it by lemma: which words may name an event, and under which conditions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

import msgspec

from onrecord.lexicon import load_words
from onrecord.model.event import EventType  # noqa: TC001 - msgspec reads it at run time

FILES = (
    "stops", "assault", "sanction", "coerce", "mobilize", "protest", "threaten", "reject", "accuse", "request",
    "retreat", "concede", "aid", "cooperate", "support", "consult", "agree", "accident", "disaster", "crime",
    "election",
)  # fmt: skip
Roles = Literal["patient", "sides", "address", "give", "move", "undergo", "leave"]


class Sense(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that name one kind of event; `docs/events.md` explains fields and patterns."""

    mode: str | None = None
    cameo: str | None = None
    verbs: list[str] = []
    nouns: list[str] = []
    object: list[str] = []
    subject: list[str] = []
    unless: list[str] = []
    roles: Roles | None = None
    owner: Literal["actor", "recipient"] = "actor"
    counts: Literal["killed", "injured"] | None = None
    weak: bool = False
    passive: bool | None = None
    bare: bool = False
    score: float = 0.7


class SenseFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of `event_verbs/`: the senses of one event type; "NONE" lists what looks like an event and is none."""

    type: EventType | Literal["NONE"]
    roles: Roles
    cameo: str | None = None
    sense: list[Sense] = []


class Classes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Word classes that senses ask for ("@person"), and classes of support verbs."""

    classes: dict[str, list[str]]
    names: dict[str, list[str]]
    light: dict[str, list[str]]
    modes: dict[str, list[str]]
    families: list[list[str]]
    kinds: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One entry: the words beside the lemma, its type and its sense."""

    type: str
    words: tuple[str, ...]
    sense: Sense
    roles: Roles
    cameo: str | None

    @property
    def weight(self) -> int:
        """How specific the pattern is: what asks for more is tried first."""
        sense = self.sense
        asked = 2 * bool(sense.object) + sum(map(bool, (sense.subject, sense.unless, sense.passive)))
        return 4 * len(self.words) + asked + 3 * (self.type == "NONE")


@dataclass(frozen=True, slots=True)
class EventWords:
    """The lexicon, indexed: patterns by the lemma of their main word, most specific first."""

    verbs: dict[str, list[Pattern]]
    nouns: dict[str, list[Pattern]]
    classes: dict[str, frozenset[str]]
    names: dict[str, frozenset[str]]
    light: dict[str, str]
    modes: dict[str, str]
    families: dict[str, str]
    kinds: dict[str, frozenset[str]]


def gerund(verb: str) -> str:
    """Spell the noun in -ing of a verb: "bomb" → "bombing", "invade" → "invading", "stab" → "stabbing"."""
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
        return verb[:-1] + "ing"
    vowels = "aeiou"
    if (
        len(verb) > 2
        and verb[-1] not in vowels + "wxy"
        and verb[-2] in vowels
        and verb[-3] not in vowels
        and len(verb) < 5
    ):
        return verb + verb[-1] + "ing"
    return verb + "ing"


@cache
def event_words() -> EventWords:
    """Load and index all event words (once a process)."""
    verbs: dict[str, list[Pattern]] = {}
    nouns: dict[str, list[Pattern]] = {}
    gerunds: dict[str, list[Pattern]] = {}
    for name in FILES:
        file = load_words(f"event_verbs/{name}", SenseFile)
        for sense in file.sense:
            _index(file, sense, verbs, nouns, gerunds)
    for noun, found in gerunds.items():
        nouns.setdefault(noun, []).extend(found)  # what is listed comes before
    for index in (verbs, nouns):
        for patterns in index.values():
            patterns.sort(key=lambda pattern: -pattern.weight)
    raw = load_words("event_classes", Classes)
    return EventWords(
        verbs,
        nouns,
        _inverted(raw.classes),
        {label: frozenset(found) for label, found in raw.names.items()},
        {word: kind for kind, words in raw.light.items() for word in words},
        {word: mode for mode, words in raw.modes.items() for word in words},
        {word: family[0] for family in raw.families for word in family},
        _inverted(raw.kinds),
    )


def _index(file: SenseFile, sense: Sense, *indexes: dict[str, list[Pattern]]) -> None:
    verbs, nouns, gerunds = indexes
    roles, cameo = sense.roles or file.roles, sense.cameo or file.cameo
    for entry in sense.verbs:
        lemma, *rest = entry.split()
        verbs.setdefault(lemma, []).append(Pattern(file.type, tuple(rest), sense, roles, cameo))
        if not rest and not sense.object and not sense.subject:
            gerunds.setdefault(gerund(lemma), []).append(Pattern(file.type, (), sense, roles, cameo))
    for entry in sense.nouns:
        *before, head = entry.split()
        nouns.setdefault(head, []).append(Pattern(file.type, tuple(before), sense, roles, cameo))


def _inverted(lists: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    """Turn class → words into word → classes."""
    found: dict[str, set[str]] = {}
    for name, words in lists.items():
        for word in words:
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}
