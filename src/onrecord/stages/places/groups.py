"""One name, one place: mentions of a report that share a name are resolved together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.knowledge.keys import name_key
from onrecord.stages.places.beside import containers_beside, countries_beside, kind_beside, lies_in
from onrecord.stages.places.candidates import Candidate, candidates_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.knowledge.gazetteer import GazetteerEntry
    from onrecord.model import Span
    from onrecord.model.place import PlaceKind
    from onrecord.stages.places.lookup import Freedom


@dataclass(slots=True)
class Group:
    """Mentions of one name: their number, what they may be, what the text says they lie in."""

    name: str
    members: list[int]
    hint: PlaceKind | None
    containers: list[GazetteerEntry]
    countries: set[str]
    candidates: list[Candidate] = field(default_factory=list)
    freedom: Freedom = "name"
    best: Candidate | None = None
    certainty: float = 0.0


def group_toponyms(text: str, toponyms: Sequence[tuple[Span, str]]) -> list[Group]:
    """Group mentions (span, name) by name; "Paris, Texas" and "Paris, France" part, a bare "Paris" joins the last."""
    groups: list[Group] = []
    latest: dict[str, Group] = {}
    for i, (span, name) in enumerate(toponyms):
        key = name_key(name)
        fresh = _read(text, i, span, name)
        group = latest.get(key)
        if group is None or (fresh.containers and group.containers and not _share(fresh, group)):
            groups.append(fresh)
            latest[key] = fresh
            continue
        group.members.append(i)
        group.containers = group.containers or fresh.containers
        group.countries |= fresh.countries
        group.hint = group.hint or fresh.hint
    for group in groups:
        group.candidates, group.freedom = candidates_for(group.name, group.hint)
        if not any(lies_in(c.entry, upper) for c in group.candidates for upper in group.containers):
            group.containers = []
    return groups


def _read(text: str, i: int, span: Span, name: str) -> Group:
    return Group(name, [i], kind_beside(text, span), containers_beside(text, span), countries_beside(text, span))


def _share(one: Group, other: Group) -> bool:
    return bool({entry.id for entry in one.containers} & {entry.id for entry in other.containers})
