"""Links the entities of a reading anew, with another registry: links, countries and sectors change, spans never do."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from onrecord.errors import DataError
from onrecord.knowledge.linking import BODIES
from onrecord.knowledge.overlay import apply_overlays, read_overlay
from onrecord.knowledge.phrases import runs_of
from onrecord.knowledge.registry import registry as shipped
from onrecord.model import Link, slice_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.knowledge.actor import Actor
    from onrecord.knowledge.registry import Registry
    from onrecord.model import Entity, Reading

WHOLE, INSIDE = 0.9, 0.85


def registry_with(files: Sequence[str]) -> Registry:
    """Give the shipped registry with overlay files laid on it in this order; a file that changed is read again.

    Raises DataError, and applies nothing, where one of them cannot be read or applied.
    """
    stamped = []
    for file in files:
        try:
            stat = Path(file).stat()
        except OSError as error:
            raise DataError(file, error.strerror or str(error), "Give a readable TOML or CSV file.") from error
        stamped.append((file, stat.st_mtime_ns, stat.st_size))
    return _laid(tuple(stamped))


@lru_cache(maxsize=4)
def _laid(stamped: tuple[tuple[str, int, int], ...]) -> Registry:
    return apply_overlays(shipped(), [(file, read_overlay(Path(file))) for file, _, _ in stamped])


def relink(reading: Reading, registry: Registry) -> Reading:
    """Give the reading with every entity linked by `registry`; nothing is read again.

    An entity of which `registry` says what the shipped one says keeps its link, and takes the version only.
    """
    entities = [_linked(entity, reading.report.text, registry) for entity in reading.entities]
    return structs.replace(reading, entities=entities)


def _linked(entity: Entity, text: str, registry: Registry) -> Entity:
    known = entity.link
    actor, words, score = _found(entity, text, registry)
    usual, _, _ = _found(entity, text, shipped())
    if _says(actor) == _says(usual):
        if known is None:
            return entity
        actor, words, score = registry.get(known.registry), known.registry, known.score
    if actor is None:
        return entity if known is None else _unlinked(entity, shipped().get(known.registry))
    version = registry.version
    if known is not None and known.version in {None, version, shipped().version}:
        before = shipped().get(known.registry) if known.version != version else actor
        if _says(before) == _says(actor) and known.registry == actor.id:
            return structs.replace(entity, link=structs.replace(known, version=version))
    reason = f"{words!r} in the registry with the user's own"
    link = Link(registry=actor.id, wikidata=actor.wikidata, score=score, reason=reason, version=version)
    return structs.replace(
        entity, link=link, country=actor.country or entity.country, sector=actor.sector or entity.sector
    )


def _unlinked(entity: Entity, gone: Actor | None) -> Entity:
    """Take the link of an entry that is gone away, and the country and sector that it gave."""
    country = None if gone is not None and gone.country == entity.country else entity.country
    sector = None if gone is not None and gone.sector == entity.sector else entity.sector
    return structs.replace(entity, link=None, country=country, sector=sector)


def _says(actor: Actor | None) -> tuple[str | None, ...]:
    """Give what a link takes over from an entry."""
    return (actor.id, actor.country, actor.sector, actor.wikidata) if actor is not None else ()


def _found(entity: Entity, text: str, registry: Registry) -> tuple[Actor | None, str, float]:
    """Try the names of an entity whole, then what stands inside them ("River Front fighters")."""
    names = list(_names(entity, text))
    for name in names:
        if found := registry.find(name):
            return found[0], name, WHOLE
    for name in names if entity.type in BODIES else ():
        for _, _, run in runs_of(name.split()):
            found = [actor for actor in registry.find(run) if actor.type in BODIES] if run[0].isupper() else []
            if found:
                return found[0], run, INSIDE
    return None, "", 0.0


def _names(entity: Entity, text: str) -> Iterator[str]:
    """Give the entity's name, then its named mentions in text order; of a body without a name, its words."""
    yield entity.name
    for mention in entity.mentions:
        if mention.form == "name":
            yield slice_of(text, mention.span)
