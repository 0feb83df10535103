"""Links an actor's phrase without its report: "Taliban militants", "the Afghan defense minister", "Workers in Peru"."""

import re

import msgspec

from onrecord.knowledge.actor import Actor
from onrecord.knowledge.gazetteer import find_places
from onrecord.knowledge.persons import find_persons
from onrecord.knowledge.registry import find_actors
from onrecord.knowledge.roles import Role, role_in
from onrecord.knowledge.states import countries_among, demonym_country, seat_country, state_named, state_of

WORD = re.compile(r"[\w.&’'-]*[\w.]")
HEAD_ENDS = frozenset({
    "of", "in", "from", "to", "at", "for", "on", "with", "who", "that", "which", "including", "loyal", "near", "by",
    "against", "under", "over", "outside", "inside", "about",
})  # fmt: skip
STOPS = re.compile(r"[,;(]|\bincluding\b|\bwho\b|\bthat\b|\bwhich\b")
LONGEST = 6
EXACT, PERSON, BODY, COMPOSED, AFTER, PLACED, SECTOR = 0.95, 0.93, 0.9, 0.85, 0.7, 0.6, 0.6
LARGE = 100_000


class PhraseLink(msgspec.Struct, frozen=True, kw_only=True):
    """What a phrase stands for: an entry of the registry, or an office or organ composed with its country.

    `country` is ISO alpha-2, `sector` PLOVER's, `cameo` the code of both; `score` in 0…1; `reason` lists the features.
    """

    actor: Actor | None = None
    country: str | None = None
    sector: str | None = None
    cameo: str | None = None
    score: float
    reason: str


def link_phrase(phrase: str) -> PhraseLink | None:
    """Link a phrase, or give None where nothing in it is known."""
    words = _words(phrase)
    if not words:
        return None
    exact = find_actors(" ".join(words))
    if exact:
        return _of_actor(exact[0], EXACT, "name in the registry")
    first = _words(STOPS.split(phrase, maxsplit=1)[0]) or words
    cut = next((i for i, word in enumerate(first) if word.lower() in HEAD_ENDS and i), len(first))
    head, rest = first[:cut], first[cut:]
    role = role_in([word.lower() for word in head])
    return (
        _person_in(first)
        or _body_in(first, role, before=len(head))
        or _composed(head, rest, role)
        or _body_in(rest or words, role)
    )


def _words(phrase: str) -> list[str]:
    text = phrase.replace(" 's", "'s").replace(" ’ s", "'s").replace("’s", "'s")
    words = WORD.findall(text)
    return words[1:] if words and words[0].lower() in {"the", "a", "an"} and len(words) > 1 else words


def _of_actor(actor: Actor, score: float, reason: str) -> PhraseLink:
    return PhraseLink(
        actor=actor, country=actor.country, sector=actor.sector, cameo=actor.cameo, score=score, reason=reason
    )


def runs_of(words: list[str]) -> list[tuple[int, int, str]]:
    """Give all runs of words, the longest first, without their genitive mark."""
    bare = [word.removesuffix("'s").rstrip("'") for word in words]
    return [
        (start, start + length, " ".join(bare[start : start + length]))
        for length in range(min(LONGEST, len(words)), 0, -1)
        for start in range(len(words) - length + 1)
    ]


def _person_in(words: list[str]) -> PhraseLink | None:
    """Find a public person by full name, or by surname where the phrase is that name or gives office or country."""
    for start, end, run in runs_of(words):
        if not run[0].isupper() or (end - start == 1 and len(words) > 1 and start == 0 and end < len(words)):
            continue
        for person in find_persons(run):
            role = role_in([word.lower() for word in words[:start]])
            fits = end - start > 1 or len(words) == 1 or role is not None
            if fits and end == len(words):
                return _of_actor(person, PERSON if end - start > 1 else COMPOSED, f"{run!r} names a public person")
    return None


def _body_in(words: list[str], role: Role | None, before: int | None = None) -> PhraseLink | None:
    """Find a body, group or people of the registry that starts among the words: "Taliban militants".

    `before` is the number of words in which it may start. The longest name wins; words that belong to the longer name
    of a state or people ("Central African") are none.
    """
    longer = [span for *span, _ in countries_among(words) if span[1] - span[0] > 1]
    for first, end, run in runs_of(words):
        if not any(char.isupper() for char in run) or (before is not None and first >= before):
            continue
        if any(start <= first and end <= last and end - first < last - start for start, last in longer):
            continue
        for actor in find_actors(run):
            if actor.type != "person" and not actor.id.startswith("state/"):
                sector = role.sector if role is not None and actor.type == "group" else actor.sector
                link = _of_actor(actor, BODY, f"{run!r} in the registry")
                return msgspec.structs.replace(link, sector=sector)
    return None


def _composed(head: list[str], rest: list[str], role: Role | None) -> PhraseLink | None:
    """Compose country and role: from the head ("Afghan police") or what follows ("police in Kabul")."""
    for words, score in ((head, COMPOSED), (rest, AFTER)):
        for _, _, run in runs_of(words):
            country = _country_of(run)
            if country is not None:
                return _of_country(country, role, score, run)
    for _, _, run in runs_of(rest):
        country = _country_of_place(run)
        if country is not None:
            return _of_country(country, role, PLACED, run)
    if role is None:
        return None
    return PhraseLink(
        sector=role.sector, cameo=role.sector, score=SECTOR, reason=f"{role.words!r} tells the sector only"
    )


def _of_country(country: str, role: Role | None, score: float, run: str) -> PhraseLink:
    state = state_of(country)
    sector = role.sector if role is not None else "GOV"
    iso3 = state.iso3 if state is not None else ""
    known = find_actors(state.name) if state is not None and role is None else []
    reason = f"{run!r} gives {country}" + (f", {role.words!r} gives {sector}" if role else "")
    cameo = iso3 if role is None else f"{iso3}{sector}"
    return PhraseLink(
        actor=known[0] if known else None, country=country, sector=sector, cameo=cameo, score=score, reason=reason
    )


def _country_of_place(run: str) -> str | None:
    """Give the country of the largest place of a name, where that is a division or a city of some size."""
    places = find_places(run, near=False) if run[0].isupper() else []
    known = [place for place in places if place.kind == "admin1" or place.population >= LARGE]
    return known[0].country if known else None


def _country_of(run: str) -> str | None:
    state = state_named(run)
    if state is not None:
        return state.iso2
    return demonym_country(run) or (seat_country(run) if run[0].isupper() else None)
