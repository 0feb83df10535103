"""The words that make numbers and units, indexed for one look-up a token."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import msgspec

from onrecord.lexicon import load_words

if TYPE_CHECKING:
    from onrecord.model.figure import Qualifier


class NumberWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Numerals and qualifiers; lexicon/en/numbers.toml explains each table."""

    cardinals: dict[str, int]
    scales: dict[str, int]
    short_scales: dict[str, int]
    sets: dict[str, int]
    parts: dict[str, int]
    plurals: dict[str, tuple[int, int]]
    vague: dict[str, int]
    before: dict[str, list[str]]
    after: dict[str, list[str]]


@cache
def numbers() -> NumberWords:
    """Give the word list of numbers."""
    return load_words("numbers", NumberWords)


@cache
def qualifiers(side: str) -> dict[tuple[str, ...], Qualifier]:
    """Give phrase → qualifier for the words "before" or "after" a number; a phrase is a tuple of lower-case words."""
    table: dict[str, list[str]] = getattr(numbers(), side)
    return {tuple(phrase.split()): qualifier for qualifier, phrases in table.items() for phrase in phrases}  # type: ignore[misc]
