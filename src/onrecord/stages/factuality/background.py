"""History given as context: what ended long before publication, and is not what the report is about."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from onrecord.stages.factuality.tense import tense_of

if TYPE_CHECKING:
    from onrecord.model import Published, Time
    from onrecord.stages.draft import Draft

RECENT = 30
"""Days before publication within which an event is still news."""
YEAR = 4
"""Characters of the value of a year; a decade has three."""
HISTORY = 365
"""Days after which even an event told in the lead is history."""


def reference_date(draft: Draft, published: Published) -> str | None:
    """Give the date of publication, its lower bound, or else the latest date that the text tells in the past."""
    if published.value or published.earliest:
        return published.value or published.earliest
    return max((time.earliest for time in draft.times if time.earliest and _is_told(time, draft)), default=None)


def is_background(time: Time | None, today: str | None, *, leads: bool, dated: bool) -> bool:
    """Tell whether an event ended too long before `today`, the date of publication, to be news.

    `leads`: the event is named in the title or the first paragraph, where only what is more than a year old is history.
    Where a report is not `dated`, what it places in a whole year ("in 2009") is history: news says "this year".
    """
    if time is None:
        return False
    value = time.value or ""
    if not dated and not leads and time.type == "DATE" and len(value) <= YEAR and value.isdigit():
        return True
    if time.latest is None or today is None:
        return False
    age = (date.fromisoformat(today[:10]) - date.fromisoformat(time.latest[:10])).days
    return age > (HISTORY if leads else RECENT)


def _is_told(time: Time, draft: Draft) -> bool:
    token = draft.syntax.at(time.span[0])
    return token is not None and time.type == "DATE" and tense_of(token, token.sentence.root) == "past"
