"""Imports actors from a Wikidata JSON dump, line by line: any size, little memory, resumable."""

import bz2
import gzip
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import IO, Any

from onrecord.errors import DataError
from onrecord.knowledge.states import states

TYPES: dict[str, tuple[str, str]] = {
    "Q6256": ("government", "GOV"), "Q3624078": ("government", "GOV"), "Q7278": ("party", "PTY"),
    "Q17149090": ("armed_group", "REB"), "Q1048835": ("government", "GOV"), "Q327333": ("government", "GOV"),
    "Q192350": ("government", "GOV"), "Q47913": ("government", "SPY"), "Q37726": ("military", "MIL"),
    "Q772547": ("military", "MIL"), "Q35535": ("government", "COP"), "Q35749": ("government", "LEG"),
    "Q484652": ("igo", "IGO"), "Q245065": ("igo", "IGO"), "Q79913": ("organisation", "NGO"),
    "Q192283": ("media", "MED"), "Q11032": ("media", "MED"), "Q1616075": ("media", "MED"),
    "Q41710": ("group", "ETH"), "Q783794": ("company", "BUS"),
}  # fmt: skip
"""Types (values of P31) that are taken, with the type and sector that they get."""
COUNTRY, KIND, START, END = "P17", "P31", "P571", "P576"
MOST_ALIASES = 20


def read_wikidata(file: Path, after_line: int = 0) -> Iterator[tuple[int, dict[str, Any]]]:
    """Give each fitting entity as an overlay's actor with its line number; skip the first `after_line` lines.

    Packed dumps (.gz, .bz2) are unpacked on the way. Raises DataError where a line is not JSON.
    """
    with _open(file) as lines:
        for number, raw in enumerate(lines, 1):
            line = raw.strip().rstrip(",")
            if number <= after_line or line in {"", "[", "]"}:
                continue
            try:
                entity = json.loads(line)
            except ValueError as error:
                advice = f"Repair the dump, or go on after line {number}."
                raise DataError(str(file), f"line {number} is not JSON: {error}", advice) from error
            actor = _actor(entity) if isinstance(entity, dict) else None
            if actor is not None:
                yield number, actor


def _open(file: Path) -> IO[str]:
    if file.suffix == ".gz":
        return gzip.open(file, "rt", encoding="utf-8")
    if file.suffix == ".bz2":
        return bz2.open(file, "rt", encoding="utf-8")
    return file.open(encoding="utf-8")


def _actor(entity: dict[str, Any]) -> dict[str, Any] | None:
    claims = entity.get("claims") or {}
    known = [TYPES[value] for value in _values(claims, KIND) if value in TYPES]
    label = (entity.get("labels") or {}).get("en", {}).get("value")
    if not known or not label:
        return None
    aliases = [alias["value"] for alias in (entity.get("aliases") or {}).get("en", [])][:MOST_ALIASES]
    identity = entity["id"]
    actor: dict[str, Any] = {
        "id": f"wikidata/{identity}",
        "name": label,
        "type": known[0][0],
        "sector": known[0][1],
        "wikidata": identity,
        "aliases": aliases,
        "source": f"Wikidata {identity}",
        "licence": "CC0-1.0",
    }
    countries = [found for value in _values(claims, COUNTRY) if (found := _iso2_by_wikidata().get(value))]
    dates = {"valid_from": _year(claims, START), "valid_until": _year(claims, END)}
    return actor | ({"country": countries[0]} if countries else {}) | {key: year for key, year in dates.items() if year}


def _values(claims: dict[str, Any], key: str) -> list[str]:
    found = [claim.get("mainsnak", {}).get("datavalue", {}).get("value") for claim in claims.get(key, [])]
    return [value["id"] for value in found if isinstance(value, dict) and "id" in value]


def _year(claims: dict[str, Any], key: str) -> str | None:
    for claim in claims.get(key, []):
        value = claim.get("mainsnak", {}).get("datavalue", {}).get("value")
        if isinstance(value, dict) and str(value.get("time", "")).startswith("+"):
            return str(value["time"])[1:5]
    return None


@cache
def _iso2_by_wikidata() -> dict[str, str]:
    return {state.wikidata: state.iso2 for state in states() if state.wikidata and state.valid_until is None}
