"""Reads times of day: "3:30 p.m. local time", "15:30 GMT", "7 o'clock", "noon", "Thursday morning"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.stages.figures.words import numbers
from onrecord.stages.line import follows, low
from onrecord.stages.times.found import Reading
from onrecord.stages.times.line import small_number
from onrecord.stages.times.meaning import Calendar, Shift
from onrecord.stages.times.words import times, word_sets

if TYPE_CHECKING:
    from onrecord.stages.tokens import Token

OCLOCK = frozenset({"o'clock", "o’clock"})
MORNING = frozenset({"am", "a.m.", "a.m"})
AFTER_NOON = frozenset({"pm", "p.m.", "p.m"})


def read_clock(tokens: list[Token], i: int) -> Reading | None:
    """Read a time of day in digits that starts at place `i`."""
    word, last = low(tokens, i), i
    half = next((mark for mark in ("a.m.", "p.m.", "am", "pm") if word.endswith(mark)), "")
    hour, minute = _digits(word.removesuffix(half))
    if hour is None:
        return None
    if not half and low(tokens, i + 1) in MORNING | AFTER_NOON:
        half, last = low(tokens, i + 1), i + 1
    spoken = low(tokens, i + 1) in OCLOCK
    zone, end = read_zone(tokens, last + 1)
    if not half and not spoken and minute is None and not (zone and len(word) == 4):
        return None
    if not half and not spoken and not zone and not _plain_clock(tokens, i, hour):
        return None
    if not half and zone and minute is None:
        hour, minute = divmod(hour, 100)
    if half in AFTER_NOON and hour < 12:
        hour += 12
    if half in MORNING and hour == 12:
        hour = 0
    if hour > 24 or (minute or 0) > 59:
        return None
    part = f"T{hour:02}:{minute or 0:02}"
    return Reading("clock", i, max(end, last + spoken), "TIME", Calendar(part=part), 0.93, zone=zone)


def read_spoken_clock(tokens: list[Token], i: int) -> Reading | None:
    """Read "five o'clock" at its last word."""
    hour = numbers().cardinals.get(low(tokens, i - 1))
    if hour is None or not 1 <= hour <= 12:
        return None
    return Reading("clock", i - 1, i, "TIME", Calendar(part=f"T{hour:02}:00"), 0.85)


def _digits(word: str) -> tuple[int | None, int | None]:
    """Read "15:30", "3.30" or "3"."""
    above, colon, below = word.partition(":")
    hour = small_number(above)
    if not colon:
        if "." in word and len(word) <= 5:
            above, _, below = word.partition(".")
            if (hour := small_number(above)) is not None and hour < 13 and len(below) == 2 and below.isdecimal():
                return hour, int(below)
            return None, None
        return hour, None
    minute = small_number(below) if len(below) == 2 else None
    return (hour, minute) if minute is not None else (None, None)


def _plain_clock(tokens: list[Token], i: int, hour: int) -> bool:
    """Tell whether bare "15:30" is a time: not a score or a verse."""
    return (
        ":" in tokens[i].text
        and hour < 25
        and low(tokens, i - 1) in {"at", "by", "around", "about", "from", "until", "till", "before", "after", "since"}
    )


def read_zone(tokens: list[Token], i: int) -> tuple[str | None, int]:
    """Read a time zone from place `i` on; give its words and the place of the last (or `i - 1`)."""
    at = i + 1 if low(tokens, i) == "(" else i
    for phrase in times().zones.phrases:
        words = tuple(phrase.split())
        if follows(tokens, at, words):
            return phrase, at + len(words) - 1
    if low(tokens, at) in word_sets()["zones"] and tokens[at].text.isupper():
        return tokens[at].text, at
    return None, i - 1


def read_part(tokens: list[Token], i: int) -> Reading | None:
    """Read "this morning", "last night", "noon", "the afternoon", "4 in the morning"; weekdays take theirs themselves."""
    word = low(tokens, i)
    part = times().parts_of_day[word]
    value = part if part.startswith("T") else f"T{part}"
    before = low(tokens, i - 1)
    if before == "-":
        return None
    steps = {"this": 0, "last": -1, "tomorrow": 1, "yesterday": -1}.get(before)
    if steps is not None:
        return Reading("part", i - 1, i, "TIME", Shift("D", steps, part=value), 0.93)
    if before == "late" and low(tokens, i - 2) == "last":
        return Reading("part", i - 2, i, "TIME", Shift("D", -1, part=value), 0.9, "END")
    if before in {"that", "same"}:
        return Reading("part", i - 1, i, "TIME", Shift("D", 0, anaphoric=True, part=value), 0.6)
    if before in {"next", "following"}:
        return Reading("part", i - 1, i, "TIME", Shift("D", 1, anaphoric=True, part=value), 0.7)
    if before in {"every", "each"}:
        return Reading("part", i - 1, i, "SET", Calendar(part=value), 0.8)
    if part.startswith("T") or before in {"mid", "early", "late"}:
        return Reading("part", i, i, "TIME", Shift("D", 0, anaphoric=True, part=value), 0.8)
    if before == "the" and low(tokens, i - 2) in {"in", "during", "of", "into", "by"} and low(tokens, i + 1) != "of":
        return Reading("part", i - 1, i, "TIME", Shift("D", 0, anaphoric=True, part=value), 0.6)
    return None


def with_part(tokens: list[Token], found: Reading) -> Reading:
    """Take in a part of day that follows a day: "Thursday morning", "tomorrow night"."""
    part = times().parts_of_day.get(low(tokens, found.last + 1))
    if part is None or low(tokens, found.last + 2) == "-":
        return found
    value = part if part.startswith("T") else f"T{part}"
    found.last, found.type = found.last + 1, "TIME"
    if isinstance(found.meaning, Calendar | Shift):
        found.meaning = replace(found.meaning, part=value)
    return found
