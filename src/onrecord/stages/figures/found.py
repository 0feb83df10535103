"""A number as found: its words, value and bounds, before it is tied to entities, times and statements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.stages.found import Found

if TYPE_CHECKING:
    from onrecord.model import Span
    from onrecord.model.figure import Direction, Number, Qualifier
    from onrecord.stages.tokens import Token


@dataclass(slots=True, kw_only=True)
class NumberFound(Found):
    """A number of something; `head` is the numeral or the counted noun, by which other stages find it.

    `numeral` is the numeral's own head, `counted` the noun counted; `outcome` what became of those counted ("killed",
    "injured" …).
    """

    span: Span
    head: Token
    numeral: Token
    value: Number | None
    low: Number | None
    high: Number | None
    qualifier: Qualifier
    unit: str | None
    counted: Token | None = None
    outcome: str | None = None
    change_from: Number | None = None
    direction: Direction | None = None
    conventional: bool = False
