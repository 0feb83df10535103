"""Finds mentions: words that may refer to an actor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.entities.names import ACTOR_LABELS, NameFound, find_names
from onrecord.stages.entities.phrases import noun_phrase, phrase_start
from onrecord.stages.entities.words import entity_words
from onrecord.stages.found import MentionFound

if TYPE_CHECKING:
    from onrecord.model.entity import EntityType
    from onrecord.stages.draft import Draft
    from onrecord.stages.tokens import Token

PRONOUNS = {"PRP", "PRP$"}
PLACE_CASES = {"in", "at", "near", "inside", "across", "throughout", "around", "outside", "within", "into"}


def find_mentions(draft: Draft) -> list[MentionFound]:
    """Give names, nominals, pronouns and adjectives of peoples, at most one to a head, in text order."""
    names = find_names(draft.syntax)
    by_head: dict[int, MentionFound] = {}
    inside: set[int] = set()
    for name in names:
        inside.update(token.i for token in name.tokens)
        if (mention := _name(name)) is not None:
            by_head.setdefault(mention.head.i, mention)
    for token in draft.syntax.tokens:
        if token.i in by_head:
            continue
        found = _pronoun(token) if token.tag in PRONOUNS else _nominal(token) if token.i not in inside else None
        if found is not None:
            by_head[token.i] = found
    return [by_head[i] for i in sorted(by_head)]


def _name(name: NameFound) -> MentionFound | None:
    head = name.head
    if name.label == "NORP" and head.pos == "ADJ" and head.dep in {"amod", "compound"}:
        return _mention(head, "adjective", "government", (head.start, head.end))
    if name.label in {"GPE", "LOC"} and any(case.lower in PLACE_CASES for case in head.each("case")):
        return None
    type_ = name.kind.type if name.kind else ACTOR_LABELS[name.label]
    last = name.tokens[-1]
    start = min(phrase_start(head), name.tokens[0].start)
    return _mention(head, "name", type_, (start, max(last.end, head.end)))


def _nominal(token: Token) -> MentionFound | None:
    words = entity_words()
    kind = words.nouns.get(token.lemma)
    plural = token.tag in {"NNS", "NNPS"}
    if kind is not None and token.pos in {"NOUN", "PROPN"} and token.dep not in {"compound", "amod"}:
        return _mention(token, "nominal", kind.plural if plural else kind.type, noun_phrase(token))
    if token.lemma in words.quantities and token.dep in {
        "nsubj",
        "nsubj:pass",
        "obj",
        "obl:agent",
        "nmod",
        "obl",
        "root",
    }:
        return _mention(token, "nominal", "group", noun_phrase(token))
    return None


def _pronoun(token: Token) -> MentionFound:
    return _mention(token, "pronoun", None, token.span)


def _mention(head: Token, form: str, type_: EntityType | None, span: tuple[int, int]) -> MentionFound:
    return MentionFound(rule=f"mentions.{form}", span=span, head=head, form=form, type=type_)  # type: ignore[arg-type]
