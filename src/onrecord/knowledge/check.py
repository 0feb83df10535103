"""Checks a registry: unique ids, valid codes, sources and licences, no name that two actors share undecided."""

import re
from collections import Counter
from collections.abc import Iterator

from onrecord.knowledge.actor import SECTORS, Actor
from onrecord.knowledge.aliases import captured_by
from onrecord.knowledge.dated import bare_name
from onrecord.knowledge.registry import Registry
from onrecord.knowledge.states import states

ID = re.compile(r"[a-z]+/[\w./-]+")
WIKIDATA = re.compile(r"Q[1-9]\d*")
DATE = re.compile(r"\d{1,4}(-\d{2}(-\d{2})?)?")
CAMEO = re.compile(r"[A-Z0-9]{3,15}")


def check_registry(registry: Registry) -> list[str]:
    """Give what is wrong with a registry, a sentence each; an empty list where nothing is."""
    countries = {state.iso2 for state in states()}
    problems = [
        f"the id {one!r} stands {n} times" for one, n in Counter(a.id for a in registry.actors).items() if n > 1
    ]
    for actor in registry.actors:
        problems += [f"{actor.id}: {problem}" for problem in _problems(actor, countries)]
    for key, same in sorted(registry.collisions().items()):
        problems.append(f"the name {key!r} stands for {' and '.join(actor.id for actor in same)}, and nothing decides")
    return problems


def _problems(actor: Actor, countries: set[str]) -> Iterator[str]:
    if not ID.fullmatch(actor.id):
        yield "the id is not of the form kind/name"
    if actor.country is not None and actor.country not in countries:
        yield f"unknown country {actor.country!r}; expected ISO 3166-1 alpha-2"
    if actor.sector is not None and actor.sector not in SECTORS:
        yield f"unknown sector {actor.sector!r}; expected one of PLOVER's"
    for name, value, form in (
        ("wikidata", actor.wikidata, WIKIDATA),
        ("cameo", actor.cameo, CAMEO),
        ("valid_from", actor.valid_from, DATE),
        ("valid_until", actor.valid_until, DATE),
    ):
        if value is not None and not form.fullmatch(value):
            yield f"{name} {value!r} is not valid"
    if not actor.source or not actor.licence:
        yield "source and licence must be recorded"
    for alias in map(bare_name, (actor.name, *actor.aliases)):
        if (captured := captured_by(alias)) and " " not in alias:
            yield f"the name {alias!r} would capture a common word, some {captured:,} times in a million words"
