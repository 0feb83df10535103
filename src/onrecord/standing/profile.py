"""What a report is about, as weighted words: names and numbers count fully, other words a quarter.

No word is weighed by how often a store has it, so that the likeness of two reports never changes when a third comes in.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from dataclasses import dataclass
from zlib import crc32

OTHER_WORD = 0.25
SHORTEST_NAME, SHORTEST_WORD = 3, 4
SUBJECTS = 16
"""The heaviest words of a profile, by which reports find those that they are compared with."""
SHARED_SUBJECTS = 2


@dataclass(frozen=True, slots=True)
class Profile:
    """Words, as 32-bit hashes, with their weights, and the length of that vector."""

    weights: dict[int, float]
    norm: float

    def likeness(self, other: Profile) -> float:
        """Cosine of two profiles, 0…1, to six places."""
        if not self.norm or not other.norm:
            return 0.0
        few, many = sorted((self.weights, other.weights), key=len)
        shared = math.fsum(few[word] * many[word] for word in few.keys() & many.keys())
        return round(shared / (self.norm * other.norm), 6)

    def subjects(self) -> list[int]:
        """Give the heaviest words, ties by hash."""
        return sorted(self.weights, key=lambda word: (-self.weights[word], word))[:SUBJECTS]


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
    hashed: Counter[int] = Counter()
    for word, count in counts.items():
        hashed[crc32(word.encode("utf-8", "surrogatepass"))] += count
    return _profile({word: round(_weight(count * OTHER_WORD), 3) for word, count in hashed.items()})


def pack_profile(profile: Profile) -> bytes:
    """Pack into eight bytes a word."""
    words = sorted(profile.weights)
    return array("I", words).tobytes() + array("f", [profile.weights[word] for word in words]).tobytes()


def unpack_profile(packed: bytes) -> Profile:
    """Give back what `pack_profile` packed."""
    words, weights = array("I"), array("f")
    half = len(packed) // 2
    words.frombytes(packed[:half])
    weights.frombytes(packed[half:])
    return _profile({word: round(weight, 3) for word, weight in zip(words, weights, strict=True)})


def _profile(weights: dict[int, float]) -> Profile:
    return Profile(weights, math.sqrt(math.fsum(weight * weight for weight in weights.values())))


def _weight(count: float) -> float:
    return 1 + math.log(count) if count >= 1 else count
