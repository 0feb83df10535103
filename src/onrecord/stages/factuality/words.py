"""The words that change how sure a text is, as look-up tables."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, cast

import msgspec

from onrecord.errors import DataError
from onrecord.lexicon import load_words

if TYPE_CHECKING:
    from onrecord.stages.factuality.stance import Operator

Link = Literal["that", "to", "ing", "object", "subject", "prepositional", "of"]


class Graded(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words by the operator that they carry."""

    keep: list[str] = []
    settled: list[str] = []
    vouched: list[str] = []
    told: list[str] = []
    denied: list[str] = []
    deny: list[str] = []
    probable: list[str] = []
    possible: list[str] = []
    unlikely: list[str] = []
    planned: list[str] = []
    open: list[str] = []
    tried: list[str] = []
    excluded: list[str] = []


class Complements(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`complements.toml`: words above an event, by the link between them."""

    that: Graded
    to: Graded
    ing: Graded
    object: Graded
    subject: Graded
    prepositional: Graded
    of: Graded


class Agency(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that put somebody's part in an event in doubt."""

    possible: frozenset[str]
    probable: frozenset[str]
    told: frozenset[str]
    blame: frozenset[str]


class Hedges(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`hedges.toml`: words beside an event."""

    adverbs: Graded
    adjectives: Graded
    agency: Agency


class Modality(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`modality.toml`: auxiliaries, and conjunctions of condition and circumstance."""

    possible: frozenset[str]
    planned: frozenset[str]
    open: frozenset[str]
    conditional: frozenset[str]
    deny_negated: frozenset[str]
    probable_past: frozenset[str]
    conditions: frozenset[str]
    circumstances: frozenset[str]
    scheduled: frozenset[str]


class Negation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`negation.toml`: words that deny what they stand on."""

    adverbs: frozenset[str]
    weak_adverbs: frozenset[str]
    near_adverbs: frozenset[str]
    determiners: frozenset[str]
    pronouns: frozenset[str]
    marks: frozenset[str]
    conjunctions: frozenset[str]
    attempts: frozenset[str]


def table(words: Graded, where: str) -> dict[str, Operator]:
    """Turn lists by operator into operators by word. Raises DataError where a word stands in two lists."""
    found: dict[str, Operator] = {}
    for operator in words.__struct_fields__:
        for word in getattr(words, operator):
            if word in found:
                raise DataError(where, f"{word!r} is both {found[word]} and {operator}", "Keep it in one list.")
            found[word] = cast("Operator", operator)
    return found


@cache
def complements() -> dict[str, dict[str, Operator]]:
    """Operators by link and lemma."""
    words = load_words("complements", Complements)
    return {
        link: table(getattr(words, link), f"lexicon/en/complements.toml [{link}]") for link in words.__struct_fields__
    }


@cache
def hedges() -> tuple[dict[str, Operator], dict[str, Operator]]:
    """Operators by adverb and by adjective."""
    words = load_words("hedges", Hedges)
    return table(words.adverbs, "lexicon/en/hedges.toml"), table(words.adjectives, "lexicon/en/hedges.toml")


@cache
def agency() -> Agency:
    """Words that put a part in doubt."""
    return load_words("hedges", Hedges).agency


@cache
def modality() -> Modality:
    """Auxiliaries and conjunctions."""
    return load_words("modality", Modality)


@cache
def negation() -> Negation:
    """Words that deny."""
    return load_words("negation", Negation)
