"""How likely two event records are one event of the world, with the reasons."""

from __future__ import annotations

from functools import lru_cache

import msgspec
import snowballstemmer

_STEMMER = snowballstemmer.stemmer("english")
_NONE: frozenset[str] = frozenset()


class Happening(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of an event record when it is compared with one of another report.

    `stem` is the stem of its main word, `stems` of all its words; `names` are the names said with it; `near` the words
    that it governs; `places` ISO countries, `towns` names of towns; `figures` its tolls ("killed 12"); `earliest`,
    `latest` ISO dates. Copies of one sentence give one happening, and one `key`.
    """

    key: str
    stem: str
    stems: frozenset[str]
    type: str | None = None
    names: frozenset[str] = _NONE
    near: frozenset[str] = _NONE
    places: frozenset[str] = _NONE
    towns: frozenset[str] = _NONE
    figures: frozenset[str] = _NONE
    earliest: str | None = None
    latest: str | None = None

    @property
    def has_particulars(self) -> bool:
        """Tell whether it says with whom, where, when or how many: what tells two attacks of one story apart."""
        return bool(self.names or self.places or self.figures or self.earliest or self.near)


class Weights(msgspec.Struct, frozen=True, kw_only=True):
    """Frozen weights of the features; tuned on the development topics of ECB+, never on a store.

    Records of reports whose likeness is below `least_likeness` are not compared at all.
    """

    same_stem: float = 1.0
    shared_stem: float = 0.8
    same_type: float = 0.5
    story: float = 3.0
    story_even: float = 0.35
    names: float = 0.8
    names_even: float = 0.3
    near: float = 0.6
    near_even: float = 0.2
    same_figure: float = 0.4
    bare: float = -1.0
    place_apart: float = -1.0
    time_apart: float = -1.5
    threshold: float = 0.5
    least_likeness: float = 0.1


WEIGHTS = Weights()


class PairScore(msgspec.Struct, frozen=True):
    """A score and what it is made of, feature by feature."""

    value: float
    reasons: dict[str, float]


@lru_cache(maxsize=50_000)
def stem_of(word: str) -> str:
    """Give the stem of a word (Porter 2), so that "killed" and "killing" meet."""
    return str(_STEMMER.stemWord(word.lower()))


def score_pair(one: Happening, other: Happening, likeness: float, weights: Weights = WEIGHTS) -> PairScore | None:
    """Compare two records, in either order; `likeness` is that of their reports, 0…1.

    None where the reports have too little in common, or where not even word or type speak for one event.
    """
    if likeness < weights.least_likeness:
        return None
    reasons: dict[str, float] = {}
    if one.stem == other.stem:
        reasons["same word"] = weights.same_stem
    elif one.stems & other.stems:
        reasons["a word in common"] = weights.shared_stem
    elif one.type is not None and one.type == other.type and one.names & other.names and _agree(one, other):
        reasons["same type, names, and date or toll"] = weights.same_type
    else:
        return None
    reasons["reports alike"] = weights.story * (likeness - weights.story_even)
    reasons["names"] = weights.names * (_share(one.names, other.names, weights.names_even) - weights.names_even)
    reasons["words beside it"] = weights.near * (_share(one.near, other.near, weights.near_even) - weights.near_even)
    reasons |= _particulars(one, other, weights)
    said = {name: round(value, 3) for name, value in reasons.items() if value}
    return PairScore(round(sum(reasons.values()), 6), said)


def _particulars(one: Happening, other: Happening, weights: Weights) -> dict[str, float]:
    reasons = {}
    if one.figures & other.figures:
        reasons["same toll"] = weights.same_figure
    if not (one.has_particulars and other.has_particulars):
        reasons["nothing particular said"] = weights.bare
    if _disjoint(one.places, other.places) or _disjoint(one.towns, other.towns):
        reasons["places apart"] = weights.place_apart
    if _apart(one, other):
        reasons["times apart"] = weights.time_apart
    return reasons


def _disjoint(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and not one & other


def _agree(one: Happening, other: Happening) -> bool:
    """Tell whether both give a date, and it may be the same, or a toll in common."""
    dated = bool(one.earliest and other.earliest) and not _apart(one, other)
    return dated or bool(one.figures & other.figures)


def _share(one: frozenset[str], other: frozenset[str], unknown: float) -> float:
    """Share of the smaller set that the other has too; `unknown` where one is empty."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else unknown


def _apart(one: Happening, other: Happening) -> bool:
    if one.latest and other.earliest and one.latest < other.earliest:
        return True
    return bool(other.latest and one.earliest and other.latest < one.earliest)
