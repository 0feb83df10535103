"""A mention with what coreference asks of it: words, number, gender, country, sector, definiteness."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from onrecord.knowledge.registry import demonym_country, seat_country, state_named
from onrecord.knowledge.states import countries_among
from onrecord.stages.entities.nominals import is_plural, noun_kind
from onrecord.stages.entities.phrases import joined
from onrecord.stages.entities.words import Kind, entity_words, kind_of_words, titles_in

if TYPE_CHECKING:
    from onrecord.model.entity import EntityType
    from onrecord.stages.found import MentionFound
    from onrecord.stages.tokens import Token

Number = Literal["one", "many"]
Gender = Literal["m", "f"]
Opening = Literal["definite", "new", "possessive", "bare"]
GENERIC_SECTORS = {"CVL", "GOV", "MIL", None}
DEFINITE = {"the", "this", "that", "these", "those"}
INDEFINITE = {"a", "an", "some", "any", "every", "each", "several", "many", "more", "no", "both"}
PLURAL_PRONOUNS = {"they", "them", "their", "theirs", "themselves", "we", "us", "our", "ours"}
MASCULINE = {"he", "him", "his", "himself"}
LONGEST_PEOPLE = 3
FEMININE = {"she", "her", "hers", "herself"}


@dataclass(slots=True, eq=False)
class Node:
    """One mention. `called` is a name as it stands, `name` its words, `words` those of the whole phrase; lower case.

    `before` are the words of title before a name; `describes` marks an apposition to a name.
    """

    found: MentionFound
    type: EntityType | None
    head: Token
    sentence: int
    called: str = ""
    name: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    kind: Kind | None = None
    number: Number | None = None
    gender: Gender | None = None
    country: str | None = None
    sector: str | None = None
    opening: Opening = "bare"
    before: list[Token] = field(default_factory=list)
    describes: bool = False


def make_node(found: MentionFound) -> Node:
    """Read a mention's features off its words."""
    head = found.head
    node = Node(found, found.type, head, head.sentence.i)
    if found.form == "pronoun":
        node.number = "many" if head.lower in PLURAL_PRONOUNS else "one" if head.tag.startswith("PRP") else None
        node.gender = "m" if head.lower in MASCULINE else "f" if head.lower in FEMININE else None
        return node
    tokens = _tokens_of(found)
    content = [token for token in tokens if token.pos not in {"DET", "PUNCT", "ADP", "PART", "CCONJ"}]
    node.words = tuple(token.lemma if token.pos == "NOUN" else token.lower for token in content)
    if found.form == "adjective":
        node.country, node.number, node.sector = _people_at(head), "one", "GOV"
        return node
    if found.form == "name":
        _name_features(node, tokens)
    else:
        _nominal_features(node)
    node.country = node.country or _country(tokens)
    return node


def _tokens_of(found: MentionFound) -> list[Token]:
    tokens, (start, end) = found.head.sentence.tokens, found.span
    first = last = found.head.i - tokens[0].i
    while first > 0 and tokens[first - 1].start >= start:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].start < end:
        last += 1
    return tokens[first : last + 1]


def _name_features(node: Node, tokens: list[Token]) -> None:
    found = node.found
    start = found.description[-1][1] if found.description else found.span[0]
    own = [token for token in tokens if token.start >= start]
    node.before = [token for token in tokens if token.start < start]
    while len(own) > 1 and own[0].pos == "DET":
        own = own[1:]
    node.name = tuple(token.lower for token in own if token.pos != "PUNCT" or len(own) == 1) or (own[0].lower,)
    node.called = joined(own)
    node.number, node.opening = "one", "definite"
    words = entity_words()
    titles = [title for _, _, title in titles_in([token.lower for token in node.before])]
    if found.type == "person":
        node.gender = _person_gender(node, {token.lower for token in node.before})
        node.sector = titles[-1].sector if titles else None
        node.country = next((title.country for title in titles if title.country), None)
        for token in node.before:
            node.sector = node.sector or ((kind := words.nouns.get(token.lemma)) and kind.sector) or None
    elif found.type == "group":
        node.number = "many"
        node.country = _people_at(found.head)
    elif found.type == "government":
        state = state_named(node.called)
        node.country = state.iso2 if state else seat_country(node.called)
        node.sector = "GOV"
    if found.type not in {"person", "group"}:
        node.kind = kind_of_words(node.name)
        if found.type != "government" or node.kind is not None:
            node.sector = node.kind.sector if node.kind else None


def _person_gender(node: Node, titles: set[str]) -> Gender | None:
    words = entity_words()
    if titles & words.feminine or node.name[0] in words.female_names:
        return "f"
    if titles & words.masculine or node.name[0] in words.male_names:
        return "m"
    return None


def _nominal_features(node: Node) -> None:
    head = node.head
    words = entity_words()
    node.kind = noun_kind(head)
    node.number = "many" if is_plural(head) or head.pos == "NUM" else "one"
    if head.lemma in {"police", "staff", "crew", "personnel"} or head.dep == "compound":
        node.number = None
    node.gender = "m" if head.lemma in words.masculine else "f" if head.lemma in words.feminine else None
    node.opening = _opening(head)
    if head.dep == "compound" and head.head is not None:
        node.country = next(
            (country for child in head.head.each("amod", "compound") if (country := _people_at(child))), None
        )
    node.sector = node.kind.sector if node.kind else None
    if node.kind is not None and node.sector in GENERIC_SECTORS:
        for child in head.each("compound", "amod", "nmod"):
            below = words.nouns.get(child.lemma)
            if below is not None and below.sector not in {None, "CVL"} and (not below.person or child.dep == "nmod"):
                node.sector = below.sector
                break


def _opening(head: Token) -> Opening:
    lowers = {child.lower for child in head.children if child.i < head.i}
    if lowers & entity_words().new or lowers & INDEFINITE:
        return "new"
    if lowers & DEFINITE or head.child("det") is not None:
        return "definite"
    return "possessive" if head.child("nmod:poss") is not None else "bare"


def _country(tokens: list[Token]) -> str | None:
    """Give the one country that the phrase names, or None where there is none or several."""
    countries = {country for _, _, country in countries_among([token.text for token in tokens])}
    if not countries:
        names = joined([token for token in tokens if token.pos == "PROPN"])
        state = state_named(names) if " " in names else None
        return state.iso2 if state else None
    return min(countries) if len(countries) == 1 else None


def _people_at(token: Token) -> str | None:
    """Give the country of an adjective or a people that ends at a token, the longest first ("South Sudanese")."""
    tokens, at = token.sentence.tokens, token.i - token.sentence.tokens[0].i
    for first in range(max(0, at - LONGEST_PEOPLE + 1), at + 1):
        if tokens[first].text[0].isupper() and (country := demonym_country(joined(tokens[first : at + 1]))):
            return country
    return None
