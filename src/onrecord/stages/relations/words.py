"""Words that state ties, from lexicon/en/relations.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import msgspec

from onrecord.lexicon import load_words
from onrecord.model.relation import RelationType  # noqa: TC001 - msgspec reads it when it makes the Structs


class TieWords(msgspec.Struct, forbid_unknown_fields=True):
    """Words of one relation; `object` says where a verb has its object: "obj", "time", or prepositions."""

    type: RelationType
    words: list[str]
    object: list[str] = []


class RelationWords(msgspec.Struct, forbid_unknown_fields=True):
    """lexicon/en/relations.toml."""

    nouns: list[TieWords]
    verbs: list[TieWords]
    participles: list[TieWords]
    strongholds: list[TieWords]


@dataclass(frozen=True, slots=True)
class Ties:
    """The lists, ready for look-up."""

    nouns: dict[str, RelationType]
    verbs: dict[str, tuple[TieWords, ...]]
    participles: dict[str, RelationType]
    strongholds: dict[str, RelationType]


@cache
def tie_words() -> Ties:
    """Load the lists, once a process."""
    words = load_words("relations", RelationWords)
    verbs: dict[str, tuple[TieWords, ...]] = {}
    for group in words.verbs:
        for word in group.words:
            verbs[word] = (*verbs.get(word, ()), group)
    return Ties(_flat(words.nouns), verbs, _flat(words.participles), _flat(words.strongholds))


def _flat(groups: list[TieWords]) -> dict[str, RelationType]:
    return {word: group.type for group in groups for word in group.words}
