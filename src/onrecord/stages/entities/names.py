"""Finds names: the engine's, put right by registry, title, the words inside them and the majority of the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.knowledge.registry import seat_country, state_named
from onrecord.stages.entities.link import actor_named
from onrecord.stages.entities.phrases import joined
from onrecord.stages.entities.sorts import (
    BODY,
    LABELS,
    OTHER,
    PERSON,
    PLACE_CASES,
    NameFound,
    agree,
    classify,
    person_words,
)
from onrecord.stages.entities.words import entity_words, kind_of_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stages.tokens import Name, Syntax, Token

TRIMMED_FIRST = {"the", "a", "an", "“", '"', "'", "‘", "this", "that", "(", "[", "-", "’s", "'s"}
TRIMMED_LAST = {"'s", "’s", "'", "’", ",", ".", '"', "”", ")", "]", "-"}
BREAKS = {"(", ")", ",", ";", "[", "]"}
JOINING = {"in", "of", "for", "-"}
LONGEST_REST = 5
NUMBERS = {"CARDINAL", "ORDINAL", "QUANTITY", "MONEY", "PERCENT"}


def find_names(syntax: Syntax) -> list[NameFound]:
    """Give the names of persons, peoples, states and bodies in text order."""
    found = [part for name in syntax.names if name.label in LABELS for part in _parts(name, syntax)]
    found += _missed(syntax, found)
    found.sort(key=lambda name: name.tokens[0].i)
    for name in found:
        classify(name)
    found = _prolonged(found, syntax)
    agree(found)
    return found


def _prolonged(found: list[NameFound], syntax: Syntax) -> list[NameFound]:
    """Let the longest name that the registry knows win: "Example State in Xland" over "Example State" and "Xland"."""
    kept: list[NameFound] = []
    for name in found:
        if kept and name.tokens[0].i <= kept[-1].tokens[-1].i:
            continue
        last = name.tokens[-1]
        after = syntax.tokens[last.i + 1 : last.i + 1 + LONGEST_REST]
        if name.sort == BODY and after and after[0].lower in JOINING and actor_named(name.text) is not None:
            kept.append(_longest(name, after) or name)
        else:
            kept.append(name)
    return kept


def _longest(name: NameFound, after: list[Token]) -> NameFound | None:
    for length in range(len(after), 1, -1):
        tokens = [*name.tokens, *after[:length]]
        actor = actor_named(joined(tokens)) if tokens[-1].sentence is name.head.sentence else None
        if actor is not None and actor.type not in {"person", "group"}:
            longer = NameFound(tokens, BODY)
            classify(longer)
            return longer
    return None


def _parts(name: Name, syntax: Syntax) -> Iterator[NameFound]:
    """Split a name at brackets and commas, and trim each part: "Islamic Movement (IM" is two names."""
    part: list[Token] = []
    label = name.label
    for token in [*syntax.tokens[name.first.i : name.last.i + 1], None]:
        if token is not None and token.text not in BREAKS:
            part.append(token)
            continue
        while len(part) > 1 and part[0].lower in PLACE_CASES:
            part, label = part[1:], "GPE"
        trimmed, titled = _trim(part, LABELS[label])
        if trimmed and not trimmed[0].text[0].isdigit() and trimmed[0].lower not in entity_words().no_actors:
            yield NameFound(trimmed, PERSON if titled else LABELS[label])
        part = []


def _trim(tokens: list[Token], sort: str = BODY) -> tuple[list[Token], bool]:
    """Cut article, titles and genitive off a name, and nouns for persons behind it; tell whether a title went."""
    words = entity_words()
    first, last = 0, len(tokens)
    while first < last and tokens[first].lower in TRIMMED_FIRST:
        first += 1
    while first < last and (tokens[last - 1].lower in TRIMMED_LAST or _is_noun_behind(tokens[last - 1], sort)):
        last -= 1
    if (
        last - first == 1
        and last < len(tokens)
        and _is_capital_title(tokens[last])
        and not actor_named(tokens[first].text)
    ):
        return [], False
    for place in range(last - 2, first - 1, -1):
        after = tokens[place + 1]
        if _is_title(tokens[place]) and after.pos == "PROPN" and after.lower not in words.name_kinds:
            return tokens[place + 1 : last], True
    return tokens[first:last], False


def _is_capital_title(token: Token) -> bool:
    """Tell whether a title ends what the engine took for a name ("Commanding Officer")."""
    return _is_title(token) and token.text[0].isupper()


def _is_title(token: Token) -> bool:
    titles = entity_words().titles
    return token.lower in titles or token.lower.removesuffix("s") in titles


def _is_noun_behind(token: Token, sort: str) -> bool:
    """Tell whether a noun for a person ends a body's name ("MoD spokesman"); a person may be called King."""
    kind = entity_words().nouns.get(token.lemma)
    if token.text[0].islower():
        return kind is not None and kind.person
    return sort != PERSON and _is_title(token)


def _missed(syntax: Syntax, found: list[NameFound]) -> list[NameFound]:
    """Give what the engine left out: proper nouns that something vouches for, and capitals that the registry knows."""
    taken = {token.i for name in found for token in name.tokens}
    known = {name.words for name in found}
    persons = person_words(found)
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
    return any(other.text.islower() and len(other.text) > 3 for other in token.sentence.tokens[:40])


def _vouched(run: list[Token], persons: set[str]) -> list[NameFound]:
    tokens, titled = _trim(run)
    if not tokens or run[-1].entity in NUMBERS:
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
