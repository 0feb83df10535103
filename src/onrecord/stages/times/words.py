"""The words of time, indexed for one look-up a token."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

import msgspec

from onrecord.lexicon import load_words

if TYPE_CHECKING:
    from collections.abc import Iterable


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A plain list of words."""

    words: list[str]


class Zones(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Time zones: one-word names, and phrases."""

    names: list[str]
    phrases: list[str]


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Named times without a computed date."""

    names: list[str]


class MovingDay(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A day that moves: the nth weekday of a month, `plus` days; or days from Easter Sunday."""

    month: int = 0
    weekday: int = 0
    nth: int = 0
    plus: int = 0
    easter: int | None = None


class TimeWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All tables of lexicon/en/times.toml, which explains each."""

    months: dict[str, int]
    weekdays: dict[str, int]
    doubtful: Words
    units: dict[str, str]
    seasons: dict[str, str]
    parts_of_day: dict[str, str]
    day_words: dict[str, int]
    zones: Zones
    decades: dict[str, int]
    ordinals: dict[str, int]
    pointers: dict[str, int]
    anaphoric: Words
    sides: dict[str, list[str]]
    between: Words
    mods: dict[str, list[str]]
    length_mods: dict[str, list[str]]
    few: Words
    sets: dict[str, str]
    lengths: dict[str, str]
    vague: dict[str, list[str]]
    vague_lengths: dict[str, list[str]]
    fixed_days: dict[str, str]
    moving_days: dict[str, MovingDay]
    named_times: Names
    names: Words
    ahead: Words
    changed: Words
    yearly: Words
    portions: Words


@cache
def times() -> TimeWords:
    """Give the word list of times."""
    return load_words("times", TimeWords)


@cache
def kinds() -> dict[str, str]:
    """Give word → the rule that starts at it; a plural unit, weekday or season starts its singular's rule."""
    words = times()
    found: dict[str, str] = {}
    tables: dict[str, Iterable[str]] = {
        "month": words.months, "weekday": words.weekdays, "day_word": words.day_words, "part": words.parts_of_day,
        "season": words.seasons, "set": words.sets, "length": words.lengths, "unit": words.units,
        "decade": words.decades,
    }  # fmt: skip
    for kind, table in tables.items():
        for word in table:
            found.setdefault(word, kind)
            if kind in {"unit", "weekday", "season", "part"}:
                found.setdefault(f"{word}s", f"{kind}s")
    found |= {"centuries": "units", "millennia": "units", "weekend": "weekend", "weekends": "weekend"}
    return found


@cache
def singulars() -> dict[str, str]:
    """Give unit word, singular or plural → its code."""
    units = times().units
    return units | {f"{word}s": code for word, code in units.items()} | {"centuries": "CE", "millennia": "ML"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A fixed phrase: its words, the kind of time that it is, and the value or name that goes with the kind."""

    words: tuple[str, ...]
    kind: Literal["vague", "length", "fixed", "moving", "named", "name"]
    value: str


@cache
def phrases() -> dict[str, dict[str, list[Phrase]]]:
    """Give first word → second word ("" for none) → phrases, the longest first."""
    words = times()
    entries = [
        Phrase(tuple(phrase.split()), "vague", mod) for mod, members in words.vague.items() for phrase in members
    ]
    entries += [
        Phrase(tuple(phrase.split()), "length", value)
        for value, members in words.vague_lengths.items()
        for phrase in members
    ]
    entries += [Phrase(tuple(phrase.split()), "fixed", value) for phrase, value in words.fixed_days.items()]
    entries += [Phrase(tuple(phrase.split()), "moving", phrase) for phrase in words.moving_days]
    entries += [Phrase(tuple(phrase.split()), "named", phrase) for phrase in words.named_times.names]
    entries += [Phrase(tuple(phrase.split()), "name", phrase) for phrase in words.names.words]
    table: dict[str, dict[str, list[Phrase]]] = {}
    for entry in sorted(entries, key=lambda entry: (-len(entry.words), entry.words)):
        second = entry.words[1] if len(entry.words) > 1 else ""
        table.setdefault(entry.words[0], {}).setdefault(second, []).append(entry)
    return table


@cache
def modifiers() -> dict[str, str]:
    """Give word → TIMEX3 `mod` for times: "early" → START."""
    return {word: mod for mod, words in times().mods.items() for word in words}


@cache
def length_modifiers() -> dict[tuple[str, ...], str]:
    """Give phrase → TIMEX3 `mod` for durations: ("more", "than") → MORE_THAN."""
    return {tuple(phrase.split()): mod for mod, phrases_ in times().length_mods.items() for phrase in phrases_}


@cache
def word_sets() -> dict[str, frozenset[str]]:
    """Give the plain lists as sets, for membership."""
    words = times()
    return {
        "doubtful": frozenset(words.doubtful.words),
        "anaphoric": frozenset(words.anaphoric.words),
        "between": frozenset(words.between.words),
        "few": frozenset(words.few.words),
        "ahead": frozenset(words.ahead.words),
        "changed": frozenset(words.changed.words),
        "yearly": frozenset(words.yearly.words),
        "portions": frozenset(words.portions.words),
        "zones": frozenset(words.zones.names),
        "before": frozenset(words.sides["before"]),
        "after": frozenset(words.sides["after"]),
    }
