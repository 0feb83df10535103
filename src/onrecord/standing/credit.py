"""Credit lines: which news agency a report says that it comes from."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import msgspec

from onrecord.lexicon.load import load_words

if TYPE_CHECKING:
    from onrecord.model import Report

HEAD, TAIL = 400, 300
"""Characters at either end of a text in which a credit line stands."""
BYLINE = ("by ", "from ", "reporting by ", "©", "copyright ", "source: ")
DASHES = ("—", "–", "-")


class Wire(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A news agency: `short` are the forms that stand in brackets or before a dateline's dash."""

    id: str
    name: str
    short: list[str]


class Wires(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The agencies of lexicon/en/wires.toml."""

    wire: list[Wire]


def credit_of(report: Report) -> str | None:
    """Give the id of the agency that a report credits ("wire:ap"): in its authors, a dateline, a byline or a last line.

    None where it credits none; the publisher itself may be an agency too.
    """
    for author in [*report.authors, report.publisher or ""]:
        words = author.lower()
        for wire in wires():
            if wire.name.lower() in words or author.strip() in wire.short:
                return wire.id
    ends = [report.text[:HEAD], report.text[HEAD:][-TAIL:]]
    return next((found for end in ends for line in end.split("\n") if (found := _credited(line))), None)


@cache
def wires() -> tuple[Wire, ...]:
    """Read the agencies."""
    return tuple(load_words("wires", Wires).wire)


def _credited(line: str) -> str | None:
    byline = line.strip().lower().startswith(BYLINE)
    for wire in wires():
        if any(f"({name})" in line for name in wire.short) or (byline and wire.name.lower() in line.lower()):
            return wire.id
        if any(line.lstrip().startswith(f"{name} {dash}") for name in wire.short for dash in DASHES):
            return wire.id
    return None
