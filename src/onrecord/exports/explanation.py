"""Why a record is there: the rule, the words it saw, its score, and the passage with the record's words marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.errors import OptionError
from onrecord.exports.certainty import CERTAINTY
from onrecord.exports.happening import put_in_words
from onrecord.exports.passages import passage_around
from onrecord.exports.view import View, anchor, kind_of
from onrecord.model import Event, Figure, Relation, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.exports.view import Shown
    from onrecord.model import Reading, Span


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """One record's reason for being there; `passage` has the record's words between ⟦ and ⟧."""

    id: str
    kind: str
    words: str
    rule: str
    score: float
    reason: str
    passage: str
    parts: list[tuple[str, str]]

    def __str__(self) -> str:
        """Say it on several lines."""
        lines = [f"{self.id}  {self.kind}: {self.words}", f"    {self.passage}"]
        lines += [f"    rule    {self.rule}  (score {self.score:.3f})"]
        lines += [f"    because {self.reason}"] if self.reason else []
        lines += [f"    {name:<7} {words}" for name, words in self.parts]
        return "\n".join(lines)


def explain_reading(reading: Reading, record: str | None = None) -> list[Explanation]:
    """Explain one record by its short id, or all of them. Raises OptionError where the reading has no such record."""
    view = View(reading)
    found = [one for one in view.records() if record in {None, one.id}]
    if record is not None and not found:
        have = ", ".join(one.id for one in view.records()) or "none"
        option = "record"
        raise OptionError(option, record, f"the id of a record of this report: {have}")
    return [_explain(one, view) for one in found]


def _explain(record: Shown, view: View) -> Explanation:
    return Explanation(
        id=record.id,
        kind=kind_of(record),
        words=_words(record, view),
        rule=record.rule or record.model or "not said",
        score=record.score,
        reason=record.reason or "",
        passage=_passage(anchor(record), view),
        parts=[(name, words) for name, words in _parts(record, view) if words],
    )


def _words(record: Shown, view: View) -> str:
    if isinstance(record, Statement):
        return f"{view.source_words(record)} ({view.quotes(record.cue)})"
    if isinstance(record, Event):
        happening = put_in_words(record, view)
        return f"{happening.parties} ({happening.what})"
    if isinstance(record, Relation):
        return f"{view.name(record.subject)} {record.type.replace('_', ' ')} {view.name(record.object)}"
    return view.quote(record.span)


def _passage(spans: list[Span], view: View) -> str:
    if not spans:
        return ""
    start, end = passage_around(view, spans[0])
    pieces, at = [], start
    for first, last in sorted(spans):
        if at <= first and last <= end:
            pieces += [view.text[at:first], "⟦", view.text[first:last], "⟧"]
            at = last
    return " ".join("".join([*pieces, view.text[at:end]]).split())


def _parts(record: Shown, view: View) -> Iterator[tuple[str, str]]:
    if isinstance(record, Statement):
        yield "source", " | ".join(view.quote(source.span) for source in record.sources)
        yield "cue", view.quotes(record.cue)
        yield "content", view.quotes(record.content)
        yield "inside", record.within or ""
    elif isinstance(record, Event):
        yield "actor", " | ".join(view.quote(one.span) for one in record.actors)
        yield "to", " | ".join(view.quote(one.span) for one in record.recipients)
        for held in record.factuality:
            yield "holds", f"{held.holder} {held.value} ({CERTAINTY[held.value].report})"
    elif isinstance(record, Figure):
        yield "bounds", f"{record.qualifier}, {record.low} to {record.high}"
        yield "given by", view.voice(record.statement)
