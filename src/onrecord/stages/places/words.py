"""The words beside place names, out of the lexicon."""

from functools import cache

import msgspec

from onrecord.lexicon.load import load_words
from onrecord.model.place import PlaceKind


class Features(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Common nouns that are part of a name: before it ("Lake Erie") or after it ("Suez Canal")."""

    before: frozenset[str]
    after: frozenset[str]


class Context(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that speak for or against a place: see the comments in the file."""

    prepositions: frozenset[str]
    firm: frozenset[str]
    heads: frozenset[str]
    titles: frozenset[str]
    parts: frozenset[str]
    common: frozenset[str]


class PlaceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`lexicon/en/places.toml`."""

    kinds: dict[PlaceKind, list[str]]
    plurals: dict[PlaceKind, list[str]]
    features: Features
    context: Context


@cache
def place_words() -> PlaceWords:
    """Load the words once a process."""
    return load_words("places", PlaceWords)


@cache
def kind_of_word() -> dict[str, PlaceKind]:
    """Map "province", "town" … to the kind that they say."""
    return {word: kind for kind, words in place_words().kinds.items() for word in words}


@cache
def kind_of_plural() -> dict[str, PlaceKind]:
    """Map "provinces", "towns" … to the kind that they say."""
    return {word: kind for kind, words in place_words().plurals.items() for word in words}
