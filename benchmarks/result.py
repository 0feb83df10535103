"""One measured ratio, and what it should be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Result:
    """A ratio with its bound; `detail` names the two sides in absolute figures of this run."""

    name: str
    value: float
    bound: float
    at_most: bool
    detail: str

    @property
    def holds(self) -> bool:
        """Tell whether the ratio keeps its bound."""
        return self.value <= self.bound if self.at_most else self.value >= self.bound

    def __str__(self) -> str:
        sign = "≤" if self.at_most else "≥"
        verdict = "holds" if self.holds else "MISSED"
        return f"{self.name:46} {self.value:7.3f}  ({sign} {self.bound}: {verdict})  {self.detail}"
