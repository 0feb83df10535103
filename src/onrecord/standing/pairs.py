"""How likely two event records are one event of the world, with the reasons."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

import snowballstemmer

if TYPE_CHECKING:
    from onrecord.standing.profile import Profile

_STEMMER = snowballstemmer.stemmer("english")


@dataclass(frozen=True, slots=True)
class Happening:
    """What is known of an event record when it is compared with one of another report.

    `stem` is the stem of its main word, `stems` of all its words; `names` are the names said with it; `near` the words
    that it governs; `places` ISO countries and GeoNames ids; `earliest`, `latest` ISO dates.
    """

    key: str
    report: str
    profile: Profile
    stem: str
    stems: frozenset[str]
    type: str | None = None
    names: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    earliest: str | None = None
    latest: str | None = None


@dataclass(frozen=True, slots=True)
class Weights:
    """Frozen weights of the features; tuned on the development topics of ECB+, never on a store."""

    same_stem: float = 1.0
    shared_stem: float = 0.8
    same_type: float = 0.5
    story: float = 3.0
    story_even: float = 0.35
    names: float = 0.8
    names_even: float = 0.3
    near: float = 0.6
    near_even: float = 0.2
    place_apart: float = -1.0
    time_apart: float = -1.5
    threshold: float = 0.5


WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class PairScore:
    """A score and what it is made of, feature by feature."""

    value: float
    reasons: dict[str, float] = field(default_factory=dict)


@lru_cache(maxsize=50_000)
def stem_of(word: str) -> str:
    """Give the stem of a word (Porter 2), so that "killed" and "killing" meet."""
    return str(_STEMMER.stemWord(word.lower()))


def score_pair(one: Happening, other: Happening, weights: Weights = WEIGHTS) -> PairScore | None:
    """Compare two records, in either order; None where not even word or type speak for one event."""
    reasons: dict[str, float] = {}
    if one.stem == other.stem:
        reasons["same word"] = weights.same_stem
    elif one.stems & other.stems:
        reasons["a word in common"] = weights.shared_stem
    elif one.type is not None and one.type == other.type and one.names & other.names:
        reasons["same type and names"] = weights.same_type
    else:
        return None
    reasons["reports alike"] = weights.story * (one.profile.likeness(other.profile) - weights.story_even)
    reasons["names"] = weights.names * (_share(one.names, other.names, weights.names_even) - weights.names_even)
    reasons["words beside it"] = weights.near * (_share(one.near, other.near, weights.near_even) - weights.near_even)
    if one.places and other.places and not one.places & other.places:
        reasons["places apart"] = weights.place_apart
    if _apart(one, other):
        reasons["times apart"] = weights.time_apart
    return PairScore(round(sum(reasons.values()), 6), {name: round(value, 3) for name, value in reasons.items()})


def _share(one: frozenset[str], other: frozenset[str], unknown: float) -> float:
    """Share of the smaller set that the other has too; `unknown` where one is empty."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else unknown


def _apart(one: Happening, other: Happening) -> bool:
    if one.latest and other.earliest and one.latest < other.earliest:
        return True
    return bool(other.latest and one.earliest and other.latest < one.earliest)
