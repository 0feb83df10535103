"""Reads times of day in figures: "3:30 p.m. local time", "15:30 GMT", "7 o'clock"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.figures.words import numbers
from onrecord.stages.line import follows, low
from onrecord.stages.times.found import Reading
from onrecord.stages.times.line import small_number
from onrecord.stages.times.meaning import Calendar
from onrecord.stages.times.words import times, word_sets

if TYPE_CHECKING:
    from onrecord.stages.tokens import Token

OCLOCK = frozenset({"o'clock", "o’clock"})
MORNING = frozenset({"am", "a.m.", "a.m"})
AFTERNOON = frozenset({"pm", "p.m.", "p.m"})
CUES = frozenset({"at", "by", "around", "about", "from", "until", "till", "before", "after", "since"})
"""Words before bare "15:30" that make it a time, not a score or a verse."""


def read_clock(tokens: list[Token], i: int) -> Reading | None:
    """Read a time of day in digits that starts at place `i`."""
    word, last = low(tokens, i), i
    half = next((mark for mark in ("a.m.", "p.m.", "am", "pm") if word.endswith(mark)), "")
    hour, minute = _digits(word.removesuffix(half))
    if hour is None:
        return None
    if not half and low(tokens, i + 1) in MORNING | AFTERNOON:
        half, last = low(tokens, i + 1), i + 1
    spoken = low(tokens, i + 1) in OCLOCK
    zone, end = read_zone(tokens, last + 1)
    if not (half or spoken or _is_plain(tokens, i, minute, zone)):
        return None
    if not half and zone and minute is None:
        hour, minute = divmod(hour, 100)
    part = _part(hour, minute or 0, half)
    return Reading("clock", i, max(end, last + spoken), "TIME", Calendar(part=part), 0.93, zone=zone) if part else None


def _is_plain(tokens: list[Token], i: int, minute: int | None, zone: str | None) -> bool:
    """Tell whether digits alone are a time: "1530 GMT", "15:30 GMT", "at 15:30"."""
    if zone:
        return minute is not None or len(tokens[i].text) == 4
    return minute is not None and ":" in tokens[i].text and low(tokens, i - 1) in CUES


def _part(hour: int, minute: int, half: str) -> str | None:
    """Write hour and minute as TIMEX3 does; None where there is no such time."""
    if half in AFTERNOON and hour < 12:
        hour += 12
    if half in MORNING and hour == 12:
        hour = 0
    return f"T{hour:02}:{minute:02}" if hour <= 24 and minute <= 59 else None


def read_spoken_clock(tokens: list[Token], i: int) -> Reading | None:
    """Read "five o'clock" at its last word."""
    hour = numbers().cardinals.get(low(tokens, i - 1))
    if hour is None or not 1 <= hour <= 12:
        return None
    return Reading("clock", i - 1, i, "TIME", Calendar(part=f"T{hour:02}:00"), 0.85)


def _digits(word: str) -> tuple[int | None, int | None]:
    """Read "15:30", "3.30" or "3" as hour and minute."""
    mark = ":" if ":" in word else "."
    above, found, below = word.partition(mark)
    hour = small_number(above)
    if not found:
        return hour, None
    if len(below) != 2 or hour is None or (mark == "." and hour > 12):
        return None, None
    minute = small_number(below)
    return (None, None) if minute is None else (hour, minute)


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
