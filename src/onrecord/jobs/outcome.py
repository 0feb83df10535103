"""What comes of one input, and the tally of a run."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TypeAlias

import msgspec

from onrecord.model import Reading
from onrecord.readers import Refused


class Duplicate(msgspec.Struct, frozen=True, kw_only=True):
    """A report that was read already in this run: same text, publisher and address."""

    ref: str
    of: str


Outcome: TypeAlias = Reading | Refused | Duplicate


@dataclass(slots=True)
class Tally:
    """Counts that add up: every outcome of a run is read, a duplicate, or set aside for a reason."""

    read: int = 0
    incomplete: int = 0
    duplicates: int = 0
    reasons: Counter[str] = field(default_factory=Counter)

    def add(self, outcome: Outcome) -> None:
        """Count one outcome."""
        if isinstance(outcome, Refused):
            self.reasons[outcome.reason] += 1
        elif isinstance(outcome, Duplicate):
            self.duplicates += 1
        else:
            self.read += 1
            self.incomplete += outcome.incomplete

    @property
    def set_aside(self) -> int:
        """How many inputs gave no report."""
        return self.reasons.total()

    def __str__(self) -> str:
        """Say the counts on one line; the reasons are those of the inputs set aside, most frequent first."""
        total = self.read + self.duplicates + self.set_aside
        ranked = sorted(self.reasons.items(), key=lambda item: (-item[1], item[0]))
        reasons = "; ".join(f"{number} {reason}" for reason, number in ranked)
        incomplete = f" ({self.incomplete} incomplete)" if self.incomplete else ""
        aside = f", set aside {self.set_aside}" + (f" ({reasons})" if reasons else "")
        noun = "input" if total == 1 else "inputs"
        return f"{total} {noun}: read {self.read}{incomplete}, duplicates {self.duplicates}{aside}"
