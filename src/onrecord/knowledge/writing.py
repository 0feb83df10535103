"""Writes actors and overlays: TOML for people, CSV for tables."""

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

import msgspec

from onrecord.knowledge.actor import Actor
from onrecord.knowledge.overlay import Overlay

COLUMNS = Actor.__struct_fields__


def overlay_text(overlay: Overlay) -> str:
    """Give an overlay as TOML, its tables in the order in which they stand."""
    parts = [_table("actor", given) for given in overlay.actor]
    parts += [_table("merge", {"from": merge.old, "into": merge.into}) for merge in overlay.merge]
    parts += [_table("remove", {"id": gone.id}) for gone in overlay.remove]
    return "\n".join(parts)


def _table(name: str, values: dict[str, Any]) -> str:
    # a JSON string, number or list of strings is a TOML one as well
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in values.items() if value is not None]
    return "\n".join([f"[[{name}]]", *lines, ""])


def actors_csv(actors: Iterable[Actor]) -> str:
    """Give actors as CSV, lists inside a cell split by semicolons."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    for actor in actors:
        rows.writerow(_cell(value) for value in msgspec.structs.asdict(actor).values())
    return out.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, tuple):
        return ";".join(value)
    return "" if value is None else str(value)
