"""A number as found: its words, value and bounds, before it is tied to entities, times and statements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.stages.found import Found

if TYPE_CHECKING:
    from onrecord.model import Span
    from onrecord.model.figure import Number, Qualifier
    from onrecord.stages.tokens import Token


@dataclass(slots=True, kw_only=True)
class NumberFound(Found):
    """A number of something; `head` is the numeral or the counted noun, by which other stages find it."""

    span: Span
    head: Token
    value: Number | None
    low: Number | None
    high: Number | None
    qualifier: Qualifier
    unit: str | None
    counted: Token | None = None
    conventional: bool = False
