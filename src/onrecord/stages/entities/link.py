"""Looks names up in the registry of actors."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.knowledge.registry import find_actors, registry

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.knowledge.actor import Actor
    from onrecord.knowledge.dated import DatedName


@lru_cache(maxsize=1 << 14)
def actor_named(name: str) -> Actor | None:
    """Give the registry's most likely actor of a name, or None."""
    found = find_actors(name)
    return found[0] if found else None


def name_on(actor: Actor, names: Iterable[str], day: str) -> tuple[Actor, DatedName] | None:
    """Give whom the first name that the actor bears stood for on a day, and the name; None where it bears none."""
    for name in names:
        bearers = registry().naming(name, day)
        if any(other is actor for _, other in bearers):
            alias, first = bearers[0]
            return first, alias
    return None
