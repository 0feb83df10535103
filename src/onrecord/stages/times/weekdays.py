"""Reads weekdays, days told from today, weekends and seasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.line import low, tag
from onrecord.stages.times.found import Reading
from onrecord.stages.times.line import open_left, pointer_before, year_at
from onrecord.stages.times.meaning import Calendar, Shift
from onrecord.stages.times.parts import with_part
from onrecord.stages.times.words import modifiers, times, word_sets

if TYPE_CHECKING:
    from onrecord.stages.tokens import Token


def read_weekday(tokens: list[Token], i: int) -> Reading | None:
    """Read "Thursday", "last Thursday", "early Monday", "late Friday", "every Monday", "Tuesday nights"."""
    if not tokens[i].text[0].isupper():
        return None
    word, last = low(tokens, i), i
    if word in word_sets()["doubtful"] and not low(tokens, i + 1).isdigit():
        return None
    plural = word.removesuffix("s") in times().weekdays and word not in times().weekdays
    weekday = times().weekdays.get(word) or times().weekdays[word.removesuffix("s")]
    if (part := low(tokens, i + 1)) in {"nights", "mornings", "afternoons", "evenings"}:
        value = f"T{times().parts_of_day[part[:-1]]}"
        return Reading("set", i, i + 1, "SET", Calendar(weekday=weekday, part=value), 0.85)
    if plural or low(tokens, i - 1) in {"every", "each"}:
        return Reading("set", i if plural else i - 1, last, "SET", Calendar(weekday=weekday), 0.85)
    first, pointer = i, pointer_before(tokens, i)
    if pointer is not None:
        first -= 1
    found = with_part(tokens, Reading("weekday", first, last, "DATE", Calendar(weekday=weekday, pointer=pointer), 0.9))
    return _part_before(tokens, found, weekday, pointer)


def _part_before(tokens: list[Token], found: Reading, weekday: int, pointer: int | None) -> Reading:
    """Take in "early" and "late", which name a part of the day, and "earlier", which does not."""
    before = low(tokens, found.first - 1)
    mod = modifiers().get(before)
    if mod is None:
        return found
    found.first, found.mod = found.first - 1, mod
    if found.type == "DATE" and before in {"early", "late"}:
        part = "TMO" if before == "early" else "TNI"
        found.type, found.meaning = "TIME", Calendar(weekday=weekday, pointer=pointer, part=part)
    return found


def read_day_word(tokens: list[Token], i: int) -> Reading | None:
    """Read "today", "yesterday", "tonight", "the day before yesterday"."""
    word, first = low(tokens, i), i
    steps = times().day_words[word]
    if word == "yesterday" and low(tokens, i - 1) == "before" and low(tokens, i - 2) == "day":
        first, steps = i - 2, -2
    if word == "tomorrow" and low(tokens, i - 1) == "after" and low(tokens, i - 2) == "day":
        first, steps = i - 2, 2
    part = "TNI" if word in {"tonight", "overnight"} else ""
    if word == "overnight" and tag(tokens, i) in {"JJ", "NN"} and tag(tokens, i + 1).startswith("NN"):
        return None
    found = Reading("day", first, i, "TIME" if part else "DATE", Shift("D", steps, part=part), 0.95)
    found = with_part(tokens, found)
    if mod := modifiers().get(low(tokens, found.first - 1)):
        found.first, found.mod = found.first - 1, mod
    return found


def read_weekend(tokens: list[Token], i: int) -> Reading | None:
    """Read "the weekend", "last weekend", "this weekend"."""
    if low(tokens, i - 1) in {"every", "each"} or low(tokens, i) == "weekends":
        return Reading("set", i - (low(tokens, i) != "weekends"), i, "SET", Shift("WE", None), 0.8)
    pointer = pointer_before(tokens, i)
    if pointer is None and low(tokens, i - 1) not in {"the", "at", "on"}:
        return None
    first = i - 1 if pointer is not None or low(tokens, i - 1) == "the" else i
    return Reading("weekend", first, i, "DATE", Shift("WE", pointer if pointer is not None else 0), 0.8)


def read_season(tokens: list[Token], i: int) -> Reading | None:
    """Read "last summer", "the winter of 2016", "in the fall", "spring 2017"."""
    word = low(tokens, i)
    season = times().seasons.get(word) or times().seasons[word.removesuffix("s")]
    if not tag(tokens, i).startswith("NN") or low(tokens, i - 1) in {"a", "arab", "prague", "-"}:
        return None
    if word not in times().seasons:
        return None
    pointer, first, last = pointer_before(tokens, i), i, i
    year = year_at(tokens, i + 1)
    if year is not None:
        last = i + 1
    elif low(tokens, i + 1) == "of" and (year := year_at(tokens, i + 2)) is not None:
        last = i + 2
    if pointer is not None:
        first = i - 1
    in_phrase = low(tokens, i - 1) in {"in", "during", "by", "since", "until"} or (
        low(tokens, i - 1) in {"the", "early", "late"} and low(tokens, i + 1) != "of"
    )
    if pointer is None and year is None and not (in_phrase and not tag(tokens, i + 1).startswith("NN")):
        return None
    first, mod = open_left(tokens, first)
    return Reading("season", first, last, "DATE", Calendar(year=year, season=season, pointer=pointer), 0.8, mod)
