"""Dates the report by its own text where the reader could not: a dateline fixes the day, dates in the past bound it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import Published, slice_of
from onrecord.stages.times.meaning import Calendar
from onrecord.stages.times.nearest import fixed
from onrecord.stages.times.tense import direction_of
from onrecord.stages.times.words import word_sets

if TYPE_CHECKING:
    from datetime import date

    from onrecord.stages.draft import Draft
    from onrecord.stages.times.found import TimeFound
    from onrecord.stages.tokens import Sentence

DATELINE = 14
"""Tokens of the longest dateline: place, date, agency, dash."""
NOTE = 12
"""Tokens of the longest line that dates the page."""
POINTS_AHEAD = frozenset({"by", "until", "till", "for", "to", "through"})


def resolve_published(draft: Draft) -> Published:
    """Give the publication date: what the reader found, else what the text says of itself."""
    known = draft.report.published
    if known.value:
        return known
    whole = [found for found in draft.time_expressions if isinstance(found.meaning, Calendar) and found.meaning.year]
    for found in whole:
        if (dated := _dated_line(found, draft)) is not None:
            return dated
    return _bounded(known, whole, draft)


def _dated_line(found: TimeFound, draft: Draft) -> Published | None:
    """Read a dateline ("KABUL, June 13, 2017 (Agency) —") or a short line that holds only the date of the page."""
    sentence, day = found.head.sentence, _day(found)
    if day is None or sentence.block > 3:
        return None
    words = {token.lower for token in sentence.tokens[:NOTE]}
    evidence = slice_of(draft.text, found.span)
    if (
        len(sentence.tokens) <= NOTE
        and not any(token.pos == "VERB" and token.tag in {"VBD", "VBZ", "VBP"} for token in sentence.tokens)
        and (words & {"published", "posted", "updated", "date"} or _alone(found, sentence))
    ):
        if words & word_sets()["changed"] and "published" not in words:
            return Published(latest=day.isoformat(), basis="text", evidence=evidence)
        return _on(day, evidence)
    return _on(day, evidence) if _is_dateline(found, sentence) else None


def _alone(found: TimeFound, sentence: Sentence) -> bool:
    return found.span[1] - found.span[0] >= (sentence.span[1] - sentence.span[0]) - 3


def _is_dateline(found: TimeFound, sentence: Sentence) -> bool:
    """Tell whether a date stands between a place in capitals and a dash at the start of a sentence."""
    opening = sentence.tokens[:DATELINE]
    dash = next(
        (token for token in opening if token.text in {"—", "–", "--", "-"} and token.start >= found.span[1]), None
    )
    return dash is not None and opening[0].text.isupper() and len(opening[0].text) > 2


def _on(day: date, evidence: str) -> Published:
    iso = day.isoformat()
    return Published(value=iso, earliest=iso, latest=iso, basis="text", evidence=evidence)


def _day(found: TimeFound) -> date | None:
    resolved = fixed(found.meaning) if isinstance(found.meaning, Calendar) else None
    return resolved[1][0] if resolved and resolved[1] and resolved[1][0] == resolved[1][1] else None


def _bounded(known: Published, whole: list[TimeFound], draft: Draft) -> Published:
    """Bound the publication from below by the newest date of which the text speaks in the past tense."""
    starts = [
        (resolved[1][0], found)
        for found in whole
        if isinstance(found.meaning, Calendar)
        and (resolved := fixed(found.meaning))
        and resolved[1]
        and _is_past(found)
    ]
    if not starts:
        return known
    day, found = max(starts, key=lambda pair: (pair[0], -pair[1].span[0]))
    iso = day.isoformat()
    if (known.earliest and known.earliest >= iso) or (known.latest and known.latest < iso):
        return known
    return Published(earliest=iso, latest=known.latest, basis="text", evidence=slice_of(draft.text, found.span))


def _is_past(found: TimeFound) -> bool:
    cases = {child.lower for child in found.head.children if child.dep == "case"}
    return found.head.head is not None and not cases & POINTS_AHEAD and direction_of(found.head.head) == "past"
