"""Reads fixed phrases: vague words, days with a name, adverbs of frequency."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.line import follows, low, tag
from onrecord.stages.times.found import Reading
from onrecord.stages.times.line import pointer_before, year_at
from onrecord.stages.times.meaning import Calendar, Written
from onrecord.stages.times.words import phrases, times

if TYPE_CHECKING:
    from onrecord.stages.times.words import Phrase
    from onrecord.stages.tokens import Token

RELATED = frozenset({"after", "before", "as", "afterward", "afterwards", "that"})
"""Words that tie "soon" or "now" to another event."""


def read_phrase(tokens: list[Token], i: int) -> Reading | None:
    """Read the longest phrase that starts at place `i`.

    A name that only sounds like a time ("Bloody Sunday") gives a reading without a rule.
    """
    by_second = phrases()[tokens[i].lower]
    for phrase in (*by_second.get(low(tokens, i + 1), ()), *by_second.get("", ())):
        if not follows(tokens, i, phrase.words):
            continue
        last = i + len(phrase.words) - 1
        if phrase.kind == "name":
            return Reading("", i, last, "DATE", Written(None))
        found = _vague(tokens, i, last, phrase.value) if phrase.kind == "vague" else _named(tokens, i, last, phrase)
        if found is not None:
            return found
    return None


def _vague(tokens: list[Token], i: int, last: int, value: str) -> Reading | None:
    word = low(tokens, last)
    if i == last and (low(tokens, i + 1) in RELATED or low(tokens, i - 1) in {"as", "too", "how"}):
        return None
    if word in {"past", "future", "present"} and tag(tokens, last + 1).startswith(("NN", "CD", "JJ")):
        return None
    return Reading("vague", i, last, "DATE", Written(value), 0.7)


def _named(tokens: list[Token], i: int, last: int, phrase: Phrase) -> Reading | None:
    """Read a named day or length, with the year or pointer beside it."""
    value = phrase.value
    if phrase.kind == "length":
        return Reading("length", i, last, "DURATION", Written(value), 0.7)
    if not tokens[i].text[0].isupper():
        return None
    pointer, year = pointer_before(tokens, i), year_at(tokens, last + 1)
    first = i - 1 if pointer is not None else i
    last = last + 1 if year is not None else last
    if phrase.kind == "named":
        return Reading("named", first, last, "DATE", Calendar(year=year, named=value, pointer=pointer), 0.7)
    if phrase.kind == "fixed":
        month, day = (int(part) for part in value.split("-"))
        return Reading("named", first, last, "DATE", Calendar(year=year, month=month, day=day, pointer=pointer), 0.85)
    return Reading("named", first, last, "DATE", Calendar(year=year, named=value, pointer=pointer), 0.85)


def read_set(tokens: list[Token], i: int) -> Reading | None:
    """Read "daily", "monthly", "annually"; not "daily" inside a name."""
    if tokens[i].tag.startswith("NNP") or low(tokens, i - 1) == "-" or low(tokens, i + 1) == "-":
        return None
    return Reading("set", i, i, "SET", Written(times().sets[tokens[i].lower]), 0.6)


def read_one_word_length(tokens: list[Token], i: int) -> Reading:
    """Read "weeklong", "yearlong"."""
    return Reading("length", i, i, "DURATION", Written(times().lengths[tokens[i].lower]), 0.85)
