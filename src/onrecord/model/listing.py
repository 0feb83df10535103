"""Rows of the lists that a store gives: flat, typed, each with the id by which its words are found.

`reports`, `sources` and `opposing` are the standing: n reports, originating sources as a range, and at most how many of
these hold the opposite. `published` is the first day on which the report may have been published.
"""

import msgspec


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """Parent of every row."""

    id: str


class StatementRow(Row, frozen=True, kw_only=True):
    """According to whom; `value` is what the source holds of the events that it speaks of, where it speaks of any."""

    source: str
    source_kind: str
    named: bool
    cue: str
    content: str
    value: str | None
    reports: int
    sources: tuple[int, int]
    opposing: int
    published: str | None
    publisher: str | None
    report: str
    score: float


class EventRow(Row, frozen=True, kw_only=True):
    """Who did what to whom in one report; `author` is the report's own commitment, `held` the strongest of anybody."""

    type: str
    mode: str | None
    actors: list[str]
    recipients: list[str]
    places: list[str]
    earliest: str | None
    latest: str | None
    tense: str
    author: str | None
    held: str | None
    words: str
    incident: str | None
    reports: int
    sources: tuple[int, int]
    opposing: int
    published: str | None
    publisher: str | None
    report: str
    score: float


class IncidentRow(Row, frozen=True, kw_only=True):
    """Events of several reports that are one; `certain` to `denied` are n · m for each value that somebody holds."""

    type: str
    actors: list[str]
    recipients: list[str]
    country: str | None
    earliest: str | None
    latest: str | None
    words: str
    reports: int
    sources: tuple[int, int]
    opposing: int
    certain: tuple[int, int, int] | None
    probable: tuple[int, int, int] | None
    possible: tuple[int, int, int] | None
    denied: tuple[int, int, int] | None
    reported_first: str | None
    reported_last: str | None


class FigureRow(Row, frozen=True, kw_only=True):
    """A number with its doubt; `what` is killed or injured where it is the toll of an event."""

    value: float | None
    low: float | None
    high: float | None
    qualifier: str
    unit: str | None
    of: str | None
    what: str | None
    source: str
    words: str
    reports: int
    sources: tuple[int, int]
    opposing: int
    published: str | None
    publisher: str | None
    report: str
    score: float


class SourceRow(Row, frozen=True, kw_only=True):
    """Somebody who is on record with statements; `id` is the registry's, else the name."""

    name: str
    kind: str
    statements: int
    reports: int
    first: str | None
    last: str | None


class StoryRow(Row, frozen=True, kw_only=True):
    """Reports on the same happening; the title is that of the first of them."""

    title: str | None
    earliest: str | None
    latest: str | None
    reports: int
    sources: tuple[int, int]


class HitRow(Row, frozen=True, kw_only=True):
    """A report whose text has the words looked for, with the words around the first of them."""

    title: str | None
    published: str | None
    publisher: str | None
    passage: str


class ChangeRow(Row, frozen=True, kw_only=True):
    """One thing that was added: `seq` is its line in the log, `id` that of the report, or of what was judged."""

    seq: int
    at: str
    kind: str
    about: str | None
