"""Mentions that corefer, with what is known of them together, and how present they are in the reader's mind."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.stages.entities.words import entity_words

if TYPE_CHECKING:
    from onrecord.knowledge.actor import Actor
    from onrecord.model.entity import EntityType
    from onrecord.stages.entities.nodes import Gender, Node, Number

ROLE_WEIGHT = {"nsubj": 80.0, "nsubj:pass": 70.0, "obj": 50.0, "iobj": 50.0, "obl:agent": 60.0, "root": 60.0}
"""Weights after Lappin & Leass 1994: subjects are taken up again more often than objects, objects than the rest."""
HELD_WEIGHT = 40.0
RECENT_WEIGHT = 100.0
CORPORATE = {"government", "military", "armed_group", "organisation", "igo", "media", "company", "party"}


@dataclass(slots=True, eq=False)
class Group:
    """Mentions of one entity. `head_words` are the nouns by which a definite nominal takes it up.

    `said` holds all content words of its mentions, `phrases` those of each, `named` whether some mention is a name.
    """

    nodes: list[Node] = field(default_factory=list)
    type: EntityType | None = None
    number: Number | None = None
    gender: Gender | None = None
    country: str | None = None
    sector: str | None = None
    actor: Actor | None = None
    weight: float = 0.0
    weighed_at: int = 0
    spoke_at: int | None = None
    seen: bool = False
    into: Group | None = None
    named: bool = False
    head_words: set[str] = field(default_factory=set)
    said: set[str] = field(default_factory=set)
    phrases: set[frozenset[str]] = field(default_factory=set)

    def add(self, node: Node) -> None:
        """Take a mention in; names settle type, sector and country, other mentions fill what is open."""
        names = node.found.form == "name"
        first_name, self.named = names and not self.named, names or self.named
        self.nodes.append(node)
        self.head_words |= taken_up_by(node)
        self.said.update(node.words, node.name)
        self.phrases.add(frozenset(node.words))
        if first_name or self.type in {None, "other"}:
            self.type = node.type or self.type
        self.number = self.number or node.number
        self.gender = self.gender or node.gender
        self.country = self.country or node.country
        if node.found.form != "adjective":
            self.sector = (node.sector or self.sector) if self.sector in {None, "CVL"} else self.sector

    def touch(self, node: Node) -> None:
        """Raise the group in the reader's mind for a mention of it.

        Mentions in one sentence add up: the best role alone (Lappin & Leass) gave B-cubed .834 on the gold for .843.
        """
        self.weight = self.salience(node.sentence) + RECENT_WEIGHT + ROLE_WEIGHT.get(node.head.dep, HELD_WEIGHT)
        self.weighed_at = node.sentence

    def salience(self, sentence: int) -> float:
        """Give how present the group is at a sentence: each sentence halves it."""
        return float(self.weight * 0.5 ** min(60, max(0, sentence - self.weighed_at)))

    @property
    def root(self) -> Group:
        """The group that it was merged into, at last; itself where it was not."""
        group = self
        while group.into is not None:
            group = group.into
        return group

    @property
    def last(self) -> Node:
        """The mention that came last."""
        return self.nodes[-1]

    @property
    def person(self) -> bool:
        """Whether it is a single person."""
        return self.type == "person"

    @property
    def corporate(self) -> bool:
        """Whether it is a body, which is "it" and, loosely, "they"."""
        return self.type in CORPORATE


def taken_up_by(node: Node) -> set[str]:
    """Give the nouns that take a mention up again: its head, and for a name all words of it and of its title."""
    if node.found.form == "nominal":
        inside = (
            {word for word in node.words if word in entity_words().name_kinds} if node.type == "military" else set()
        )
        return {node.head.lemma, *inside}
    if node.found.form == "name":
        return {*node.name, *(token.lemma for token in node.before if token.lemma in entity_words().nouns)}
    return set()


def agrees(one: str | None, other: str | None) -> bool:
    """Tell whether two values are the same or one is open."""
    return one is None or other is None or one == other
