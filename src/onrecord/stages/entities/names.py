"""Finds names: the engine's, put right by title, by the words inside them and by the majority of the report."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.stages.entities.phrases import head_of
from onrecord.stages.entities.words import Kind, entity_words

if TYPE_CHECKING:
    from onrecord.model.entity import EntityType
    from onrecord.stages.tokens import Name, Syntax, Token

ACTOR_LABELS: dict[str, EntityType] = {
    "PERSON": "person", "ORG": "organisation", "GPE": "government", "NORP": "group", "PRODUCT": "other", "FAC": "other", "LOC": "other",
    "WORK_OF_ART": "other", "LAW": "other", "EVENT": "other",
}  # fmt: skip
TRIMMED_FIRST = {"the", "a", "an", "“", '"', "'", "this", "that"}
TRIMMED_LAST = {"'s", "’s", "'", "’", ",", ".", '"', "”"}


@dataclass(slots=True)
class NameFound:
    """A name's own tokens, without article and genitive mark, and what it names."""

    tokens: list[Token]
    label: str
    kind: Kind | None

    @property
    def head(self) -> Token:
        """The token by which the tree holds the name."""
        return head_of(self.tokens)

    @property
    def words(self) -> tuple[str, ...]:
        """Its words in lower case."""
        return tuple(token.lower for token in self.tokens)


def find_names(syntax: Syntax) -> list[NameFound]:
    """Give the names of persons, peoples, states and organisations in text order."""
    found = [
        named for name in syntax.names if name.label in ACTOR_LABELS and (named := _trim(name, syntax)) is not None
    ]
    labels: dict[tuple[str, ...], Counter[str]] = {}
    for name in found:
        labels.setdefault(name.words, Counter())[name.label] += 1
    for name in found:
        votes = labels[name.words]
        name.label = min(votes, key=lambda label: (-votes[label], label))
        name.kind = kind_of(name)
    return found


def _trim(name: Name, syntax: Syntax) -> NameFound | None:
    tokens = syntax.tokens[name.first.i : name.last.i + 1]
    while tokens and tokens[0].lower in TRIMMED_FIRST:
        tokens = tokens[1:]
    while tokens and tokens[-1].lower in TRIMMED_LAST:
        tokens = tokens[:-1]
    return NameFound(tokens, name.label, None) if tokens else None


def kind_of(name: NameFound) -> Kind | None:
    """Tell from the words inside a name what it names; None where they do not tell."""
    if name.label in {"PERSON", "GPE", "NORP"}:
        return None
    known = entity_words().name_kinds
    hits = [known[word] for word in name.words if word in known]
    return min(hits, key=lambda hit: hit[0])[1] if hits else None
