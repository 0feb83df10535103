"""Makes entity records of groups."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from onrecord.knowledge.linking import link_entity
from onrecord.knowledge.phrases import PhraseLink
from onrecord.knowledge.registry import registry, state_named
from onrecord.model import Entity, Link, Mention, slice_of
from onrecord.stages.entities.link import name_on

if TYPE_CHECKING:
    from onrecord.model import Span
    from onrecord.model.entity import EntityType
    from onrecord.stages.draft import Draft
    from onrecord.stages.entities.groups import Group
    from onrecord.stages.entities.nodes import Node


DEFAULT_SECTOR = "CVL"
NAMED, OLD_NAME = 0.9, 0.85


class _About(NamedTuple):
    """What the records of a report share: its text, the countries in it, the day of its publication."""

    text: str
    nearby: set[str]
    day: str | None


def make_entities(groups: list[Group], draft: Draft) -> list[Entity]:
    """Give records in the order of first mention, with short ids."""
    kept = sorted(groups, key=lambda group: min(node.found.span for node in group.nodes))
    nearby = {country for group in kept if (country := _country(group)) is not None}
    about = _About(draft.text, nearby, _day(draft))
    return [_entity(group, f"e{n}", about) for n, group in enumerate(kept, start=1)]


def _day(draft: Draft) -> str | None:
    """Give the ISO date of publication, where the day, the month or at least the year is known."""
    published = draft.published or draft.report.published
    return published.value[:10] if published is not None and published.value else None


def _country(group: Group) -> str | None:
    return group.country or (group.actor.country if group.actor is not None else None)


def _entity(group: Group, short: str, about: _About) -> Entity:
    nodes = sorted(group.nodes, key=lambda node: node.found.span)
    name = _name(group, nodes, about.text)
    known = _known(group, name, nodes, about)
    return Entity(
        id=short,
        type=_type(group),
        name=name,
        mentions=[Mention(span=node.found.span, form=node.found.form) for node in nodes],
        link=_link(known) if known is not None else None,
        country=group.country or (known.country if known is not None else None),
        sector=_sector(group, known),
        description=list(dict.fromkeys(span for node in nodes for span in _description(node))),
        rule="entities.coreference",
        score=_score(group),
        reason=f"{len(nodes)} mentions",
    )


def _link(known: PhraseLink) -> Link | None:
    actor, version = known.actor, registry().version
    if actor is None:
        return None
    return Link(
        registry=actor.id, wikidata=actor.wikidata, score=known.score, reason=known.reason, version=version
    )  # fmt: skip


def _sector(group: Group, known: PhraseLink | None) -> str | None:
    """Give the sector of the report's own words; what is but their default goes behind the registry.

    Defaults are "civilian" of anybody, and "government" of a body of state ("Ministry of Defence").
    """
    registered = known.sector if known is not None else None
    default = group.sector == DEFAULT_SECTOR or (group.sector == "GOV" and _type(group) == "government")
    return registered or group.sector if default else group.sector or registered


def _known(group: Group, name: str, nodes: list[Node], about: _About) -> PhraseLink | None:
    """Give what the registry knows of a group: by its name, else by what its names hold."""
    actor = group.actor
    called = list(dict.fromkeys([name, *(node.called for node in nodes if node.name)]))
    if actor is None:
        return link_entity(called, _type(group), group.country, about.nearby)
    reason, score = "name in the registry", NAMED
    if about.day is not None and (borne := name_on(actor, called, about.day)) is not None:
        actor, alias = borne
        if not alias.in_use(about.day):
            reason, score = f"{reason}, a name {alias.time}", OLD_NAME
    return PhraseLink(actor=actor, country=actor.country, sector=actor.sector, score=score, reason=reason)


def _description(node: Node) -> list[Span]:
    """Give the report's own words for an entity: before its name, or in apposition to it."""
    return [node.found.span] if node.describes else node.found.description


def _score(group: Group) -> float:
    """Give how likely all mentions are one: measured on the gold, 95 % of a mention's fellows are right."""
    if group.named:
        return 0.95 if group.actor is not None else 0.92
    return 0.9 if len(group.nodes) == 1 else 0.85


def _type(group: Group) -> EntityType:
    return group.actor.type if group.actor is not None else group.type or "other"


def _weight(node: Node, counts: Counter[tuple[str, ...]]) -> tuple[int, int]:
    """Prefer a state's usual name, and the fullest name of anything else."""
    return (
        (counts[node.name], 0)
        if node.type == "government" and node.kind is None
        else (len(node.name), counts[node.name])
    )


def _name(group: Group, nodes: list[Node], text: str) -> str:
    """Give the longest name without its title, else the first nominal's words."""
    names = [node for node in nodes if node.name]
    if group.actor is not None and group.actor.id.startswith("state/"):
        names = [node for node in names if state_named(node.called) is not None]
        if not names:
            return group.actor.name
    if not names:
        return slice_of(text, nodes[0].found.span)
    counts = Counter(node.name for node in names)
    best = max(names, key=lambda node: (_weight(node, counts), -node.found.span[0]))
    start = best.found.description[-1][1] if best.found.description else best.found.span[0]
    return slice_of(text, (start, best.found.span[1])).removeprefix("the ").removeprefix("The ").strip()
