"""Finds names: the engine's, put right by registry, title, the words inside them and the majority of the report."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.knowledge.registry import demonym_country, seat_country, state_named
from onrecord.stages.entities.link import actor_named
from onrecord.stages.entities.phrases import head_of
from onrecord.stages.entities.words import Kind, entity_words, kind_of_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stages.tokens import Name, Syntax, Token

PERSON, PLACE, PEOPLE, BODY, OTHER = "person", "place", "people", "body", "other"
LABELS = {
    "PERSON": PERSON, "ORG": BODY, "GPE": PLACE, "LOC": PLACE, "FAC": PLACE, "NORP": PEOPLE, "PRODUCT": OTHER,
    "WORK_OF_ART": OTHER, "LAW": OTHER, "EVENT": OTHER,
}  # fmt: skip
TRIMMED_FIRST = {"the", "a", "an", "“", '"', "'", "‘", "this", "that", "(", "[", "-", "’s", "'s"}
TRIMMED_LAST = {"'s", "’s", "'", "’", ",", ".", '"', "”", ")", "]", "-"}
PLACE_CASES = {"in", "at", "near", "inside", "across", "throughout", "around", "outside", "within", "into"}
COMPASS = {"eastern", "western", "northern", "southern", "central", "north", "south", "east", "west", "northeastern", "northwestern", "southeastern", "southwestern"}  # fmt: skip


@dataclass(slots=True)
class NameFound:
    """A name's own tokens, without article, title and genitive mark; `sort` is what it names, `kind` what its words tell."""

    tokens: list[Token]
    sort: str
    kind: Kind | None = None

    @property
    def head(self) -> Token:
        """The token by which the tree holds the name."""
        return head_of(self.tokens)

    @property
    def words(self) -> tuple[str, ...]:
        """Its words in lower case."""
        return tuple(token.lower for token in self.tokens)

    @property
    def text(self) -> str:
        """Its words as one string, a blank between two."""
        return " ".join(token.text for token in self.tokens)


def find_names(syntax: Syntax) -> list[NameFound]:
    """Give the names of persons, peoples, states and bodies in text order."""
    found = [part for name in syntax.names if name.label in LABELS for part in _parts(name, syntax)]
    found += _missed(syntax, found)
    found.sort(key=lambda name: name.tokens[0].i)
    for name in found:
        _classify(name)
    _agree(found)
    return found


def _parts(name: Name, syntax: Syntax) -> Iterator[NameFound]:
    """Split a name at brackets and commas, and trim each part: "Islamic Movement (IM" is two names."""
    part: list[Token] = []
    label = name.label
    for token in [*syntax.tokens[name.first.i : name.last.i + 1], None]:
        if token is not None and token.text not in {"(", ")", ",", ";", "[", "]"}:
            part.append(token)
            continue
        while len(part) > 1 and part[0].lower in PLACE_CASES:
            part, label = part[1:], "GPE"
        trimmed, titled = _trim(part)
        if trimmed and not trimmed[0].text[0].isdigit() and trimmed[0].lower not in entity_words().no_actors:
            yield NameFound(trimmed, PERSON if titled else LABELS[label])
        part = []


def _trim(tokens: list[Token]) -> tuple[list[Token], bool]:
    """Cut article, titles and genitive off a name, and nouns for persons behind it; tell whether a title went."""
    words = entity_words()
    first, last = 0, len(tokens)
    while first < last and tokens[first].lower in TRIMMED_FIRST:
        first += 1
    while first < last and (tokens[last - 1].lower in TRIMMED_LAST or _is_person_noun(tokens[last - 1])):
        last -= 1
    cut = tokens[last] if last < len(tokens) else None
    if (
        last - first == 1
        and cut is not None
        and _is_title(cut)
        and cut.text[0].isupper()
        and not actor_named(tokens[first].text)
    ):
        return [], False
    titled = False
    for place in range(last - 2, first - 1, -1):
        if (
            _is_title(tokens[place])
            and tokens[place + 1].pos == "PROPN"
            and tokens[place + 1].lower not in words.name_kinds
        ):
            first, titled = place + 1, True
            break
    return tokens[first:last], titled


def _is_title(token: Token) -> bool:
    titles = entity_words().titles
    return token.lower in titles or token.lower.removesuffix("s") in titles


def _is_person_noun(token: Token) -> bool:
    kind = entity_words().nouns.get(token.lemma)
    return _is_title(token) or (kind is not None and kind.person and token.text[0].islower())


def _missed(syntax: Syntax, found: list[NameFound]) -> list[NameFound]:
    """Give proper nouns that the engine left out: runs that something vouches for, and capitals that the registry knows."""
    taken = {token.i for name in found for token in name.tokens}
    known = {name.words for name in found}
    persons = _person_words(found)
    missed: list[NameFound] = []
    run: list[Token] = []
    for token in syntax.tokens:
        if token.i in taken:
            continue
        proper = token.pos == "PROPN" and token.text[0].isupper()
        if run and (not proper or token.i != run[-1].i + 1 or token.sentence is not run[-1].sentence):
            missed += _vouched(run, persons)
            run = []
        if proper:
            run.append(token)
        elif _is_acronym(token) and ((token.lower,) in known or actor_named(token.text) or state_named(token.text)):
            missed.append(NameFound([token], BODY))
    return missed + (_vouched(run, persons) if run else [])


