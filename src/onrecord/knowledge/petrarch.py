"""Imports actor dictionaries in the text format of the PETRARCH coders (CAMEO actor codes).

    AFGHANISTAN_ [AFG]
    HAMID_KARZAI_ ; a comment
    +KARZAI_
        [AFGELI <020101]
        [AFGGOV >011231]

A name may have codes that hold from or until a date; the last one in the file is taken.
"""

import re
from collections.abc import Iterable
from typing import Any

from onrecord.errors import DataError
from onrecord.knowledge.actor import SECTORS
from onrecord.knowledge.keys import name_key
from onrecord.knowledge.states import states

CODE = re.compile(r"\[([A-Z][A-Z0-9]{2,14})(?: +([<>]?\d{6,8}(?:-\d{6,8})?))?\]")
TYPES = {
    "MIL": "military", "REB": "armed_group", "UAF": "armed_group", "PTY": "party", "MED": "media", "BUS": "company",
    "IGO": "igo", "CVL": "group", "NGO": "organisation",
}  # fmt: skip
ADVICE = "Correct the line; nothing was imported."


def read_petrarch(lines: Iterable[str], ref: str) -> list[dict[str, Any]]:
    """Read a dictionary into the actors of an overlay. Raises DataError with the line and the reason."""
    actors: list[dict[str, Any]] = []
    for number, raw in enumerate(lines, 1):
        line = raw.split(";")[0].split("#")[0].rstrip()
        if not line.strip() or line.lstrip().startswith(("!", "&")):
            continue
        code = CODE.search(line)
        if "[" in line and code is None:
            raise DataError(ref, f"line {number}: no CAMEO code in {line.strip()!r}", ADVICE)
        name = _name(line[: code.start()] if code else line)
        if name and not line.lstrip().startswith("+"):
            actors.append({"name": name, "aliases": [], "source": ref})
        elif not actors:
            raise DataError(ref, f"line {number}: {line.strip()!r} belongs to no name", ADVICE)
        elif name:
            actors[-1]["aliases"].append(name)
        if code is not None:
            actors[-1] |= _codes(code.group(1))
    if missing := next((actor["name"] for actor in actors if "cameo" not in actor), None):
        raise DataError(ref, f"{missing!r} has no code", ADVICE)
    return [{"id": f"cameo/{actor['cameo']}/{name_key(actor['name']).replace(' ', '-')}", **actor} for actor in actors]


def _name(text: str) -> str:
    words = text.strip().removeprefix("+").replace("_", " ").split()
    return " ".join(word if len(word) < 4 and word.isupper() and len(words) == 1 else word.title() for word in words)


def _codes(code: str) -> dict[str, Any]:
    country = {state.iso3: state.iso2 for state in reversed(states())}.get(code[:3])
    sector = next((part for part in (code[3:6], code[:3]) if part in SECTORS), "GOV" if country else None)
    found: dict[str, Any] = {"cameo": code, "type": TYPES.get(sector or "", "government" if country else "other")}
    return found | ({"country": country} if country else {}) | ({"sector": sector} if sector else {})
