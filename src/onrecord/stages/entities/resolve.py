"""Resolves mentions to entities: names first, then, in reading order, nominals and pronouns to what was said before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.entities.antecedents import is_anaphoric, nominal_score
from onrecord.stages.entities.groups import Group
from onrecord.stages.entities.naming import Names, state_of
from onrecord.stages.entities.nodes import Node, make_node
from onrecord.stages.entities.pronouns import (
    REACH,
    SPEAKER,
    fits_pronoun,
    is_bound,
    is_pleonastic,
    pronoun_score,
    referent_of,
)
from onrecord.stages.entities.records import make_entities
from onrecord.stages.entities.ties import find_ties

if TYPE_CHECKING:
    from onrecord.model import Entity
    from onrecord.stages.draft import Draft
    from onrecord.stages.tokens import Token

KEPT = 80
"""Groups kept in mind at once; the least recent fall out, so that a long report stays linear."""


def resolve_entities(draft: Draft) -> list[Entity]:
    """Give one entity for all mentions that corefer, in the order of their first mention."""
    nodes = [make_node(found, draft.syntax) for found in draft.mentions]
    resolver = _Resolver(nodes, draft)
    for node in nodes:
        resolver.resolve(node)
    return make_entities(resolver.groups, draft)


class _Resolver:
    def __init__(self, nodes: list[Node], draft: Draft) -> None:
        self.names = Names([node for node in nodes if node.name])
        self.ties = {id(tie.other): tie for tie in find_ties(nodes)}
        self.by_head: dict[int, Group] = {}
        self.speakers = _speakers(draft)
        self.groups: list[Group] = []
        self.recent: list[Group] = []
        self.merged: dict[int, Group] = {}

    def resolve(self, node: Node) -> None:
        """Find or open the group of a mention; a pronoun without antecedent stays outside."""
        group = self._group(node)
        if group is None:
            return
        group = self._root(group)
        if node not in group.nodes:
            group.add(node)
        group.touch(node)
        self.by_head[node.head.i] = group
        if group in self.recent:
            self.recent.remove(group)
        elif group not in self.groups:
            self.groups.append(group)
        self.recent.append(group)
        del self.recent[:-KEPT]

    def _group(self, node: Node) -> Group | None:
        form = node.found.form
        if form == "pronoun":
            return self._pronoun(node)
        tie = self.ties.get(id(node))
        tied = self.by_head.get(tie.one.head.i) if tie is not None else None
        if form == "name":
            own = self.names.of[id(node)]
            return self._merge(own, tied) if tied is not None else own
        if tied is not None:
            return tied
        if (iso2 := state_of(node)) is not None:
            return self.names.states.setdefault(iso2, Group())
        return (self._best_nominal(node) if form == "nominal" and is_anaphoric(node) else None) or Group()

    def _root(self, group: Group) -> Group:
        while id(group) in self.merged:
            group = self.merged[id(group)]
        return group

    def _merge(self, one: Group, other: Group) -> Group:
        """Make two groups one, the earlier in the text taking the later in."""
        one, other = self._root(one), self._root(other)
        if one is other:
            return one
        kept, gone = (one, other) if one.named else (other, one)
        for node in gone.nodes:
            kept.add(node)
        if gone in self.groups:
            place = self.groups.index(gone)
            if kept in self.groups:
                self.groups.remove(gone)
            else:
                self.groups[place] = kept
        if gone in self.recent:
            self.recent.remove(gone)
        self.merged[id(gone)] = kept
        for head, group in self.by_head.items():
            if group is gone:
                self.by_head[head] = kept
        return kept

    def _best_nominal(self, node: Node) -> Group | None:
        best = max(self.recent, key=lambda group: nominal_score(node, group), default=None)
        return best if best is not None and nominal_score(node, best) > 0 else None

    def _pronoun(self, node: Node) -> Group | None:
        token = node.head
        if token.lower in SPEAKER:
            speaker = self.speakers(token)
            return self.by_head.get(speaker.i) if speaker is not None else None
        if node.found.rule == "mentions.relative":
            referent = referent_of(node)
            return self.by_head.get(referent.i) if referent is not None else None
        if is_pleonastic(token):
            return None
        reach = REACH[node.number or "one"]
        fitting = [
            group
            for group in self.recent
            if node.sentence - group.weighed_at <= reach and fits_pronoun(node, group) and not is_bound(node, group)
        ]
        return max(fitting, key=lambda group: pronoun_score(node, group), default=None)


class _speakers:
    """Gives the head of the source in whose quoted content a token stands."""

    def __init__(self, draft: Draft) -> None:
        self.spans = [
            (span, attribution.sources[0].head)
            for attribution in draft.attributions
            if attribution.sources and attribution.speech != "indirect"
            for span in attribution.content
        ]

    def __call__(self, token: Token) -> Token | None:
        inside = [(span[1] - span[0], head.i, head) for span, head in self.spans if span[0] <= token.start < span[1]]
        return min(inside, key=lambda item: item[:2])[2] if inside else None
