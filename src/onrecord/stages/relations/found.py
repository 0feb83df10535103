"""A tie as found in the tree, before its ends are records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.stages.found import Found

if TYPE_CHECKING:
    from onrecord.model import Span
    from onrecord.model.relation import RelationType
    from onrecord.stages.tokens import Token


@dataclass(slots=True, kw_only=True)
class TieFound(Found):
    """`subject` and `object` are heads; `words` stand for an object without record; `anchor` states the tie."""

    type: RelationType
    subject: Token
    object: Token | None
    words: Span
    span: Span
    anchor: Token
