"""Reads expressions around a unit of time: durations, "two weeks ago", "last year", "every day", "the day before"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from onrecord.stages.line import DASHES, low, tag
from onrecord.stages.times.found import Reading
from onrecord.stages.times.frames import Frame, read_frame
from onrecord.stages.times.line import open_left, ordinal, year_at
from onrecord.stages.times.meaning import Length, Shift, Written
from onrecord.stages.times.words import singulars, times, word_sets
from onrecord.stages.times.years import read_century, read_quarter

if TYPE_CHECKING:
    from onrecord.stages.tokens import Token

SPANNING = frozenset({"over", "during", "in", "for", "within", "throughout", "of"})
"""Prepositions under which "the last year" is a stretch that ends today."""
ENDS = frozenset(
    {
        "end",
        "rest",
        "beginning",
        "start",
        "middle",
        "close",
        "remainder",
        "half",
        "part",
        "later",
        "earlier",
        "course",
        "end-",
    }
)
DAYS = frozenset({"D", "W", "M", "Y"})


def read_unit(tokens: list[Token], i: int) -> Reading | None:
    """Read the expression around the unit at place `i`; None where it is no time ("16-year-old", "second thoughts")."""
    word = low(tokens, i)
    unit, plural = singulars()[word], word not in times().units
    if _is_age(tokens, i) or (tokens[i].text[0].isupper() and i > 0 and not tokens[0].text.isupper()):
        return None
    if unit == "CE" and not plural and (found := read_century(tokens, i)) is not None:
        return found
    if unit == "Q" and not plural and (found := read_quarter(tokens, i, parts=4)) is not None:
        return found
    frame = read_frame(tokens, i)
    if frame.run and not frame.counted and (number := ordinal(low(tokens, frame.first - 1))) is not None:
        return Reading("length", frame.first - 1, i, "DURATION", Length(unit, Decimal(number)), 0.8)
    if (
        unit == "Q"
        and not plural
        and not frame.pointer
        and (frame.count or 0) <= 1
        and frame.determiner not in {"the", "each", "every", "per"}
    ):
        return None
    if unit in {"TS", "TM"} and not frame.counted and not plural and frame.determiner not in {"a", "an"}:
        return None
    if word == "second" and not (frame.counted and frame.count != 1):
        return None
    for rule in (_recurring, _away, _pointed, _long, _length, _spoken_of):
        found = rule(tokens, i, unit, frame, plural=plural)
        if found is not None:
            return found
    return None


def _is_age(tokens: list[Token], i: int) -> bool:
    after = i + 2 if low(tokens, i + 1) in DASHES else i + 1
    return low(tokens, after) in {"old", "olds"} or (low(tokens, after) == "of" and low(tokens, after + 1) == "age")


def _amount(unit: str, count: Decimal | None) -> tuple[str, Decimal | None]:
    return ("W", count * 2 if count is not None else None) if unit == "W2" else (unit, count)


def _recurring(tokens: list[Token], i: int, unit: str, frame: Frame, *, plural: bool) -> Reading | None:
    """Read "every day", "per year", "$5 a week", "twice a day", "every two years"."""
    if plural and frame.determiner != "every":
        return None
    rate = (
        frame.determiner in {"a", "an"}
        and not frame.counted
        and not frame.pointer
        and _is_rate(tokens, frame.first - 1)
    )
    rate = rate and low(tokens, i + 1) not in {"ago", "earlier", "later", "before", "after", "and"}
    if not rate and frame.determiner not in {"each", "every", "per"}:
        return None
    unit, count = _amount(unit, frame.count or Decimal(1))
    return Reading("set", frame.first, i, "SET", Written(length_value(unit, count)), 0.85)


def _is_rate(tokens: list[Token], at: int) -> bool:
    """Tell whether "a year" behind this word says how often: behind a count, money, or "twice"."""
    if at < 0:
        return False
    word = tokens[at]
    if word.lower in {"twice", "once", "times", "%", "percent"}:
        return True
    counted = word.child("nummod") is not None or word.tag in {"CD"}
    return counted and (word.tag in {"NNS", "CD"} or word.lower in {"cent"})


def _away(tokens: list[Token], i: int, unit: str, frame: Frame, *, plural: bool) -> Reading | None:
    """Read "two weeks ago", "a year earlier", "three days later", "the day before", "years ago"."""
    after, last = low(tokens, i + 1), i + 1
    if after == "from" and low(tokens, i + 2) in {"now", "today"}:
        after, last = "hence", i + 2
    sign = {"ago": -1, "earlier": -1, "later": 1, "hence": 1, "before": -1, "after": 1, "prior": -1}.get(after)
    if sign is None or frame.hyphen:
        return None
    told = frame.counted or frame.count is not None
    anaphoric = after not in {"ago", "hence"}
    if after in {"before", "after", "prior"} and not (
        frame.determiner == "the" and not told and _ends_phrase(tokens, i + 1)
    ):
        return None
    if not told and plural:
        if after in {"ago", "hence"}:
            first = frame.first - 1 if low(tokens, frame.first - 1) == "just" else frame.first
            return Reading("away", first, last, "DATE", Written("PAST_REF" if sign < 0 else "FUTURE_REF"), 0.85)
        return None
    if not told and after not in {"before", "after", "prior"}:
        return None
    unit, count = _amount(unit, frame.count if told else Decimal(1))
    steps = None if count is None else sign * int(count)
    if count is not None and count != int(count):
        unit, steps = ("M", sign * int(count * 12)) if unit == "Y" else (unit, steps)
    if steps is None:
        vague = Reading(
            "away", frame.first, last, "DATE", Written("PAST_REF" if sign < 0 else "FUTURE_REF"), 0.75, frame.mod
        )
        return None if anaphoric else vague
    kind = "TIME" if unit.startswith("T") else "DATE"
    return Reading("away", frame.first, last, kind, Shift(unit, steps, anaphoric), 0.8 if anaphoric else 0.9, frame.mod)  # type: ignore[arg-type]


def _ends_phrase(tokens: list[Token], at: int) -> bool:
    return tag(tokens, at + 1) in {"", ".", ",", ":", "CC", "IN", "-RRB-", "''", "HYPH", "VBD", "RB"} or low(
        tokens, at + 1
    ) in {"that"}


def _pointed(tokens: list[Token], i: int, unit: str, frame: Frame, *, plural: bool) -> Reading | None:
    """Read "last year", "this week", "the next day", "the past three years", "recent years"."""
    pointer = frame.pointer
    if not pointer or frame.hyphen:
        return None
    if frame.counted or plural:
        if pointer in {"recent"} and not frame.counted:
            return Reading("recent", frame.first, i, "DATE", Written("PAST_REF"), 0.85)
        side = -1 if pointer in word_sets()["before"] else 1 if pointer in word_sets()["after"] else 0
        if not side and not frame.counted:
            return None
        return Reading("stretch", frame.first, i, "DURATION", _length_of(unit, frame.count, side), 0.88, frame.mod)
    spanning = low(tokens, frame.first - 1) in SPANNING and frame.determiner == "the"
    if (
        unit.startswith("T")
        or pointer == "past"
        or (spanning and pointer in {"last", "next", "coming", "previous", "preceding"} and unit != "D")
    ):
        side = -1 if pointer in word_sets()["before"] else 1 if pointer in word_sets()["after"] else 0
        return Reading("stretch", frame.first, i, "DURATION", Length(unit, Decimal(1), side), 0.8) if side else None
    if pointer in {"recent", "latest"} and unit != "Q":
        return None
    anaphoric = pointer in word_sets()["anaphoric"] or (pointer == "next" and frame.determiner == "the")
    steps = times().pointers.get(pointer, -1 if pointer == "latest" else 0)
    first, mod = open_left(tokens, frame.first)
    return Reading("pointed", first, i, "DATE", Shift(unit, steps, anaphoric), 0.7 if anaphoric else 0.92, mod)


def _long(tokens: list[Token], i: int, unit: str, frame: Frame, *, plural: bool) -> Reading | None:
    """Read "weeks-long", "year-long", "two-year-long", "year-earlier"."""
    if low(tokens, i + 1) not in DASHES:
        return None
    after = low(tokens, i + 2)
    if after in {"earlier", "ago"} and not frame.counted:
        return Reading("away", i, i + 2, "DATE", Shift(unit, -1, anaphoric=True), 0.75)
    if after != "long":
        return None
    count = frame.count if frame.counted else None if plural else Decimal(1)
    return Reading("length", frame.first if frame.counted else i, i + 2, "DURATION", _length_of(unit, count), 0.9)


def _length_of(unit: str, count: Decimal | None, side: int = 0) -> Length:
    unit, count = _amount(unit, count)
    return Length(unit, count, side)


def _length(tokens: list[Token], i: int, unit: str, frame: Frame, *, plural: bool) -> Reading | None:
    """Read "six months", "nearly 16-year", "a week", "years", "several days"."""
    if frame.counted:
        if frame.determiner == "no" or (
            not frame.hyphen and not plural and (frame.count or 0) > 1 and tag(tokens, i) not in {"NN", "NNS"}
        ):
            return None
        if frame.count == 1 and not frame.hyphen and low(tokens, i - 1) == "one" and unit == "D" and not frame.mod:
            return None
        last = _of_year(tokens, i) if low(tokens, i - 2) in {"first", "last", "final"} else i
        return Reading("length", frame.first, last, "DURATION", _length_of(unit, frame.count), 0.9, frame.mod)
    if frame.count is not None:
        return Reading("length", frame.first, i, "DURATION", _length_of(unit, frame.count), 0.8, frame.mod)
    if (
        plural
        and not frame.pointer
        and frame.determiner in {"", "the"}
        and not frame.hyphen
        and unit not in {"TS", "TM"}
    ):
        if tag(tokens, i - 1) in {"PRP$", "JJ", "POS", "NN"} and frame.first == i:
            return None
        return Reading("length", i, i, "DURATION", Length(unit, None), 0.7)
    return None


def _of_year(tokens: list[Token], i: int) -> int:
    """Step over "of the current fiscal year", "of 2017" behind "the first nine months"."""
    if low(tokens, i + 1) not in {"of", "in"}:
        return i
    if year_at(tokens, i + 2) is not None:
        return i + 2
    at = i + 3 if low(tokens, i + 2) == "the" else i + 2
    start = at
    at = at + 1 if low(tokens, at) in times().pointers else at
    at = at + 1 if low(tokens, at) in {"fiscal", "financial", "calendar"} else at
    return at if low(tokens, at) == "year" and at > start else i


def _spoken_of(tokens: list[Token], i: int, unit: str, frame: Frame, *, plural: bool) -> Reading | None:
    """Read "the end of the year", "later in the week": a unit spoken of, which is the current one."""
    if plural or frame.determiner != "the" or frame.hyphen or unit.startswith("T") or low(tokens, i + 1) == "of":
        return None
    if low(tokens, i + 1) in {"ended", "ending"} and unit in {"Y", "Q"}:
        return Reading("length", frame.first, i, "DURATION", Length(unit, Decimal(1)), 0.6)
    if unit == "Q":
        return Reading("pointed", frame.first, i, "DATE", Shift("Q", 0, anaphoric=True), 0.6)
    if unit == "Y" and low(tokens, frame.first - 1) in {"for", "during"} and tag(tokens, i + 1) in {"", ",", ".", "TO"}:
        return Reading("pointed", frame.first, i, "DATE", Shift("Y", 0), 0.6)
    at = frame.first - 1
    if low(tokens, at) not in {"of", "in"} or low(tokens, at - 1) not in ENDS:
        return None
    first, mod = open_left(tokens, frame.first)
    return Reading("pointed", first, i, "DATE", Shift(unit, 0), 0.8, mod)


def length_value(unit: str, count: Decimal | None) -> str:
    """Write a TIMEX3 duration: "P3Y", "PT24H", "PXW", "P4DE"."""
    if unit == "Y" and count is not None and count % 1 == Decimal("0.5") and count > 1:
        return f"P{int(count)}Y6M"
    amount = "X" if count is None else str(int(count)) if count == int(count) else str(float(count))
    return f"PT{amount}{unit[1:]}" if unit.startswith("T") else f"P{amount}{unit}"
