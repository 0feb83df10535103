"""Reads times told by their distance: "two weeks ago", "a year earlier", "the day before", "the year-ago quarter"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from onrecord.stages.line import DASHES, low, tag
from onrecord.stages.times.meaning import Shift, Written

if TYPE_CHECKING:
    from onrecord.stages.times.found import Reading
    from onrecord.stages.times.unit import Unit

SIGNS = {"ago": -1, "earlier": -1, "later": 1, "hence": 1, "before": -1, "after": 1, "prior": -1}
BARE = frozenset({"before", "after", "prior"})
"""Words that count one unit, from the time spoken of before: "the day before"."""
FROM_NOW = frozenset({"ago", "hence"})
ENDS = frozenset({"", ".", ",", ":", "CC", "IN", "-RRB-", "''", "HYPH", "VBD", "RB"})
"""Tags behind "the day before" under which it stands alone, not before a noun."""


def read_away(unit: Unit) -> Reading | None:
    """Read a distance behind a unit."""
    if unit.word(1) in DASHES:
        return _hyphened(unit)
    word, after = unit.word(1), 1
    if word == "from" and unit.word(2) in {"now", "today"}:
        word, after = "hence", 2
    if word not in SIGNS or unit.frame.hyphen:
        return None
    told = unit.frame.counted or unit.frame.count is not None
    if word in BARE:
        alone = unit.frame.determiner == "the" and not told and _stands_alone(unit)
        return _shift(unit, SIGNS[word], Decimal(1), after, anaphoric=True) if alone else None
    if told:
        return _counted(unit, word, after)
    return _vague(unit, SIGNS[word], after) if unit.plural and word in FROM_NOW else None


def _hyphened(unit: Unit) -> Reading | None:
    """Read "year-earlier" and "year-ago"."""
    if unit.word(2) not in {"earlier", "ago"} or unit.frame.counted:
        return None
    return unit.reading("away", "DATE", Shift(unit.code, -1, anaphoric=True), 0.5, first=unit.i, after=2)


def _stands_alone(unit: Unit) -> bool:
    return tag(unit.tokens, unit.i + 2) in ENDS or unit.word(2) == "that"


def _counted(unit: Unit, word: str, after: int) -> Reading | None:
    if unit.frame.count is None:
        return _vague(unit, SIGNS[word], after) if word in FROM_NOW else None
    return _shift(unit, SIGNS[word], unit.frame.count, after, anaphoric=word not in FROM_NOW)


def _vague(unit: Unit, sign: int, after: int) -> Reading:
    """Read "years ago", "just weeks ago", "a few days ago"."""
    first = unit.frame.first - (low(unit.tokens, unit.frame.first - 1) == "just")
    return unit.reading(
        "away", "DATE", Written("PAST_REF" if sign < 0 else "FUTURE_REF"), 0.8, first=first, after=after
    )


def _shift(unit: Unit, sign: int, count: Decimal, after: int, *, anaphoric: bool) -> Reading:
    """Move by whole units; by months for "two and a half years"."""
    length = unit.length(count)
    code, steps = length.unit, sign * int(length.count or 0)
    if code == "Y" and count != int(count):
        code, steps = "M", sign * int(count * 12)
    score = 0.5 if anaphoric else 0.75
    if code.startswith("T"):
        return unit.reading("away", "TIME", Shift(code, steps, anaphoric), score, after=after)
    return unit.reading("away", "DATE", Shift(code, steps, anaphoric), score, after=after)
