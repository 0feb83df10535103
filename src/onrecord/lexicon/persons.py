"""Nouns that mean persons, for the stages that ask whether a word can act or be acted upon."""

from functools import cache

import msgspec

from onrecord.lexicon.load import load_words


class PersonNouns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """lexicon/en/person_nouns.toml."""

    nouns: list[str]


@cache
def person_nouns() -> frozenset[str]:
    """Give the lemmas."""
    return frozenset(load_words("person_nouns", PersonNouns).nouns)
