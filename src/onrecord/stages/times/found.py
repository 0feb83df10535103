"""A time expression as found: its words and its meaning before any date is fixed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.stages.found import Found

if TYPE_CHECKING:
    from onrecord.model import Span
    from onrecord.model.time import TimeType
    from onrecord.stages.tokens import Token


@dataclass(slots=True, kw_only=True)
class TimeFound(Found):
    """Words that name a date, a time, a duration or a set of times; `head` is their syntactic head."""

    span: Span
    head: Token
    type: TimeType
