"""A time expression as found: its words and its meaning before any date is fixed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.stages.found import Found

if TYPE_CHECKING:
    from onrecord.model import Span
    from onrecord.model.time import TimeType
    from onrecord.stages.times.meaning import Meaning
    from onrecord.stages.tokens import Token


@dataclass(slots=True, kw_only=True)
class TimeFound(Found):
    """Words that name a date, a time, a duration or a set of times.

    `first` and `last` are the tokens at its ends, `head` its syntactic head.
    """

    span: Span
    first: Token
    last: Token
    head: Token
    type: TimeType
    meaning: Meaning
    mod: str | None = None
    zone: str | None = None


@dataclass(slots=True)
class Reading:
    """What a rule read: the places in the sentence of the first and last word, type and meaning."""

    rule: str
    first: int
    last: int
    type: TimeType
    meaning: Meaning
    score: float = 0.9
    mod: str | None = None
    zone: str | None = None
