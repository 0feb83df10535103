"""The value of an event while operators are applied to it, innermost first (FactBank's scale)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from onrecord.model.event import FactualityValue

Operator = Literal[
    "keep", "settled", "vouched", "told", "denied", "deny", "probable", "possible", "unlikely", "planned", "open",
    "tried", "excluded",
]  # fmt: skip
GRADES: tuple[str, ...] = ("Uu", "PS", "PR", "CT")
FRAGILE = frozenset({"vouched", "told", "denied", "excluded"})
"""Operators that leave nothing known where the word that carries them is itself negated, asked or only possible."""
UNDOES = frozenset({"deny", "unlikely", "open", "tried"})
CAPS = {"possible": 1, "probable": 2, "unlikely": 2, "planned": 2}


@dataclass(frozen=True, slots=True)
class Stance:
    """How certain (0 uncommitted … 3 certain), which way, whether still to come; `words` are the cues that made it so.

    `fragile`: the last operator holds only where the word that carried it is asserted. `told`: the words are another's.
    `given`: presupposed, whoever speaks.
    """

    grade: int = 3
    positive: bool = True
    ahead: bool = False
    fragile: bool = False
    told: bool = False
    given: bool = False
    words: tuple[str, ...] = ()

    @property
    def value(self) -> FactualityValue:
        """The value in FactBank's letters."""
        if self.grade == 0:
            return "Uu"
        sign = "+" if self.positive else "-"
        return f"{GRADES[self.grade]}{sign}"  # type: ignore[return-value]  # grade and sign span exactly the literal

    def under(self, operator: Operator, word: str) -> Stance:
        """Apply one operator, carried by a word of the text."""
        if self.fragile and operator in UNDOES:
            return self.opened(word)
        positive, grade = self.positive, min(self.grade, CAPS.get(operator, 3))
        if operator in {"deny", "denied", "unlikely", "excluded"}:
            positive = not positive
        if operator in {"open", "tried"}:
            grade = 0
        return Stance(
            grade=grade,
            positive=positive,
            ahead=self.ahead or operator in {"planned", "open"},
            fragile=operator in FRAGILE,
            told=self.told or operator in {"told", "denied"},
            given=self.given or operator == "settled",
            words=self.words if operator == "keep" else (*self.words, word),
        )

    def opened(self, word: str) -> Stance:
        """Leave it uncommitted without moving it into the future ("whether they attacked")."""
        return replace(self, grade=0, fragile=False, words=(*self.words, word))
