"""Looks names up in the registry of actors."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.knowledge.registry import find_actors

if TYPE_CHECKING:
    from onrecord.knowledge.actor import Actor


@lru_cache(maxsize=1 << 14)
def actor_named(name: str) -> Actor | None:
    """Give the registry's most likely actor of a name, or None."""
    found = find_actors(name)
    return found[0] if found else None
