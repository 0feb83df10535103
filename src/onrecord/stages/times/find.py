"""Finds time expressions: each word of time has its rule, digits have theirs; what is read is not read again."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from onrecord.stages.line import low, tag
from onrecord.stages.times.clock import OCLOCK, read_clock, read_spoken_clock
from onrecord.stages.times.dates import read_figures, read_month, settle_order
from onrecord.stages.times.eras import read_decade
from onrecord.stages.times.found import Reading, TimeFound
from onrecord.stages.times.meaning import Calendar, Shift
from onrecord.stages.times.parts import read_part
from onrecord.stages.times.phrases import read_one_word_length, read_phrase, read_set
from onrecord.stages.times.quarters import read_half, read_short_quarter
from onrecord.stages.times.units import read_unit
from onrecord.stages.times.weekdays import read_day_word, read_season, read_weekday, read_weekend
from onrecord.stages.times.words import kinds, phrases
from onrecord.stages.times.years import read_year

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.stages.draft import Draft
    from onrecord.stages.times.meaning import Meaning
    from onrecord.stages.tokens import Token

    Rule = Callable[[list[Token], int], Reading | None]

WORDS: dict[str, Rule] = {
    "month": read_month,
    "weekday": read_weekday,
    "weekdays": read_weekday,
    "day_word": read_day_word,
    "part": read_part,
    "parts": lambda tokens, i: read_unit(tokens, i) if low(tokens, i) == "nights" else None,
    "season": read_season,
    "seasons": read_season,
    "set": read_set,
    "length": read_one_word_length,
    "unit": read_unit,
    "units": read_unit,
    "decade": read_decade,
    "weekend": read_weekend,
    "half": read_half,
    "short": read_short_quarter,
}
DIGITS: tuple[Rule, ...] = (read_figures, read_clock, read_decade, read_year)


DIGIT_STARTS = frozenset("0123456789'’`")


@cache
def _rules() -> dict[str, Rule]:
    """Give word → rule; months and decades also behind "mid-", quarters also in short."""
    words = {"half": "half"} | {f"{letter}{n}": "short" for letter in "qh" for n in range(1, 5)} | kinds()
    words |= {f"mid-{word}": kind for word, kind in words.items() if kind != "unit"}
    return {word: WORDS[kind] for word, kind in words.items()} | dict.fromkeys(sorted(OCLOCK), read_spoken_clock)


def find_time_expressions(draft: Draft) -> list[TimeFound]:
    """Give the time expressions in text order."""
    rules, openers = _rules(), phrases()
    found: list[TimeFound] = []
    for sentence in draft.syntax.sentences:
        tokens = sentence.tokens
        done = -1
        for i, token in enumerate(tokens):
            word = token.lower
            if i <= done or not (word in rules or word in openers or word[0] in DIGIT_STARTS or word[:4] == "mid-"):
                continue
            reading = _read(tokens, i, rules)
            if reading is None:
                continue
            if reading.first <= done and found and found[-1].span[0] >= tokens[reading.first].start:
                found.pop()  # the longer reading holds the shorter: "[1988] third quarter", "[Friday], Oct. 13"
            else:
                reading.first = max(reading.first, done + 1)
                reading.first += low(tokens, reading.first) == ","
            done = reading.last
            if reading.rule and not (found and _joins(found[-1], reading, tokens)):
                found.append(_finding(tokens, reading, token))
    settle_order(found, draft.text)
    return found


def _read(tokens: list[Token], i: int, rules: dict[str, Rule]) -> Reading | None:
    word = tokens[i].lower
    if word in phrases() and (found := read_phrase(tokens, i)) is not None:
        return found
    if (rule := rules.get(word)) is not None:
        return rule(tokens, i)
    return next((found for rule in DIGITS if (found := rule(tokens, i)) is not None), None)


def _finding(tokens: list[Token], reading: Reading, nucleus: Token) -> TimeFound:
    inside = tokens[reading.first : reading.last + 1]
    places = {token.i for token in inside}
    head = next((token for token in inside if token.head is None or token.head.i not in places), nucleus)
    outer = [token for token in inside if token.head is None or token.head.i not in places]
    if len(outer) > 1:
        head = next(
            (token for token in outer if token.dep not in {"det", "case", "punct", "amod", "advmod", "nummod"}), head
        )
    return TimeFound(
        rule=f"times.{reading.rule}",
        score=reading.score,
        reason=f"“{nucleus.text}”" + (f", {reading.mod}" if reading.mod else ""),
        span=(inside[0].start, inside[-1].end),
        first=inside[0],
        last=inside[-1],
        head=head,
        type=reading.type,
        meaning=reading.meaning,
        mod=reading.mod,
        zone=reading.zone,
    )


def _joins(before: TimeFound, reading: Reading, tokens: list[Token]) -> bool:
    """Join a time of day with the day beside it: "10 p.m. Wednesday", "noon on Thursday", "Monday at 3 p.m."."""
    gap = reading.first - 1
    while gap >= 0 and low(tokens, gap) in {",", "on", "at", "around", "about", "of"} and reading.first - gap < 3:
        gap -= 1
    if gap < 0 or tokens[gap].end != before.span[1] or tag(tokens, reading.first) == "":
        return False
    joined = _dated(before.meaning, reading.meaning) or _together(before.meaning, reading.meaning)
    if joined is None or (
        isinstance(before.meaning, Calendar)
        and before.type != "TIME"
        and gap != reading.first - 1
        and low(tokens, reading.first - 1) == ","
    ):
        return False
    before.span, before.last = (before.span[0], tokens[reading.last].end), tokens[reading.last]
    before.meaning, before.type, before.zone = joined, "TIME", before.zone or reading.zone
    return True


def _dated(one: Meaning, other: Meaning) -> Calendar | None:
    """Give the date behind a weekday that has taken its time of day: "at 1:33 p.m. on Thursday, March 29"."""
    if not isinstance(one, Calendar) or not isinstance(other, Calendar) or other.part or other.day is None:
        return None
    return replace(other, part=one.part) if one.weekday is not None and one.part and one.day is None else None


def _together(one: Meaning, other: Meaning) -> Calendar | Shift | None:
    """Give a day with a time of day; None where the two are not one of each."""
    day, part = (other, one) if _part_of(one) else (one, other)
    if not _part_of(part) or _part_of(day) or not isinstance(day, Calendar | Shift) or day.part:
        return None
    if isinstance(day, Calendar) and day.day is None and day.weekday is None:
        return None
    return replace(day, part=_part_of(part))


def _part_of(meaning: Meaning) -> str:
    """Give the time of day where a meaning is nothing else, "" where it is more."""
    if isinstance(meaning, Calendar):
        return meaning.part if meaning.day is None and meaning.weekday is None else ""
    bare = isinstance(meaning, Shift) and meaning.anaphoric and meaning.steps == 0
    return meaning.part if bare and isinstance(meaning, Shift) else ""
