"""A unit of time in its sentence, as the rules around units see it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from onrecord.stages.line import low
from onrecord.stages.times.found import Reading
from onrecord.stages.times.meaning import Length
from onrecord.stages.times.words import word_sets

if TYPE_CHECKING:
    from onrecord.model.time import TimeType
    from onrecord.stages.times.frames import Frame
    from onrecord.stages.times.meaning import Meaning
    from onrecord.stages.tokens import Token


@dataclass(slots=True)
class Unit:
    """The word at place `i`, its code in times.toml, and what stands before it."""

    tokens: list[Token]
    i: int
    code: str
    plural: bool
    frame: Frame

    def word(self, after: int) -> str:
        """Give the word so many places behind the unit."""
        return low(self.tokens, self.i + after)

    @property
    def before(self) -> str:
        """Give the word before all that belongs to the unit."""
        return low(self.tokens, self.frame.first - 1)

    @property
    def side(self) -> int:
        """Tell whether a stretch ends (-1) or starts (1) at publication, by its pointer."""
        if self.frame.pointer in word_sets()["before"]:
            return -1
        return int(self.frame.pointer in word_sets()["after"])

    def length(self, count: Decimal | None, side: int = 0) -> Length:
        """Make a length of this unit; a fortnight is two weeks."""
        if self.code == "W2":
            return Length("W", None if count is None else count * 2, side)
        return Length(self.code, count, side)

    def reading(
        self, rule: str, kind: TimeType, meaning: Meaning, score: float, *, first: int | None = None, after: int = 0
    ) -> Reading:
        """Make a reading that ends so many words behind the unit."""
        first = self.frame.first if first is None else first
        return Reading(rule, first, self.i + after, kind, meaning, score, self.frame.mod)


def length_value(unit: str, count: Decimal | None) -> str:
    """Write a TIMEX3 duration: "P3Y", "PT24H", "PXW", "P4DE"."""
    if unit == "Y" and count is not None and count % 1 == Decimal("0.5") and count > 1:
        return f"P{int(count)}Y6M"
    amount = "X" if count is None else str(int(count)) if count == int(count) else str(float(count))
    return f"PT{amount}{unit[1:]}" if unit.startswith("T") else f"P{amount}{unit}"
