"""The user's own knowledge: files that add, change, merge and remove actors on top of the shipped registry.

TOML holds tables `[[actor]]` (id, name, type, aliases …: adds an entry, or changes what is given of one), `[[merge]]`
(from, into) and `[[remove]]` (id). CSV holds one actor a row, with the columns of the shipped tables.
"""

import csv
import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from onrecord.errors import DataError
from onrecord.knowledge.actor import Actor
from onrecord.knowledge.aliases import problem_of_alias
from onrecord.knowledge.registry import Registry
from onrecord.knowledge.tables import cells

FIELDS = frozenset(Actor.__struct_fields__)
LISTS = frozenset({"aliases", "domains"})
TABLE = re.compile(r"\s*\[\[\s*(actor|merge|remove)\s*\]\]")
ADVICE = "Correct the file; nothing of it was applied."


class Merge(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"old": "from"}):
    """Two entries that are one actor: `old` goes, its names go to `into`."""

    old: str
    into: str


class Remove(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An entry that goes."""

    id: str


class Overlay(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one file asks for; `actor` holds the given fields only, so that the rest stays as shipped.

    `lines` says on which line of the file each entry of a table starts.
    """

    actor: list[dict[str, Any]] = []
    merge: list[Merge] = []
    remove: list[Remove] = []
    lines: dict[str, list[int]] = {}

    def line(self, table: str, number: int) -> str:
        """Give "line 7: " for the entry of a table with this number (from 0), nothing where the line is not known."""
        lines = self.lines.get(table, [])
        return f"line {lines[number]}: " if number < len(lines) else ""


def read_overlay(file: Path) -> Overlay:
    """Read a TOML or CSV file. Raises DataError with the line and the reason where it does not fit."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(str(file), str(error), "Give a readable UTF-8 file.") from error
    overlay = _from_csv(text, file) if file.suffix.lower() == ".csv" else _from_toml(text, file)
    for number, given in enumerate(overlay.actor):
        which = f"{overlay.line('actor', number)}actor {number + 1}"
        if unknown := sorted(given.keys() - FIELDS):
            problem = f"{which} has an unknown field {unknown[0]!r}; known are {', '.join(sorted(FIELDS))}"
            raise DataError(str(file), problem, ADVICE)
        if not isinstance(given.get("id"), str):
            raise DataError(str(file), f"{which} has no id", ADVICE)
    return overlay


def _from_toml(text: str, file: Path) -> Overlay:
    try:
        overlay = msgspec.convert(tomllib.loads(text), Overlay)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise DataError(str(file), str(error), ADVICE) from error
    lines: dict[str, list[int]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if (table := TABLE.match(line)) is not None:
            lines.setdefault(table[1], []).append(number)
    return msgspec.structs.replace(overlay, lines=lines)


def _from_csv(text: str, file: Path) -> Overlay:
    lines = csv.reader(text.splitlines())
    header = next(lines, [])
    rows, numbers = [], []
    for row in lines:
        if len(row) != len(header):
            problem = f"line {lines.line_num} has {len(row)} cells, the header {len(header)}"
            raise DataError(str(file), problem, ADVICE)
        given = {
            key: list(cells(cell)) if key in LISTS else cell for key, cell in zip(header, row, strict=True) if cell
        }
        rows.append(given)
        numbers.append(lines.line_num)
    return Overlay(actor=rows, lines={"actor": numbers})


def apply_overlays(base: Registry, overlays: Sequence[tuple[str, Overlay]]) -> Registry:
    """Lay overlays, each with the name of its file, on a registry, in order.

    Raises DataError, and applies nothing, where an entry has no valid type or code, an alias would capture common
    words, a merge names an unknown entry, or merges run in a circle.
    """
    entries = {actor.id: actor for actor in base.actors}
    merged = dict(base.merged)
    for file, overlay in overlays:
        for number, given in enumerate(overlay.actor):
            where = overlay.line("actor", number)
            entries[given["id"]] = _changed(entries.get(given["id"]), given, file, where)
        for number, gone in enumerate(overlay.remove):
            if entries.pop(gone.id, None) is None:
                problem = f"{overlay.line('remove', number)}remove: there is no entry {gone.id!r}"
                raise DataError(file, problem, ADVICE)
        for number, merge in enumerate(overlay.merge):
            _merge(entries, merged, merge, (file, overlay.line("merge", number)))
    return Registry(entries.values(), merged, base.decided)


def _changed(known: Actor | None, given: dict[str, Any], file: str, where: str) -> Actor:
    """Add an entry, or change a known one: given fields replace, given aliases are added."""
    fields = msgspec.structs.asdict(known) if known is not None else {"source": file, "licence": "the user's own"}
    aliases = tuple(dict.fromkeys([*fields.get("aliases", ()), *given.get("aliases", ())]))
    try:
        actor = msgspec.convert(fields | given | {"aliases": aliases}, Actor, strict=False)
    except msgspec.ValidationError as error:
        raise DataError(file, f"{where}{given['id']}: {error}", ADVICE) from error
    for name in (given.get("name"), *given.get("aliases", ())):
        if name is not None and (problem := problem_of_alias(name)):
            raise DataError(file, f"{where}{given['id']}: {problem}", ADVICE)
    return actor


def _merge(entries: dict[str, Actor], merged: dict[str, str], merge: Merge, at: tuple[str, str]) -> None:
    file, where = at
    target = merge.into
    while target in merged:
        target = merged[target]
    if target == merge.old:
        raise DataError(file, f"{where}merge of {merge.old!r} into {merge.into!r} runs in a circle", ADVICE)
    for identity in (merge.old, target):
        if identity not in entries:
            raise DataError(file, f"{where}merge: there is no entry {identity!r}", ADVICE)
    old, into = entries.pop(merge.old), entries[target]
    names = tuple(dict.fromkeys([*into.aliases, old.name, *old.aliases]))
    entries[target] = msgspec.structs.replace(into, aliases=names)
    for identity, now in [*merged.items(), (merge.old, target)]:
        merged[identity] = target if now == merge.old else now
