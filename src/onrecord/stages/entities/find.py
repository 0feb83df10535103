"""Finds mentions: words that may refer to an actor, each with its head, form and a guess at its type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.knowledge.registry import demonym_country, seat_country, state_named
from onrecord.stages.entities.names import find_names
from onrecord.stages.entities.nominals import find_nominal, noun_kind
from onrecord.stages.entities.phrases import phrase_start
from onrecord.stages.entities.sorts import BODY, PEOPLE, PERSON, PLACE, PLACE_CASES, NameFound
from onrecord.stages.entities.words import entity_words
from onrecord.stages.found import MentionFound
from onrecord.stages.grammar import relative_referent

if TYPE_CHECKING:
    from onrecord.model import Span
    from onrecord.model.entity import EntityType, MentionForm
    from onrecord.stages.draft import Draft
    from onrecord.stages.tokens import Token

PRONOUNS = {
    "i", "me", "my", "mine", "we", "us", "our", "ours", "he", "him", "his", "himself", "she", "her", "hers", "herself",
    "it", "its", "itself", "they", "them", "their", "theirs", "themselves",
}  # fmt: skip
RELATIVE = {"WP", "WDT"}
QUALIFYING = {"amod", "compound", "obl:unmarked"}
AWAY_CASES = {"through", "over", "via", "throughout", "across", "off", "toward", "towards", "beyond"}
"""Prepositions with which a state is where something comes from or passes, not who acts."""
DASHES = {"–", "—", "--", "-", ":"}
DATELINE = 14
"""Tokens between place and dash, at most."""
GETTING = {"receive", "get", "win", "seek", "gain", "obtain", "demand"}
ADDRESSING = {
    "accuse", "anger", "ask", "assure", "back", "beg", "blame", "caution", "chide", "condemn", "criticise",
    "criticize", "denounce", "deter", "implore", "infuriate", "inform", "isolate", "lambast", "lambaste", "notify",
    "persuade", "praise", "press", "pressure", "provoke", "punish", "rebuke", "slam", "support", "tell", "thank",
    "threaten", "urge", "warn",
}  # fmt: skip
"""Verbs of which a capital as the object is its government ("criticised Xville")."""
SEAT_CASES = {"with", "against", "by", "between"}


def find_mentions(draft: Draft) -> list[MentionFound]:
    """Give names, nominals, pronouns and adjectives of peoples, at most one to a head, in text order."""
    by_head: dict[int, MentionFound] = {}
    inside: set[int] = set()
    for name in find_names(draft.syntax):
        inside.update(token.i for token in name.tokens)
        if (mention := _name(name)) is not None:
            by_head.setdefault(mention.head.i, mention)
    for token in draft.syntax.tokens:
        if token.i in by_head:
            continue
        if token.lower in PRONOUNS and token.pos in {"PRON", "DET", "PROPN", "ADJ"}:
            by_head[token.i] = mention_of(token, "pronoun", None, token.span, "pronoun")
        elif token.tag in RELATIVE and relative_referent(token) is not token:
            by_head[token.i] = mention_of(token, "pronoun", None, token.span, "relative")
        elif token.i not in inside and (nominal := find_nominal(token)) is not None:
            by_head[token.i] = nominal
        elif token.i not in inside and _is_adjective(token):
            by_head[token.i] = mention_of(token, "adjective", "government", token.span, "adjective")
    return [by_head[i] for i in sorted(by_head)]


def mention_of(head: Token, form: MentionForm, type_: EntityType | None, span: Span, rule: str) -> MentionFound:
    """Make a finding with its rule."""
    return MentionFound(
        rule=f"mentions.{rule}", span=span, head=head, form=form, type=type_, reason=f"head {head.text!r}"
    )


def _name(name: NameFound) -> MentionFound | None:
    head, last = name.head, name.tokens[-1]
    if _is_adjective(head):
        return mention_of(head, "adjective", "government", (name.tokens[0].start, last.end), "adjective")
    qualifies = head.pos == "ADJ" or head.dep in QUALIFYING
    if name.sort == PEOPLE and qualifies and not _is_noun(head):
        return None
    if (name.sort == PLACE and not _acts(name)) or _is_part_of_title(name):
        return None
    start = min(phrase_start(head, name.tokens[0]), name.tokens[0].start)
    found = mention_of(head, "name", _type(name), (start, last.end), f"name.{name.sort}")
    if start < name.tokens[0].start:
        before = head.sentence.tokens[name.tokens[0].i - head.sentence.tokens[0].i - 1]
        found.description = [(start, before.end)]
    return found


def _is_noun(token: Token) -> bool:
    """Tell whether an adjective of a people stands for the people ("the British", "Uzbeks")."""
    return token.child("det") is not None or token.tag in {"NNS", "NNPS"}


def _is_part_of_title(name: NameFound) -> bool:
    """Tell whether a word that the engine took for a name belongs to a title ("Defense Secretary")."""
    head = name.head
    return (
        name.sort == BODY and head.dep == "compound" and f"{name.text} {_next(head)}".lower() in entity_words().titles
    )


def _previous(token: Token) -> str:
    at = token.i - token.sentence.tokens[0].i
    return token.sentence.tokens[at - 1].lower if at else ""


def _next(token: Token) -> str:
    tokens, at = token.sentence.tokens, token.i - token.sentence.tokens[0].i + 1
    return tokens[at].text if at < len(tokens) else ""


def _type(name: NameFound) -> EntityType:
    if name.kind is not None:
        return name.kind.type
    by_sort: dict[str, EntityType] = {PERSON: "person", PLACE: "government", PEOPLE: "group", BODY: "organisation"}
    return by_sort.get(name.sort, "other")


def _acts(name: NameFound) -> bool:
    """Tell whether a place may stand for its government: a state out of locative use, a seat or a city as agent."""
    head = name.head.head if name.head.dep == "conj" and name.head.head is not None else name.head
    cases = {case.lower for case in head.each("case")} | {case.lower for case in name.head.each("case")}
    if cases & (PLACE_CASES | AWAY_CASES) or ("from" in cases and not _gives(head)) or _is_dateline(name):
        return False
    if _previous(name.tokens[0]) in PLACE_CASES:
        return False
    if head.dep in {"appos", "obl:unmarked"} and _next(name.head) != "-":
        return False
    if state_named(name.text) is not None:
        return head.dep != "compound" or not _modifies_actor(head)
    seat = seat_country(name.text) is not None
    if head.dep in {"nsubj", "obl:agent"} or (seat and (head.dep == "nmod:poss" or _is_addressed(head))):
        return True
    return seat and head.dep in {"obl", "nmod"} and bool(cases & SEAT_CASES)


def _is_addressed(head: Token) -> bool:
    return head.dep == "obj" and head.head is not None and head.head.lemma in ADDRESSING


def _gives(head: Token) -> bool:
    """Tell whether what is "from" a state is given by it ("backing from Xland"), not merely of there."""
    if head.head is None:
        return False
    return head.head.lemma in GETTING if head.dep == "obl" else noun_kind(head.head) is None


def _is_dateline(name: NameFound) -> bool:
    """Tell whether a place only opens the report ("HANOI (ABC) – …", "Kabul, May 3 —")."""
    tokens, at = name.head.sentence.tokens, name.tokens[-1].i - name.head.sentence.tokens[0].i + 1
    if name.tokens[0] is not tokens[0] or at >= len(tokens):
        return False
    if tokens[at].text in {"(", *DASHES}:
        return True
    opening = tokens[at : at + DATELINE]
    dash = next((i for i, token in enumerate(opening) if token.text in DASHES or token.pos in {"VERB", "AUX"}), None)
    if tokens[at].text != "," or dash is None or opening[dash].text not in DASHES:
        return False
    return any(token.entity == "DATE" for token in opening[:dash])


def _is_adjective(token: Token) -> bool:
    """Tell whether a word qualifies something that is no actor by its state ("Russian airstrikes")."""
    if token.dep not in QUALIFYING or not token.text[0].isupper():
        return False
    return demonym_country(token.text) is not None and not _modifies_actor(token)


def _modifies_actor(token: Token) -> bool:
    if token.head is None or token.sentence.tokens[-1] is token or _next(token) == "-":
        return False
    kind = noun_kind(token.head)
    return (kind is not None and kind.type != "other") or token.head.pos == "PROPN"
