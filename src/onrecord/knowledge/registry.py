"""The registry of actors: candidates for a name, the shipped one and the user's own on top of it."""

from __future__ import annotations

import hashlib
from functools import cache, cached_property
from typing import TYPE_CHECKING

import msgspec

from onrecord.knowledge.dated import DatedName, dated_name, is_within
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
        self._by_key: dict[str, list[tuple[DatedName, Actor]]] = {}
        for actor in self.actors:
            for name in _names(actor):
                same = self._by_key.setdefault(name_key(name.name), [])
                if name.dated or all(other is not actor for _, other in same):
                    same.append((name, actor))
        for same in self._by_key.values():
            same.sort(key=lambda pair: pair[0].dated)
        for key, identity in self.decided.items():
            self._by_key.get(key, []).sort(key=lambda pair: pair[1].id != identity)

    def find(self, name: str, on: str | None = None) -> list[Actor]:
        """Give the actors that bear a name, the most likely first; `on` is an ISO date of which it is asked.

        On a date, those come first that bore the name then and for a time only, then those that always do, last those
        whose name or existence lies before or after. None is left out: reports use old names too.
        """
        return list(dict.fromkeys(actor for _, actor in self.naming(name, on)))

    def naming(self, name: str, on: str | None = None) -> list[tuple[DatedName, Actor]]:
        """Give the same with the alias that each actor is found by."""
        found = [pair for pair in self._by_key.get(name_key(name), ()) if _may_stand_for(name, pair[0].name)]
        if on is not None and len(found) > 1:
            found.sort(key=lambda pair: (not _lives(pair[0], pair[1], on), not pair[0].dated))
        return found

    def get(self, identity: str) -> Actor | None:
        """Give the actor of an id, or of the id that it was merged into."""
        return self._by_id.get(self.merged.get(identity, identity))

    @cached_property
    def version(self) -> str:
        """Twelve hexadecimal digits that change whenever an actor does."""
        packed = msgspec.json.encode([self.actors, sorted(self.merged.items())])
        return hashlib.sha256(packed).hexdigest()[:12]

    def collisions(self) -> dict[str, list[Actor]]:
        """Give the keys that several actors share and no decision covers, with the actors."""
        shared = {
            key: list(dict.fromkeys(actor for name, actor in same if not name.dated))
            for key, same in self._by_key.items()
            if len(same) > 1
        }
        shared = {key: same for key, same in shared.items() if len(same) > 1}
        return {key: same for key, same in shared.items() if key not in self.decided}


@cache
def registry() -> Registry:
    """Give the shipped registry."""
    decided = {row["key"]: row["actor"] for row in read_table("actors/decisions.csv")}
    return Registry(shipped_actors(), decided=decided)


def actors() -> tuple[Actor, ...]:
    """Give every actor of the shipped registry."""
    return registry().actors


def find_actors(name: str, on: str | None = None) -> list[Actor]:
    """Give the actors of the shipped registry that bear a name, the most likely first; see `Registry.find`.

    Case, accents and full stops do not matter, but acronyms of up to three letters are known in capitals only.
    """
    return registry().find(name, on)


def _may_stand_for(name: str, alias: str) -> bool:
    """Tell "who" from "WHO", but know NATO in "Nato"."""
    if not is_acronym(alias) or is_acronym(name):
        return True
    return len(name_key(alias)) > 3 and name[:1].isupper()


def _lives(name: DatedName, actor: Actor, on: str) -> bool:
    return name.in_use(on) and is_within(on, actor.valid_from, actor.valid_until)


def _names(actor: Actor) -> list[DatedName]:
    """Give the names under which an actor is found without more context: of a person, full names only."""
    names = [DatedName(actor.name), *map(dated_name, actor.aliases)]
    return [name for name in names if " " in name.name] if actor.type == "person" else names
