"""Where an outlet sits: by its web host, by its name, else by the country domain of the host."""

from functools import cache

from onrecord.knowledge.registry import actors, find_actors
from onrecord.knowledge.states import state_of
from onrecord.knowledge.tables import read_table

GENERIC = frozenset({"com", "net", "org", "info", "news"})
NOT_COUNTRIES = frozenset({"tv", "me", "io", "co", "ai", "fm", "ly", "to", "cc", "ws", "la", "im", "gg", "sh"})
"""Country domains that are mostly sold abroad."""
UNKNOWN_HOME = "US"
"""Where most English outlets under a generic domain sit: a guess, to be weighed lightly."""


@cache
def _country_by_host() -> dict[str, str]:
    listed = {row["domain"]: row["country"] for row in read_table("domains.csv")}
    return listed | {host: actor.country for actor in actors() if actor.country for host in actor.domains}


def publisher_country(name: str | None, host: str | None) -> str | None:
    """Give the country (ISO alpha-2) of an outlet known by name or host ("www.dawn.com"), or None."""
    parts = (host or "").lower().split(".")
    for first in range(len(parts) - 1):
        country = _country_by_host().get(".".join(parts[first:]))
        if country:
            return country
    known = [actor.country for actor in find_actors(name) if actor.type == "media"] if name else []
    if known:
        return known[0]
    if parts[-1] in GENERIC and len(parts) > 1:
        return UNKNOWN_HOME
    code = {"uk": "GB"}.get(parts[-1], parts[-1].upper())
    return code if parts[-1] not in NOT_COUNTRIES and state_of(code) is not None else None
