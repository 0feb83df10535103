"""The margin ledger: one entry a record, beside the words that it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.exports.amounts import figure_words
from onrecord.exports.certainty import CERTAINTY, Certainty
from onrecord.exports.happening import put_in_words
from onrecord.exports.view import Commitment, SourceTag, View, anchor, kind_of
from onrecord.model import Event, Figure, Relation, Statement

if TYPE_CHECKING:
    from onrecord.exports.view import Shown


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A record as the ledger shows it; `notes` are what opens with it, as pairs of name and words."""

    id: str
    kind: str
    head: str
    what: str
    tail: str = ""
    start: int
    tags: list[SourceTag] = []
    commitments: list[Commitment] = []
    certainty: Certainty | None = None
    signs: list[str] = []
    notes: list[tuple[str, str]] = []
    links: list[tuple[str, str]] = []
    score: float = 1.0


def entries_of(view: View) -> list[Entry]:
    """Give all entries in text order."""
    made = [_entry(record, view) for record in view.records()]
    return sorted(made, key=lambda entry: (entry.start, entry.kind, entry.id))


def _entry(record: Shown, view: View) -> Entry:
    if isinstance(record, Statement):
        return _statement(record, view)
    if isinstance(record, Event):
        return _event(record, view)
    return _figure(record, view) if isinstance(record, Figure) else _relation(record, view)


def _start(record: Shown) -> int:
    return min((span[0] for span in anchor(record)), default=0)


def _why(record: Shown) -> list[tuple[str, str]]:
    rule = record.rule or record.model or "not said"
    return [("why", f"{rule}: {record.reason}" if record.reason else rule)]


def _known(*notes: tuple[str, str]) -> list[tuple[str, str]]:
    return [(name, words) for name, words in notes if words]


def _given_by(statement: Statement | None) -> list[tuple[str, str]]:
    return [("given by", statement.id)] if statement else []


def _statement(record: Statement, view: View) -> Entry:
    tags = view.source_tags(record)
    notes = _known(
        ("says", view.quotes(record.content)),
        ("unnamed", tags[0].reason or ""),
        ("duress", view.quote(record.duress) if record.duress else ""),
        ("told to", view.quote(record.told_to.span) if record.told_to else ""),
        ("at", view.quote(record.venue) if record.venue else ""),
        ("when", view.when(record.time)),
        ("repeated", view.quotes(record.also)),
    )
    return Entry(
        id=record.id, kind=kind_of(record), head="", what=view.quotes(record.cue), start=_start(record), tags=tags,
        signs=["under duress"] if record.duress else [], notes=notes + _why(record), score=record.score,
        links=[("inside", record.within)] if record.within in view.statements else [],
    )  # fmt: skip


def _event(record: Event, view: View) -> Entry:
    said = put_in_words(record, view)
    notes = _known(
        ("words", " / ".join(dict.fromkeys(view.quote(span) for span in record.trigger))),
        ("where", ", ".join(said.where)),
        ("when", said.when),
        ("toll", said.toll),
        ("with", said.instrument),
        ("code", " · ".join(filter(None, (f"PLOVER {record.type}", record.cameo and f"CAMEO {record.cameo}")))),
    )
    signs = ["ahead"] if said.ahead else []
    return Entry(
        id=record.id, kind=kind_of(record), head=said.parties, what=said.what, start=_start(record),
        commitments=said.commitments, certainty=said.certainty, notes=notes + _why(record), score=record.score,
        signs=signs + (["background"] if said.background else []),
    )  # fmt: skip


def _figure(record: Figure, view: View) -> Entry:
    statement = view.statements.get(record.statement or "")
    notes = _known(
        ("of", view.counted(record)),
        ("as of", view.when(record.as_of)),
        ("where", view.name(record.place) if record.place else ""),
        ("bounds", "by convention" if record.conventional else ""),
    )
    return Entry(
        id=record.id, kind=kind_of(record), head=figure_words(record), what="", start=_start(record),
        tags=view.source_tags(statement) if statement else [], notes=notes + _why(record), score=record.score,
        links=_given_by(statement),
    )  # fmt: skip


def _relation(record: Relation, view: View) -> Entry:
    statement = view.statements.get(record.statement or "")
    doubts = [CERTAINTY[held.value].report for held in record.factuality if held.value != "CT+"]
    notes = _known(("words", view.quotes(record.span)), ("when", view.when(record.valid)), ("doubt", "; ".join(doubts)))
    return Entry(
        id=record.id, kind=kind_of(record), head=view.name(record.subject), what=record.type.replace("_", " "),
        tail=view.name(record.object), start=_start(record), score=record.score, notes=notes + _why(record),
        tags=view.source_tags(statement) if statement else [], links=_given_by(statement),
    )  # fmt: skip
