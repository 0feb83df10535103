"""A toponym as found: words that name a location, before it is known which."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.stages.found import Found

if TYPE_CHECKING:
    from onrecord.model import Span
    from onrecord.stages.tokens import Token


@dataclass(slots=True, kw_only=True)
class ToponymFound(Found):
    """Words that name a location; `head` is their syntactic head."""

    span: Span
    head: Token
    name: str
