"""Links an entity to the registry where its name alone did not: persons, bodies inside a name, countries."""

from collections.abc import Collection, Sequence

from msgspec import structs

from onrecord.knowledge.persons import find_persons
from onrecord.knowledge.phrases import EXACT, PhraseLink, link_phrase
from onrecord.knowledge.registry import find_actors
from onrecord.knowledge.states import state_of
from onrecord.model.entity import EntityType

SURE = 0.8
BODIES = frozenset({"armed_group", "media", "igo", "organisation", "company", "party"})
"""Types of which a longer name with an entry in it ("Example Front fighters") is that entry."""
FULL_NAME, SURNAME = 0.93, 0.75


def link_entity(
    names: Sequence[str], type_: EntityType, country: str | None, nearby: Collection[str]
) -> PhraseLink | None:
    """Link an entity by its names; `country` is what the report says of it, `nearby` are the countries of the report.

    A person is linked by full name, or by surname where the person's country is in the report. Anything else takes
    country and sector from its words, and the entry of the registry only where a name is that entry's.
    """
    if type_ == "person":
        return _person(names, country, nearby)
    links = [link for name in _full(names, type_, country) if (link := link_phrase(name)) and link.score >= SURE]
    fitting = [link for link in links if _fits(link, type_, country)]
    if not fitting:
        return None
    best = max(fitting, key=lambda link: link.score)
    is_entry = best.score >= EXACT or (best.actor is not None and best.actor.type == type_ and type_ in BODIES)
    return best if is_entry else structs.replace(best, actor=None)


def _person(names: Sequence[str], country: str | None, nearby: Collection[str]) -> PhraseLink | None:
    for name in names:
        for person in find_persons(name):
            full = " " in name
            if country not in {None, person.country} or not (full or person.country in nearby):
                continue
            how = "full name" if full else f"surname, and {person.country} is in the report"
            return PhraseLink(
                actor=person,
                country=person.country,
                sector=person.sector,
                cameo=person.cameo,
                score=FULL_NAME if full else SURNAME,
                reason=f"{name!r}: {how}",
            )
    return None


def _full(names: Sequence[str], type_: EntityType, country: str | None) -> list[str]:
    """Give the names, those of an organ of state first with its country's adjective: "British Ministry of Defence"."""
    state = state_of(country) if country is not None and type_ in {"government", "military"} else None
    if state is None:
        return list(names)
    whole = [f"{word} {name}" for name in names for word in state.adjectives if find_actors(f"{word} {name}")]
    return [*whole, *names]


def _fits(link: PhraseLink, type_: EntityType, country: str | None) -> bool:
    if link.actor is not None and link.actor.type == "person":
        return False
    if link.actor is not None and link.actor.id.startswith("state/") and type_ != "government":
        return False
    return country is None or link.country in {None, country}
