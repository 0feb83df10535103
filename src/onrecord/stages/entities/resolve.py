"""Resolves mentions to entities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import Entity, Mention, slice_of

if TYPE_CHECKING:
    from onrecord.stages.draft import Draft
    from onrecord.stages.found import MentionFound


def resolve_entities(draft: Draft) -> list[Entity]:
    """Group mentions that corefer."""
    groups: list[list[MentionFound]] = []
    by_key: dict[str, list[MentionFound]] = {}
    for found in draft.mentions:
        group = by_key.get(found.head.lower) if found.form == "name" else None
        if group is None and found.form == "pronoun" and groups:
            group = groups[-1]
        if group is None:
            group = []
            groups.append(group)
            if found.form == "name":
                by_key[found.head.lower] = group
        group.append(found)
    return [
        Entity(
            id=f"e{n + 1}", type=group[0].type or "other", name=slice_of(draft.text, group[0].span),
            mentions=[Mention(span=found.span, form=found.form) for found in group], rule="entities.first", score=0.5,
        )
        for n, group in enumerate(groups)
    ]  # fmt: skip
