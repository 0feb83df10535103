"""Resolves mentions to entities: names first, then, in reading order, nominals and pronouns to what was said before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.entities.antecedents import is_anaphoric, is_awaited, nominal_score
from onrecord.stages.entities.groups import Group
from onrecord.stages.entities.naming import STATE_NOUNS, Names, state_of
from onrecord.stages.entities.nodes import Node, make_node
from onrecord.stages.entities.pronouns import (
    PERSON_REACH,
    REACH,
    SPEAKER,
    fits_pronoun,
    is_bound,
    is_pleonastic,
    named_before,
    pronoun_score,
    referent_of,
)
from onrecord.stages.entities.records import make_entities
from onrecord.stages.entities.speakers import Speakers
from onrecord.stages.entities.ties import find_ties
from onrecord.stages.entities.words import entity_words

if TYPE_CHECKING:
    from onrecord.model import Entity
    from onrecord.stages.draft import Draft
    from onrecord.stages.tokens import Token

TITLE_KINDS = {"title", "kicker"}
CATAPHORIC_REACH = 6
"""Sentences within which "The soldier …" at the start of a report waits for its name."""
KEPT = 80
"""Groups kept in mind at once; the least recent fall out, so that a long report stays linear."""


def resolve_entities(draft: Draft) -> list[Entity]:
    """Give one entity for all mentions that corefer, in the order of their first mention."""
    nodes = [make_node(found) for found in draft.mentions]
    resolver = _Resolver(nodes, draft)
    titles = [node for node in nodes if node.head.sentence.kind in TITLE_KINDS]
    for node in nodes:
        if node.head.sentence.kind not in TITLE_KINDS:
            resolver.resolve(node)
    for node in resolver.waiting:
        resolver.resolve(node, last=True)
    resolver.begin_titles()
    for node in titles:
        resolver.resolve(node, last=True)
    return make_entities([group for group in resolver.groups if group.into is None], draft)


class _Resolver:
    def __init__(self, nodes: list[Node], draft: Draft) -> None:
        self.names = Names([node for node in nodes if node.name])
        self.ties = {id(tie.other): tie for tie in find_ties(nodes)}
        self.speaker_of = Speakers(draft.attributions)
        self._sources = {source.head.i for attribution in draft.attributions for source in attribution.sources}
        self.groups: list[Group] = []
        self.waiting: list[Node] = []
        self._by_head: dict[int, Group] = {}
        self._recent: dict[int, Group] = {}

    def resolve(self, node: Node, *, last: bool = False) -> None:
        """Find or open the group of a mention; a pronoun without antecedent stays outside.

        "I" and "we" wait where whoever speaks is named only after the quotation.
        """
        speaker = self.speaker_of(node.head) if node.head.lower in SPEAKER else None
        if speaker is not None and speaker.i > node.head.i and not last:
            self.waiting.append(node)
            return
        found = self._group(node)
        if found is None:
            return
        group = found.root
        if not group.seen:
            group.seen = True
            self.groups.append(group)
        if node.found.form != "name":
            group.add(node)
        group.touch(node)
        if node.head.i in self._sources:
            group.spoke_at = node.sentence
        self._by_head[node.head.i] = group
        self._recent.pop(id(group), None)
        self._recent[id(group)] = group
        if len(self._recent) > KEPT:
            del self._recent[next(iter(self._recent))]

    def begin_titles(self) -> None:
        """Make ready for titles, which are read after the body: they take up first what the body names first."""
        firsts = sorted((group for group in self.groups if group.into is None), key=lambda group: group.nodes[0].head.i)
        self._recent = {id(group): group for group in firsts[:KEPT]}
        for rank, group in enumerate(firsts[:KEPT]):
            group.weight, group.weighed_at = 100.0 * 0.9**rank, 0

    def _at(self, head: Token | None) -> Group | None:
        group = self._by_head.get(head.i) if head is not None else None
        return group.root if group is not None else None

    def _group(self, node: Node) -> Group | None:
        if node.found.form == "pronoun":
            return self._pronoun(node)
        tie = self.ties.get(id(node))
        tied = self._at(tie.one.head) if tie is not None else None
        if node.found.form == "name":
            return self._name(node, tied)
        node.describes = tied is not None and tied.named
        return tied or self._issuer(node) or self._state(node) or self._nominal(node) or Group()

    def _name(self, node: Node, tied: Group | None) -> Group:
        """Give a name's group, made one with what grammar ties it to or what waited for it."""
        own = self.names.of[id(node)].root
        if tied is None and not own.seen:
            tied = self._awaited(node)
        return self._merge(own, tied) if tied is not None else own

    def _merge(self, one: Group, other: Group) -> Group:
        """Make two groups one; that which has a name takes the other in."""
        if one is other:
            return one
        kept, gone = (one, other) if one.named else (other, one)
        for node in gone.nodes:
            kept.add(node)
        gone.into = kept
        self._recent.pop(id(gone), None)
        return kept

    def _issuer(self, node: Node) -> Group | None:
        """Give whose statement it is: "the army statement", "the ministry's statement"."""
        if node.head.lemma not in entity_words().issued or node.number == "many" or node.opening == "new":
            return None
        for child in node.head.each("nmod:poss", "compound", "amod"):
            group = self._at(child)
            if group is not None and group.corporate:
                return group
        return None

    def _awaited(self, node: Node) -> Group | None:
        """Give what a definite noun opened a few sentences ago, where the name now given fits it."""
        for group in reversed(self._recent.values()):
            if node.sentence - group.nodes[0].sentence <= CATAPHORIC_REACH and is_awaited(node, group):
                return group
        return None

    def _state(self, node: Node) -> Group | None:
        """Give the state that a nominal or adjective stands for.

        "The authorities" with no other antecedent are those of the state named most often so far.
        """
        if (iso2 := state_of(node)) is not None:
            return self.names.state(iso2)
        if node.head.lemma not in STATE_NOUNS or node.opening != "definite" or node.words != (node.head.lemma,):
            return None
        named = (group for group in self.names.states.values() if group.seen)
        return self._nominal(node) or max(named, key=lambda group: len(group.nodes), default=None)

    def _nominal(self, node: Node) -> Group | None:
        """Give the best antecedent of a definite nominal, or None."""
        if node.found.form != "nominal" or not is_anaphoric(node):
            return None
        scored = [(nominal_score(node, group), group) for group in self._recent.values()]
        best, group = max(scored, key=lambda item: item[0], default=(0.0, None))
        return group if best > 0 else None

    def _pronoun(self, node: Node) -> Group | None:
        token = node.head
        if token.lower in SPEAKER:
            speaker = self._at(self.speaker_of(token))
            return speaker if speaker is None or speaker.type != "other" else None
        if node.found.rule == "mentions.relative":
            return self._at(named_before(node)) or self._at(referent_of(node))
        if is_pleonastic(token):
            return None
        reach = PERSON_REACH if node.gender is not None else REACH[node.number or "one"]
        fitting = [
            group
            for group in self._recent.values()
            if node.sentence - group.weighed_at <= reach and fits_pronoun(node, group) and not is_bound(node, group)
        ]
        speaks = token.i in self._sources
        return max(fitting, key=lambda group: pronoun_score(node, group, speaks=speaks), default=None)
