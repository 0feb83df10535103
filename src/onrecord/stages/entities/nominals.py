"""Finds nominals: common nouns, numbers and quantities that refer to persons and bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.lexicon.persons import person_nouns
from onrecord.stages.entities.phrases import noun_phrase
from onrecord.stages.entities.words import Kind, entity_words
from onrecord.stages.found import MentionFound

if TYPE_CHECKING:
    from onrecord.model.entity import EntityType
    from onrecord.stages.tokens import Token

SOMEBODY = Kind("person", "group", None, person=True)
"""What a noun of a person tells that is not among our own."""
MODIFIER = {"compound", "amod", "nummod", "obl:unmarked"}
ARGUMENT = {"nsubj", "nsubj:pass", "obj", "iobj", "obl:agent", "root", "conj", "obl"}
COUNTED = {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"}
COUNTING = {"NNS", "CD", "DT", "JJ", "NN"}
NOT_ALONE = {"all", "most", "one", "half", "number", "lot", "bulk"}
PLURAL = {"NNS", "NNPS"}
UNMARKED_PLURAL = {"people", "police", "personnel", "staff", "crew", "clergy", "public", "media"}


def find_nominal(token: Token) -> MentionFound | None:
    """Give the mention that a token heads, or None where it names no actor."""
    if token.pos in {"NOUN", "PROPN"}:
        kind = noun_kind(token)
        counted = (
            token.tag in {"NN", "NNP"} and token.child("nummod") is not None and token.lemma not in UNMARKED_PLURAL
        )
        if kind is not None and token.dep not in MODIFIER and not counted and not _is_setting(token, kind):
            return _nominal(token, kind.plural if is_plural(token) else kind.type, "noun")
        if kind is not None and not kind.person and token.dep == "compound" and _is_free_modifier(token):
            return MentionFound(
                rule="mentions.modifier",
                span=token.span,
                head=token,
                form="nominal",
                type=kind.type,
                reason=f"noun {token.lemma!r}",
            )
    if token.lemma in entity_words().quantities or token.pos == "NUM":
        return _quantity(token)
    return None


def noun_kind(token: Token) -> Kind | None:
    """Tell what a noun refers to, together with the word before it ("police chief") where the two are known."""
    words = entity_words()
    if token.lower in words.no_actor:
        return None
    for child in token.children:
        if child.dep in {"compound", "amod"}:
            pair = f"{child.lower} {token.lemma}"
            if pair in words.no_actor:
                return None
            if pair in words.nouns:
                return words.nouns[pair]
    if token.lemma in words.relational and not _has_complement(token):
        return None
    known = words.nouns.get(token.lemma) or words.nouns.get(token.lower)
    if known is None and token.pos == "NOUN" and token.lemma in person_nouns():
        return SOMEBODY
    return known


def _has_complement(token: Token) -> bool:
    """Tell whether a noun says whose it is ("the head of the agency", "its wing", "army unit")."""
    owning = (
        child for child in token.children if child.dep in {"nmod", "nmod:poss", "compound"} or child.pos == "PROPN"
    )
    return any(child.lower not in {"his", "her", "my", "your"} for child in owning)


def is_plural(token: Token) -> bool:
    """Tell whether a noun stands for several."""
    return token.tag in PLURAL or token.lemma in UNMARKED_PLURAL


def _is_setting(token: Token, kind: Kind) -> bool:
    """Tell whether a bare noun only says where one is ("in court", "at school")."""
    if kind.person or is_plural(token) or any(child.dep != "case" for child in token.children):
        return False
    return any(case.lower in {"in", "at", "to", "from", "on", "out"} for case in token.each("case"))


def _nominal(token: Token, type_: EntityType, rule: str) -> MentionFound:
    return MentionFound(
        rule=f"mentions.{rule}",
        span=noun_phrase(token),
        head=token,
        form="nominal",
        type=type_,
        reason=f"noun {token.lemma!r}",
    )


def _is_free_modifier(token: Token) -> bool:
    """Tell whether a body qualifies what is no body: "army statement", "police operation", "militia spokesman"."""
    if token.head is None or token.head.i < token.i or token.head.pos != "NOUN":
        return False
    kind = noun_kind(token.head)
    return kind is None or kind.person or kind.type == "other"


def _quantity(token: Token) -> MentionFound | None:
    """Give "thousands of people", "some", "two of them" where they are arguments of a verb."""
    if token.dep not in ARGUMENT or token.entity in COUNTED or (token.pos == "NUM" and token.child("nummod")):
        return None
    part = next((child for child in token.each("nmod", "obl") if _is_of(child)), None)
    if part is not None:
        kind = noun_kind(part)
        if kind is None and part.pos != "PRON":
            return None
        return _nominal(token, kind.plural if kind else "group", "quantity")
    if token.dep in {"nsubj", "nsubj:pass"} and token.tag in COUNTING and token.lower not in NOT_ALONE:
        return _nominal(token, "group", "quantity")
    return None


def _is_of(token: Token) -> bool:
    return any(case.lower == "of" for case in token.each("case"))
