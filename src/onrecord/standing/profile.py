"""What a report is about, as weighted words: names and numbers count fully, other words a quarter.

No word is weighed by how often a store has it, so that the likeness of two reports never changes when a third comes in.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

OTHER_WORD = 0.25
SHORTEST_NAME, SHORTEST_WORD = 3, 4


@dataclass(frozen=True, slots=True)
class Profile:
    """Words with their weights, and the length of that vector."""

    weights: dict[str, float]
    norm: float

    def likeness(self, other: Profile) -> float:
        """Cosine of two profiles, 0…1."""
        if not self.norm or not other.norm:
            return 0.0
        few, many = sorted((self.weights, other.weights), key=len)
        return sum(weight * many[word] for word, weight in few.items() if word in many) / (self.norm * other.norm)


def profile_of(text: str) -> Profile:
    """Weigh the words of a text: names (capitals inside a line), numbers, longer words; repeats count by log."""
    counts: Counter[str] = Counter()
    for line in text.split("\n"):
        for i, piece in enumerate(line.split()):
            word = piece.strip(".,;:!?\"'()“”‘’[]")
            if word.isdigit():
                counts[word] += 4
            elif word.isalpha() and word[0].isupper() and len(word) >= SHORTEST_NAME and i > 0:
                counts[f"^{word.lower()}"] += 4
            elif word.isalpha() and len(word) >= SHORTEST_WORD:
                counts[word.lower()] += 1
    weights = {word: _weight(count * OTHER_WORD) for word, count in counts.items()}
    return Profile(weights, math.sqrt(sum(weight * weight for weight in weights.values())))


def _weight(count: float) -> float:
    return 1 + math.log(count) if count >= 1 else count
