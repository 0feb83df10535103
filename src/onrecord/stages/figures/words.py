"""The words that make numbers and units, indexed for one look-up a token."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from onrecord.lexicon import load_words
from onrecord.model.figure import Direction, Qualifier  # noqa: TC001 - msgspec reads the annotations

Phrase = tuple[str, ...]


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A plain list of words."""

    words: list[str]


class NumberWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Numerals and qualifiers; lexicon/en/numbers.toml explains each table."""

    cardinals: dict[str, int]
    scales: dict[str, int]
    short_scales: dict[str, int]
    extents: Words
    sets: dict[str, int]
    parts: dict[str, int]
    plurals: dict[str, tuple[int, int]]
    vague: dict[str, int]
    before: dict[Qualifier, list[str]]
    after: dict[Qualifier, list[str]]


class Currency(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A currency: ISO 4217 code, signs that stand before or behind the number, names."""

    code: str
    signs: list[str]
    names: list[str]
    plurals: list[str] = []


class Measure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A unit of measure: what a record says, names, and short forms in their case."""

    unit: str
    names: list[str]
    plurals: list[str] = []
    short: list[str] = []


class Units(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """lexicon/en/units.toml."""

    currencies: list[Currency]
    measures: list[Measure]


class FigureWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words around numbers; lexicon/en/figures.toml explains each table."""

    labels: list[str]
    emergency: list[str]
    called: list[str]
    uncounted: list[str]
    invariable: list[str]
    others: list[str]
    casualties: list[str]
    sentences: list[str]
    spending: list[str]
    tallies: list[str]
    outcomes: dict[str, str]
    transitive: Words
    outcome_nouns: dict[str, str]
    directions: dict[Direction, list[str]]
    against: Words
    rates: Words


@cache
def numbers() -> NumberWords:
    """Give the word list of numbers."""
    return load_words("numbers", NumberWords)


@cache
def figures() -> FigureWords:
    """Give the words around numbers."""
    return load_words("figures", FigureWords)


@cache
def word_sets() -> dict[str, frozenset[str]]:
    """Give the plain lists of `figures` as sets."""
    words = figures()
    names = (
        "labels",
        "emergency",
        "called",
        "uncounted",
        "invariable",
        "others",
        "casualties",
        "sentences",
        "spending",
        "tallies",
    )
    return {name: frozenset(getattr(words, name)) for name in names}


@cache
def directions() -> dict[str, Direction]:
    """Give verb → "up" or "down"."""
    return {word: way for way, words in figures().directions.items() for word in words}


@cache
def qualifiers(side: Literal["before", "after"]) -> dict[Phrase, Qualifier]:
    """Give phrase → qualifier for the words "before" or "after" a number; a phrase is a tuple of lower-case words."""
    table = numbers().before if side == "before" else numbers().after
    return {tuple(phrase.split()): qualifier for qualifier, phrases in table.items() for phrase in phrases}


@cache
def signs() -> dict[Phrase, str]:
    """Give the signs and codes of money → ISO code."""
    currencies = load_words("units", Units).currencies
    return {tuple(sign.split()): currency.code for currency in currencies for sign in currency.signs}


@cache
def unit_names() -> dict[str, list[tuple[Phrase, str]]]:
    """Give first word → names of units that start with it, longest first, in lower case."""
    units = load_words("units", Units)
    entries = [(currency.names, currency.plurals, currency.code) for currency in units.currencies]
    entries += [(measure.names, measure.plurals, measure.unit) for measure in units.measures]
    table: dict[str, list[tuple[Phrase, str]]] = {}
    for names, plurals, unit in entries:
        for name in dict.fromkeys([*names, *(plurals or [f"{name}s" for name in names])]):
            phrase = tuple(name.split())
            table.setdefault(phrase[0], []).append((phrase, unit))
    for members in table.values():
        members.sort(key=lambda member: (-len(member[0]), member))
    return table


@cache
def short_units() -> dict[str, str]:
    """Give short form → unit, in its case; or all in capitals where it has more than one letter."""
    units = {short: measure.unit for measure in load_words("units", Units).measures for short in measure.short}
    shouted = {short.upper(): unit for short, unit in reversed(units.items()) if len(short) > 1}
    return shouted | units
