"""The registry of actors: candidates for a name, the shipped one and the user's own on top of it."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from onrecord.knowledge.keys import is_acronym, name_key
from onrecord.knowledge.layers import shipped_actors
from onrecord.knowledge.states import demonym_country, seat_country, state_named, state_of
from onrecord.knowledge.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.knowledge.actor import Actor

__all__ = [
    "Registry", "actors", "demonym_country", "find_actors", "registry", "seat_country", "state_named", "state_of",
]  # fmt: skip


class Registry:
    """A fixed set of actors, found by id and by name; `version` is a hash of all that it holds."""

    def __init__(
        self, actors: Iterable[Actor], merged: dict[str, str] | None = None, decided: dict[str, str] | None = None
    ) -> None:
        """Take actors; `merged` maps ids that were merged away to those that stand for them now.

        `decided` says which id comes first where several actors share a key.
        """
        self.actors = tuple(actors)
        self.merged, self.decided = merged or {}, decided or {}
        self._by_id = {actor.id: actor for actor in self.actors}
        self._by_key: dict[str, list[tuple[str, Actor]]] = {}
        for actor in self.actors:
            for alias in _names(actor):
                same = self._by_key.setdefault(name_key(alias), [])
                if all(other is not actor for _, other in same):
                    same.append((alias, actor))
        for key, identity in self.decided.items():
            self._by_key.get(key, []).sort(key=lambda pair: pair[1].id != identity)

    def find(self, name: str) -> list[Actor]:
        """Give the actors that bear a name, the most likely first."""
        return [actor for alias, actor in self._by_key.get(name_key(name), ()) if _may_stand_for(name, alias)]

    def get(self, identity: str) -> Actor | None:
        """Give the actor of an id, or of the id that it was merged into."""
        return self._by_id.get(self.merged.get(identity, identity))

    @property
    def version(self) -> str:
        """Twelve hexadecimal digits that change whenever an actor does."""
        packed = msgspec.json.encode([self.actors, sorted(self.merged.items())])
        return hashlib.sha256(packed).hexdigest()[:12]

    def collisions(self) -> dict[str, list[Actor]]:
        """Give the keys that several actors share and no decision covers, with the actors."""
        shared = {key: [actor for _, actor in same] for key, same in self._by_key.items() if len(same) > 1}
        return {key: same for key, same in shared.items() if key not in self.decided}


@cache
def registry() -> Registry:
    """Give the shipped registry."""
    decided = {row["key"]: row["actor"] for row in read_table("actors/decisions.csv")}
    return Registry(shipped_actors(), decided=decided)


def actors() -> tuple[Actor, ...]:
    """Give every actor of the shipped registry."""
    return registry().actors


def find_actors(name: str) -> list[Actor]:
    """Give the actors of the shipped registry that bear a name, the most likely first.

    Case, accents and full stops do not matter, but acronyms of up to three letters are known in capitals only.
    """
    return registry().find(name)


def _may_stand_for(name: str, alias: str) -> bool:
    """Tell "who" from "WHO", but know NATO in "Nato"."""
    if not is_acronym(alias) or is_acronym(name):
        return True
    return len(name_key(alias)) > 3 and name[:1].isupper()


def _names(actor: Actor) -> list[str]:
    """Give the names under which an actor is found without more context: of a person, full names only."""
    names = [actor.name, *actor.aliases]
    return [name for name in names if " " in name] if actor.type == "person" else names
