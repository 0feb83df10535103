"""Tells what a name names: a person, a place, a people or a body; the engine's guess is put right."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.knowledge.registry import demonym_country, state_named
from onrecord.stages.entities.link import actor_named
from onrecord.stages.entities.phrases import head_of, joined
from onrecord.stages.entities.words import Kind, entity_words, kind_of_words

if TYPE_CHECKING:
    from onrecord.stages.tokens import Token

PERSON, PLACE, PEOPLE, BODY, OTHER = "person", "place", "people", "body", "other"
LABELS = {
    "PERSON": PERSON, "ORG": BODY, "GPE": PLACE, "LOC": PLACE, "FAC": PLACE, "NORP": PEOPLE, "PRODUCT": OTHER,
    "WORK_OF_ART": OTHER, "LAW": OTHER, "EVENT": OTHER,
}  # fmt: skip
PLACE_CASES = {"in", "at", "near", "inside", "across", "throughout", "around", "outside", "within", "into"}
MOST_WORDS = 5
"""A longer name that opens with a given name is a firm's or a prize's more often than a person's."""
COMPASS = {
    "eastern", "western", "northern", "southern", "central", "north", "south", "east", "west", "northeastern",
    "northwestern", "southeastern", "southwestern",
}  # fmt: skip


@dataclass(slots=True)
class NameFound:
    """A name's own tokens, without article, title and genitive mark; `sort` is what it names, `kind` what words tell.

    `head` is the token by which the tree holds it, `words` are in lower case, `text` as it stands.
    """

    tokens: list[Token]
    sort: str
    kind: Kind | None = None
    head: Token = field(init=False)
    words: tuple[str, ...] = field(init=False)
    text: str = field(init=False)

    def __post_init__(self) -> None:
        self.head = head_of(self.tokens)
        self.words = tuple(token.lower for token in self.tokens)
        self.text = joined(self.tokens)


def classify(name: NameFound) -> None:
    """Correct the engine's sort: what the words alone tell first, then title, place in the sentence, and noun after."""
    if _told_alone(name):
        return
    if name.sort == PERSON and len(name.tokens) == 1 and _follows_article(name):
        name.sort = BODY
    placed = any(case.lower in PLACE_CASES for case in name.head.each("case"))
    if name.sort == PERSON and placed and not _has_title(name):
        name.sort = PLACE
    elif name.sort in {BODY, OTHER} and (_has_title(name) or _rules(name)):
        name.sort = PERSON
    elif name.sort == BODY:
        name.kind = kind_of_words(name.words)
        if name.kind is None and (
            placed or any(child.lower in COMPASS for child in name.head.each("amod", "compound"))
        ):
            name.sort = PLACE
    elif name.sort in {OTHER, PERSON} and (noun := _noun_for_body(name)) is not None:
        name.sort, name.kind = BODY, kind_of_words(name.words) or noun


def _told_alone(name: NameFound) -> bool:
    """Set the sort where given names, states, demonyms or the registry know the words; tell whether they do."""
    given = 1 < len(name.tokens) <= MOST_WORDS and name.words[0] in entity_words().given_names
    if given and name.sort != PLACE and kind_of_words(name.words) is None:
        name.sort = PERSON
    elif state_named(name.text) is not None:
        name.sort = PLACE
    elif demonym_country(name.text) is not None:
        name.sort = PEOPLE
    elif name.sort != PERSON or len(name.tokens) > 1 or name.text.isupper():
        actor = actor_named(name.text)
        if actor is None or actor.type == "person":
            return False
        name.sort = PEOPLE if actor.type == "group" else BODY
        name.kind = Kind(actor.type, actor.type, actor.sector)
    else:
        return False
    return True


def _rules(name: NameFound) -> bool:
    """Tell whether a name without other kind stands before a government called after its head ("the Roe regime")."""
    noun = name.head.head
    if noun is None or name.head.dep != "compound" or noun.lemma not in {"regime", "administration", "presidency"}:
        return False
    return kind_of_words(name.words) is None and demonym_country(name.text) is None


def _follows_article(name: NameFound) -> bool:
    tokens, at = name.head.sentence.tokens, name.tokens[0].i - name.head.sentence.tokens[0].i
    return at > 0 and tokens[at - 1].lower == "the" and not name.text.endswith("s")


def _has_title(name: NameFound) -> bool:
    before = name.tokens[0].i - name.tokens[0].sentence.tokens[0].i
    return before > 0 and name.tokens[0].sentence.tokens[before - 1].lower in entity_words().titles


def _noun_for_body(name: NameFound) -> Kind | None:
    """Give what the noun tells that a name only qualifies ("the Jaish al-Islam rebel group")."""
    noun = name.head.head
    if noun is None or name.head.dep not in {"compound", "amod"} or noun.lemma not in entity_words().same:
        return None
    return entity_words().nouns.get(noun.lemma)


def agree(found: list[NameFound]) -> None:
    """Give all occurrences of a name, and a surname and its full name, the sort that most of them have."""
    votes: dict[tuple[str, ...], Counter[str]] = {}
    kinds: dict[tuple[str, ...], Kind] = {}
    for name in found:
        votes.setdefault(name.words, Counter())[name.sort] += 1
        if name.kind is not None:
            kinds[name.words] = name.kind
    persons = person_words(found)
    singles = {name.words[0] for name in found if name.sort == PERSON and len(name.tokens) == 1}
    for name in found:
        name.sort = min(votes[name.words], key=lambda sort: (-votes[name.words][sort], sort))
        name.kind = kinds.get(name.words) if name.sort in {BODY, PEOPLE} else None
        single = len(name.tokens) == 1 and name.words[0] in persons and state_named(name.text) is None
        if name.kind is None and (
            single or (name.sort == OTHER and len(name.tokens) > 1 and name.words[-1] in singles)
        ):
            name.sort = PERSON


def person_words(found: list[NameFound]) -> set[str]:
    """Give the words of full names of persons, by which a single one is known again."""
    return {
        word for name in found if name.sort == PERSON and len(name.tokens) > 1 for word in name.words if len(word) > 2
    }
