"""Groups names: the same words, the same entry of the registry, surname and full name, acronym and long form."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.knowledge.registry import demonym_country, seat_country, state_named
from onrecord.knowledge.registry import state_of as state_by_code
from onrecord.stages.entities.groups import Group, agrees
from onrecord.stages.entities.link import actor_named
from onrecord.stages.entities.words import entity_words

if TYPE_CHECKING:
    from onrecord.knowledge.actor import Actor
    from onrecord.stages.entities.nodes import Node

SMALL = {"of", "the", "and", "for", "in", "on", "to", "de", "del", "al", "a", "&", "-"}
STATE_NOUNS = {"government", "authority", "regime", "state"}
PARTICLES = {"al", "-", "el", "de", "van", "von", "bin", "ibn", "le", "la"}


class Names:
    """Groups of names by key, built from all names of a report before anything else is resolved."""

    def __init__(self, nodes: list[Node]) -> None:
        self.of: dict[int, Group] = {}
        self.states: dict[str, Group] = {}
        self._by_key: dict[tuple[str, ...], Group] = {}
        self._full_names: dict[int, list[int]] = defaultdict(list)
        self._persons: dict[str, list[Group]] = defaultdict(list)
        self._bodies: dict[str, list[Group]] = defaultdict(list)
        ordered = sorted(nodes, key=lambda node: (-len(node.name), node.head.i))
        for node in ordered:
            group = self._group(node)
            self.of[id(node)] = group
            group.add(node)
            self._index(node, group)

    def _group(self, node: Node) -> Group:
        if (iso2 := state_of(node)) is not None:
            return self.state(iso2)
        if node.type == "person" and len(node.name) == 1 and len(self._persons.get(node.name[0], ())) > 1:
            return self._person(node) or Group()
        found = self._by_key.get((*key_of(node), "@", str(node.country))) or self._by_key.get(key_of(node))
        if found is not None and not agrees(found.country, node.country):
            found = None
        found = found or self._registered(node)
        if found is None and node.type == "person":
            found = self._person(node)
        elif found is None and node.type != "group":
            found = self._body(node)
        return found or Group()

    def state(self, iso2: str) -> Group:
        """Give the group of a state, with its entry in the registry."""
        if iso2 not in self.states:
            state = state_by_code(iso2)
            self.states[iso2] = Group(country=iso2, actor=actor_named(state.name) if state else None)
        return self.states[iso2]

    def _registered(self, node: Node) -> Group | None:
        actor = registered(node)
        if actor is None or actor.type == "military":
            return None
        return self._by_key.get(("@", actor.id))

    def _person(self, node: Node) -> Group | None:
        """Give the person of whose full name this is a part, the nearest in the text where several bear it."""
        if len(node.name) > 2:
            return None
        last = node.name[-1]
        fitting = [
            group
            for group in self._persons.get(last, [])
            if agrees(group.gender, node.gender) and _fits(node.name, group.nodes[0].name)
        ]
        return min(fitting, key=lambda group: self._distance(group, node)) if fitting else None

    def _distance(self, group: Group, node: Node) -> tuple[int, int]:
        """Rank a person by how near before a name, else after it, the full name stands."""
        places = self._full_names[id(group)]
        at = bisect_right(places, node.head.i)
        if at:
            return (0, node.head.i - places[at - 1])
        return (1, places[0] - node.head.i) if places else (2, 0)

    def _body(self, node: Node) -> Group | None:
        """Give the body whose initials this is, or whose longer name holds all of its words and ends alike."""
        own = {word for word in node.name if word not in SMALL}
        for group in self._bodies.get(node.name[-1], []):
            whole = group.nodes[0].name
            acronym = (
                len(node.name) == 1
                and node.head.text.isupper()
                and node.name[0] in {initials(whole), initials(whole[1:])}
            )
            if agrees(group.country, node.country) and (acronym or own <= set(whole)):
                return group
        return None

    def _index(self, node: Node, group: Group) -> None:
        self._by_key.setdefault(key_of(node), group)
        self._by_key.setdefault((*key_of(node), "@", str(node.country)), group)
        if node.type == "person":
            if len(node.name) > 1:
                insort(self._full_names[id(group)], node.head.i)
            for word in {node.name[0], node.name[-1]} - PARTICLES:
                if group not in self._persons[word]:
                    self._persons[word].append(group)
            return
        actor = registered(node)
        if actor is not None:
            if group.actor is None:
                group.actor, group.type = actor, actor.type
                group.country, group.sector = actor.country or group.country, actor.sector or group.sector
            self._by_key.setdefault(("@", actor.id), group)
        for key in {initials(node.name), initials(node.name[1:]), node.name[-1]} if len(node.name) > 1 else ():
            if len(key) > 1 and group not in self._bodies[key]:
                self._bodies[key].append(group)


def state_of(node: Node) -> str | None:
    """Give the state for which a mention stands: "Russia", "Moscow", "the Russian government", "Russian"."""
    if node.found.form == "adjective":
        return node.country
    if node.found.form == "nominal":
        own = node.head.lemma in STATE_NOUNS and node.type == "government" and node.opening != "new"
        return node.country if own and all(_is_state_word(word, node) for word in node.words) else None
    if node.type != "government":
        return None
    state = state_named(node.called)
    if state is None:
        return seat_country(node.called)
    return state.iso2 if state.valid_until is None else None


def _is_state_word(word: str, node: Node) -> bool:
    """Tell whether a word of "the Russian government" says no more than which state it is."""
    if word == node.head.lemma:
        return True
    if any(child.lower == word and child.pos == "ADJ" for child in node.head.children):
        return word not in entity_words().partial
    title = word.title()
    return (
        demonym_country(title) is not None
        or demonym_country(word.upper()) is not None
        or state_named(title) is not None
    )


def key_of(node: Node) -> tuple[str, ...]:
    """Give the words that identify a name: small words left out, a person's name whole."""
    return tuple(word for word in node.name if word not in SMALL) or node.name


def initials(name: tuple[str, ...]) -> str:
    """Give the acronym that a name would have, small words left out."""
    return "".join(word[0] for word in name if word not in SMALL)


def registered(node: Node) -> Actor | None:
    """Give the registry's body of a name, also where a noun of its kind follows ("… Service Bureau"); no states."""
    if node.type == "person":
        return None
    actor = actor_named(node.called)
    if actor is None and len(node.name) > 2 and node.name[-1] in entity_words().name_kinds:
        actor = actor_named(node.called.rpartition(" ")[0])
    if actor is None or actor.type == "person" or (actor.id.startswith("state/") and actor.valid_until is None):
        return None
    return actor


def _fits(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    own = [word for word in part if word not in PARTICLES]
    return all(word in whole or (len(word) <= 2 and any(other.startswith(word[0]) for other in whole)) for word in own)
