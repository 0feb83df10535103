"""The words by which actors are known: common nouns, titles, parts of organisations' names, given names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import msgspec

from onrecord.lexicon import load_words
from onrecord.model.entity import EntityType  # noqa: TC001 - msgspec reads it when it makes the Structs


class People(msgspec.Struct, forbid_unknown_fields=True):
    """Nouns for persons of one sector; several of them are a `plural`."""

    sector: str
    words: list[str]
    plural: EntityType = "group"


class Bodies(msgspec.Struct, forbid_unknown_fields=True):
    """Nouns, or words inside names, for bodies of one type and sector."""

    type: EntityType
    sector: str
    words: list[str]


class Titles(msgspec.Struct, forbid_unknown_fields=True):
    """Titles of one sector; `office` where holding it is a relation; `country` where only one has it."""

    sector: str
    office: bool
    words: list[str]
    country: str | None = None


class WordList(msgspec.Struct, forbid_unknown_fields=True):
    """A plain list."""

    words: list[str]


class Genders(msgspec.Struct, forbid_unknown_fields=True):
    """Words for men and for women."""

    masculine: list[str]
    feminine: list[str]


class GivenNames(Genders, forbid_unknown_fields=True):
    """lexicon/en/given_names.toml; `either` have no usual gender."""

    either: list[str]


class NoActors(msgspec.Struct, forbid_unknown_fields=True):
    """First words of names that are no actors."""

    first: list[str]


class Definite(msgspec.Struct, forbid_unknown_fields=True):
    """Nouns that refer back by type alone; that repeat what a name is; words that open a new referent."""

    general: list[str]
    same: list[str]
    partial: list[str]
    new: list[str]


class NominalWords(msgspec.Struct, forbid_unknown_fields=True):
    """lexicon/en/nominals.toml."""

    people: list[People]
    bodies: list[Bodies]
    documents: list[WordList]
    quantities: WordList
    spokespersons: WordList
    issued: WordList
    relational: WordList
    no_actor: WordList
    gender: Genders
    taken_up: dict[str, list[EntityType]]
    definite: Definite


class TitleWords(msgspec.Struct, forbid_unknown_fields=True):
    """lexicon/en/titles.toml."""

    titles: list[Titles]
    highest: WordList
    gender: Genders


class OrganisationWords(msgspec.Struct, forbid_unknown_fields=True):
    """lexicon/en/organisations.toml."""

    kinds: list[Bodies]
    no_actors: NoActors


@dataclass(frozen=True, slots=True)
class Kind:
    """What a noun or a name's word tells: type of one, type of several, PLOVER sector, and whether it is a person."""

    type: EntityType
    plural: EntityType
    sector: str | None
    person: bool = False


@dataclass(frozen=True, slots=True)
class EntityWords:
    """All word lists of the stage, ready for look-up in lower case."""

    nouns: dict[str, Kind]
    titles: dict[str, Titles]
    highest: frozenset[str]
    name_kinds: dict[str, tuple[int, Kind]]
    quantities: frozenset[str]
    spokespersons: frozenset[str]
    issued: frozenset[str]
    relational: frozenset[str]
    no_actor: frozenset[str]
    masculine: frozenset[str]
    feminine: frozenset[str]
    male_names: frozenset[str]
    female_names: frozenset[str]
    given_names: frozenset[str]
    no_actors: frozenset[str]
    taken_up: dict[str, list[EntityType]]
    general: frozenset[str]
    same: frozenset[str]
    partial: frozenset[str]
    new: frozenset[str]


@cache
def entity_words() -> EntityWords:
    """Load the lists, once a process."""
    nominals = load_words("nominals", NominalWords)
    titles = load_words("titles", TitleWords)
    organisations = load_words("organisations", OrganisationWords)
    kinds = organisations.kinds
    given = load_words("given_names", GivenNames)
    return EntityWords(
        nouns=_nouns(nominals),
        titles={word: group for group in titles.titles for word in group.words},
        highest=frozenset(titles.highest.words),
        name_kinds={
            word: (rank, Kind(group.type, group.type, group.sector))
            for rank, group in reversed(list(enumerate(kinds)))
            for word in group.words
        },
        quantities=frozenset(nominals.quantities.words),
        spokespersons=frozenset(nominals.spokespersons.words),
        issued=frozenset(nominals.issued.words),
        relational=frozenset(nominals.relational.words),
        no_actor=frozenset(nominals.no_actor.words),
        masculine=frozenset([*nominals.gender.masculine, *titles.gender.masculine]),
        feminine=frozenset([*nominals.gender.feminine, *titles.gender.feminine]),
        male_names=frozenset(given.masculine),
        female_names=frozenset(given.feminine),
        given_names=frozenset([*given.masculine, *given.feminine, *given.either]),
        no_actors=frozenset(organisations.no_actors.first),
        taken_up=nominals.taken_up,
        general=frozenset(nominals.definite.general),
        same=frozenset(nominals.definite.same),
        partial=frozenset(nominals.definite.partial),
        new=frozenset(nominals.definite.new),
    )


def _nouns(words: NominalWords) -> dict[str, Kind]:
    nouns: dict[str, Kind] = {}
    for documents in words.documents:
        nouns.update(dict.fromkeys(documents.words, Kind("other", "other", None)))
    for bodies in words.bodies:
        several = bodies.type if bodies.type in {"military", "armed_group"} else "group"
        nouns.update(dict.fromkeys(bodies.words, Kind(bodies.type, several, bodies.sector)))
    for people in words.people:
        nouns.update(dict.fromkeys(people.words, Kind("person", people.plural, people.sector, person=True)))
    return nouns


def kind_of_words(words: tuple[str, ...]) -> Kind | None:
    """Tell from the words inside a name what it names; two words together tell more than one."""
    known = entity_words().name_kinds
    for at in range(len(words) - 1):
        if (pair := f"{words[at]} {words[at + 1]}") in known:
            return known[pair][1]
    hits = [known[word] for word in words if word in known]
    return min(hits, key=lambda hit: hit[0])[1] if hits else None


def titles_in(words: list[str]) -> list[tuple[int, int, Titles]]:
    """Give the titles in a run of words, each with its first and last place; the longest at a place wins."""
    known = entity_words().titles
    found: list[tuple[int, int, Titles]] = []
    at = 0
    while at < len(words):
        size = next(
            (size for size in (3, 2, 1) if " ".join(words[at : at + size]) in known and at + size <= len(words)), 0
        )
        if size:
            found.append((at, at + size - 1, known[" ".join(words[at : at + size])]))
        at += size or 1
    return found
