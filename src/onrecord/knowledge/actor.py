"""An entry of the registry: who an actor is, under which names, and the codes that other data sets know it by."""

import msgspec

from onrecord.model.entity import EntityType

SECTORS = frozenset({
    "GOV", "MIL", "COP", "SPY", "JUD", "LEG", "REB", "PTY", "OPP", "IGO", "NGO", "MED", "BUS", "MNC", "CVL", "CRM",
    "EDU", "ELI", "HLH", "LAB", "REF", "REL", "ENV", "HRI", "ETH", "SET", "UAF", "DEV", "AGR", "RAD", "INS", "SEP",
    "UNS",
})  # fmt: skip
"""Sectors of PLOVER, and the CAMEO roles that it folds."""


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """One actor.

    `country` is ISO 3166-1 alpha-2, `iso3` alpha-3, `cow` the Correlates of War number; `cameo` CAMEO's actor code;
    `sector` PLOVER's. `valid_from` and `valid_until` are ISO dates or years; `domains` are the web hosts of an outlet.
    An alias may say when it was in use ("Zaire@1971/1997"). `source` says where the fact comes from, `licence`
    under which terms.
    """

    id: str
    name: str
    type: EntityType
    country: str | None = None
    sector: str | None = None
    cameo: str | None = None
    iso3: str | None = None
    cow: int | None = None
    wikidata: str | None = None
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    valid_from: str | None = None
    valid_until: str | None = None
    source: str = "onrecord"
    licence: str = "Apache-2.0"
