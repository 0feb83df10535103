"""The evidence gold as typed values, with every span written one way."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.model import Span

Spans = tuple["Span", ...]


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """A statement; `source` may be empty; `also` holds (source, content) pairs of titles that repeat it."""

    id: str
    source: Spans
    content: Spans
    cue: Spans
    fields: dict[str, Any]


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event; `factuality` maps holder ("author" or a statement id) to a value."""

    id: str
    type: str
    trigger: Spans
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    places: Spans
    factuality: dict[str, str]
    fields: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated article. `figures`, `places` and `times` are the raw objects, each with `span` as spans."""

    name: str
    text: str
    published: str | None
    entities: dict[str, Spans]
    statements: list[GoldStatement]
    events: list[GoldEvent]
    figures: list[dict[str, Any]]
    places: list[dict[str, Any]]
    times: list[dict[str, Any]]


def spans_of(value: Any) -> Spans:
    """Write `[start, end]`, a list of them, or nothing, as a tuple of spans."""
    if not value:
        return ()
    if isinstance(value[0], int):
        return ((value[0], value[1]),)
    return tuple((start, end) for start, end in value)


def load_gold(folder: Path) -> list[Gold]:
    """Read every annotated article of a folder, in order of name."""
    return [_gold(file.stem, json.loads(file.read_text(encoding="utf-8"))) for file in sorted(folder.glob("*.json"))]


def _gold(name: str, raw: dict[str, Any]) -> Gold:
    return Gold(
        name=name,
        text=raw["text"],
        published=raw["published"],
        entities={key: spans_of(entity["mentions"]) for key, entity in raw["entities"].items()},
        statements=[
            GoldStatement(s["id"], spans_of(s["source"]), spans_of(s["content"]), spans_of(s["cue"]), s)
            for s in raw["statements"]
        ],
        events=[_event(event) for event in raw["events"]],
        **{
            kind: [item | {"span": spans_of(item["span"])} for item in raw[kind]]
            for kind in ("figures", "places", "times")
        },
    )


def _event(raw: dict[str, Any]) -> GoldEvent:
    return GoldEvent(
        id=raw["id"],
        type=raw["type"],
        trigger=spans_of(raw["trigger"]),
        actors=tuple(_entity(role) for role in raw["actors"]),
        recipients=tuple(_entity(role) for role in raw["recipients"]),
        places=spans_of(raw["place"]),
        factuality={item["holder"]: item["value"] for item in raw["factuality"]},
        fields=raw,
    )


def _entity(role: Any) -> str:
    return str(role["entity"]) if isinstance(role, dict) else str(role)
