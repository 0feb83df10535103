"""Links the entities of a reading anew, with another registry: links, countries and sectors change, spans never do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from onrecord.model import Link, slice_of

if TYPE_CHECKING:
    from onrecord.knowledge.actor import Actor
    from onrecord.knowledge.registry import Registry
    from onrecord.model import Entity, Reading

SCORE = 0.9


def relink(reading: Reading, registry: Registry) -> Reading:
    """Give the reading with every entity linked by `registry`; nothing is read again."""
    version = registry.version
    entities = [_linked(entity, reading.report.text, registry, version) for entity in reading.entities]
    return structs.replace(reading, entities=entities)


def _linked(entity: Entity, text: str, registry: Registry, version: str) -> Entity:
    actor, words = _actor_of(entity, text, registry)
    if actor is None:
        return entity if entity.link is None else structs.replace(entity, link=None)
    reason = f"{words!r} in the registry (version {version})"
    link = Link(registry=actor.id, wikidata=actor.wikidata, score=SCORE, reason=reason, version=version)
    if entity.link is not None and entity.link.registry == actor.id and entity.country == actor.country:
        return structs.replace(entity, link=structs.replace(entity.link, version=version))
    return structs.replace(
        entity, link=link, country=actor.country or entity.country, sector=actor.sector or entity.sector
    )


def _actor_of(entity: Entity, text: str, registry: Registry) -> tuple[Actor | None, str]:
    """Try the entity's name, then its named mentions in text order, then the link that it has."""
    words = [entity.name, *(slice_of(text, mention.span) for mention in entity.mentions if mention.form == "name")]
    for name in words:
        found = registry.find(name)
        if found:
            return found[0], name
    if entity.link is not None:
        return registry.get(entity.link.registry), entity.link.registry
    return None, ""
