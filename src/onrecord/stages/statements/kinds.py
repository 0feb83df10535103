"""What kind of source speaks, from its noun, its modifiers and what is known of its entity."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from onrecord.stages.statements.words import phrases, source_kinds

if TYPE_CHECKING:
    from onrecord.model import Entity, Span
    from onrecord.model.statement import SourceKind
    from onrecord.stages.draft import Draft
    from onrecord.stages.found import SourceFound

BY_TYPE: dict[str, str] = {
    "government": "official", "military": "official", "igo": "organisation", "armed_group": "armed_group",
    "media": "media", "company": "organisation", "party": "organisation", "organisation": "organisation",
}  # fmt: skip
VAGUE = frozenset({"spokesperson", "organisation"})
"""Kinds that the words around the noun or its entity can make more exact."""


def kind_of(draft: Draft, source: SourceFound | None, entity: Entity | None) -> SourceKind:
    """Give the kind of a source."""
    if source is None:
        return "unspecified"
    head = source_kinds().get(source.head.lemma) if source.head.pos != "PROPN" else None
    around = _kinds_in(draft, source.span)
    if head == "spokesperson" or source.head.lemma in phrases().voices:
        kind = next((k for k in ("armed_group", "official", "organisation", "media") if k in around), "official")
    elif head is not None and head != "organisation":
        kind = head
    elif entity is not None and entity.type in BY_TYPE:
        kind = BY_TYPE[entity.type]
    elif head is not None:
        kind = head
    else:
        kind = _person(draft, around, entity)
    return cast("SourceKind", kind)


def _person(draft: Draft, around: list[str], entity: Entity | None) -> str:
    """Tell an official from a person by title and description; "former" makes a person of anyone."""
    known = list(around)
    spans = [] if entity is None else [*entity.description, *(m.span for m in entity.mentions if m.form != "pronoun")]
    for span in spans[:12]:
        known.extend(_kinds_in(draft, span))
    if "former" in known:
        return "person"
    return next((kind for kind in ("armed_group", "official", "witness") if kind in known), "person")


def _kinds_in(draft: Draft, span: Span) -> list[str]:
    """Give the kinds of all words in a span, and "former" for one that says so."""
    kinds = []
    for token in draft.syntax.within(span):
        kind = source_kinds().get(token.lemma) or source_kinds().get(token.lower)
        if kind is not None:
            kinds.append("official" if kind == "spokesperson" else kind)
        elif token.lower in phrases().former:
            kinds.append("former")
        elif token.entity in {"GPE", "NORP"}:
            kinds.append("state")
    return kinds