def _is_acronym(token: Token) -> bool:
    """Tell whether a word in capitals stands out from its sentence ("IS fighters", "US strikes")."""
    letters = token.text.replace(".", "")
    if not (1 < len(letters) <= 6 and letters.isupper() and letters.isalpha()):
        return False
    return any(other.text.islower() and len(other.text) > 3 for other in token.sentence.tokens)


def _person_words(found: list[NameFound]) -> set[str]:
    """Give the words of full names of persons, by which a single one is known again."""
    return {
        word for name in found if name.sort == PERSON and len(name.tokens) > 1 for word in name.words if len(word) > 2
    }


def _vouched(run: list[Token], persons: set[str]) -> list[NameFound]:
    tokens, titled = _trim(run)
    if not tokens or run[-1].entity in {"CARDINAL", "ORDINAL", "QUANTITY", "MONEY", "PERCENT"}:
        return []
    name = NameFound(tokens, BODY)
    if titled or (name.words[-1] in persons and run[-1].dep not in {"obl", "obl:unmarked", "nmod"}):
        return [NameFound(tokens, PERSON)]
    if run[-1].entity in {"DATE", "TIME"}:
        return []
    registered = actor_named(name.text) or state_named(name.text) or seat_country(name.text)
    if registered or (len(tokens) > 1 and kind_of_words(name.words) is not None):
        return [name]
    common = tokens[-1].lemma in entity_words().nouns
    if tokens[0].sentence.kind == "paragraph" and not common and (run[-1].dep == "nsubj" or len(tokens) > 2):
        return [NameFound(tokens, OTHER)]
    return []


def _classify(name: NameFound) -> None:
    """Correct the engine's sort: registry first, then a title before it, a given name, and the words inside it."""
    if len(name.tokens) > 1 and name.words[0] in entity_words().given_names and name.kind is None:
        name.sort = PERSON
        return
    if state_named(name.text) is not None:
        name.sort = PLACE
        return
    if len(name.tokens) == 1 and demonym_country(name.text) is not None:
        name.sort = PEOPLE
        return
    if name.sort != PERSON or len(name.tokens) > 1 or name.text.isupper():
        actor = actor_named(name.text)
        if actor is not None and actor.type != "person":
            name.sort = PEOPLE if actor.type == "group" else BODY
            name.kind = Kind(actor.type, actor.type, actor.sector)
            return
    if (
        name.sort == PERSON
        and not _has_title(name)
        and any(case.lower in PLACE_CASES for case in name.head.each("case"))
    ):
        name.sort = PLACE
    elif name.sort in {BODY, OTHER} and (_has_title(name) or _rules(name)):
        name.sort = PERSON
    elif name.sort == BODY or (name.sort in {OTHER, PERSON} and _before_body(name)):
        name.kind = kind_of_words(name.words)
        if name.kind is None and name.sort == BODY and _is_place_like(name):
            name.sort = PLACE
        elif name.sort != BODY:
            name.sort, name.kind = (
                BODY,
                name.kind or entity_words().nouns.get(name.head.head.lemma if name.head.head else ""),
            )


def _rules(name: NameFound) -> bool:
    """Tell whether a name without other kind stands before a government called after its head ("the Roe regime")."""
    head = name.head
    called = (
        head.dep == "compound"
        and head.head is not None
        and head.head.lemma in {"regime", "administration", "presidency"}
    )
    return called and kind_of_words(name.words) is None and demonym_country(name.text) is None


def _has_title(name: NameFound) -> bool:
    before = name.tokens[0].i - name.tokens[0].sentence.tokens[0].i
    return before > 0 and name.tokens[0].sentence.tokens[before - 1].lower in entity_words().titles


def _before_body(name: NameFound) -> bool:
    """Tell whether a name only qualifies a noun for a body ("the Jaish al-Islam rebel group")."""
    head = name.head
    noun = entity_words().nouns.get(head.head.lemma) if head.head and head.dep in {"compound", "amod"} else None
    return noun is not None and not noun.person and noun.type != "government" and head.head.lemma in entity_words().same  # type: ignore[union-attr]


def _is_place_like(name: NameFound) -> bool:
    """Tell whether a name stands where places stand: "in Xville", "eastern Xland"."""
    head = name.head
    return any(case.lower in PLACE_CASES for case in head.each("case")) or any(
        child.lower in COMPASS for child in head.each("amod", "compound")
    )


def _agree(found: list[NameFound]) -> None:
    """Give all occurrences of a name, and a surname and its full name, the sort that most of them have."""
    votes: dict[tuple[str, ...], Counter[str]] = {}
    kinds: dict[tuple[str, ...], Kind] = {}
    for name in found:
        votes.setdefault(name.words, Counter())[name.sort] += 1
        if name.kind is not None:
            kinds[name.words] = name.kind
    persons = _person_words(found)
    singles = {name.words[0] for name in found if name.sort == PERSON and len(name.tokens) == 1}
    for name in found:
        name.sort = min(votes[name.words], key=lambda sort: (-votes[name.words][sort], sort))
        name.kind = kinds.get(name.words) if name.sort in {BODY, PEOPLE} else None
        single = len(name.tokens) == 1 and name.words[0] in persons and state_named(name.text) is None
        if name.kind is None and (
            single or (name.sort == OTHER and len(name.tokens) > 1 and name.words[-1] in singles)
        ):
            name.sort = PERSON
