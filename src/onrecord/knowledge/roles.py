"""Offices and organs: common nouns that tell an actor's sector ("the Afghan defense minister")."""

from functools import cache
from typing import NamedTuple

from onrecord.knowledge.tables import cells, read_table
from onrecord.model.entity import EntityType

LONGEST = 4


class Role(NamedTuple):
    """What a noun for an office or organ tells: PLOVER sector, type of entity, its words, and where they start."""

    sector: str
    type: EntityType
    words: str
    start: int
    end: int


@cache
def _roles() -> dict[str, tuple[str, EntityType]]:
    found: dict[str, tuple[str, EntityType]] = {}
    for row in read_table("actors/roles.csv"):
        for words in cells(row["words"]):
            found.setdefault(words, (row["sector"], row["type"]))  # type: ignore[arg-type]
    return found


def role_in(words: list[str]) -> Role | None:
    """Give the last office or organ among lower-case words, the longest where several end together."""
    for end in range(len(words), 0, -1):
        for start in range(max(0, end - LONGEST), end):
            known = _roles().get(" ".join(words[start:end]))
            if known is not None:
                return Role(known[0], known[1], " ".join(words[start:end]), start, end)
    return None
