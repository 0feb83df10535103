"""One report laid out for the page: rows of text with their ledger, then the lists."""

from __future__ import annotations

import msgspec

from onrecord.exports.dates import published_words
from onrecord.exports.page.index import Bar, PartyLine, SourceLine, lanes_of, parties_of, sources_of
from onrecord.exports.page.ledger import Entry, entries_of
from onrecord.exports.page.marks import Mark, Piece, cut, marks_of
from onrecord.exports.view import View
from onrecord.model import Block, Reading, Report


class Row(msgspec.Struct, frozen=True):
    """A block of the text, cut into pieces, and the ledger entries that begin in it."""

    kind: str
    pieces: list[Piece]
    entries: list[Entry]


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the page shows of one report; `prefix` keeps ids apart where a page holds several."""

    prefix: str
    report: Report
    incomplete: bool
    heading: str
    published: str
    total: int
    rows: list[Row]
    sources: list[SourceLine]
    lanes: list[Bar]
    parties: list[PartyLine]


def lay_out(reading: Reading, prefix: str = "") -> Sheet:
    """Lay a reading out."""
    view = View(reading)
    return Sheet(
        prefix=prefix,
        report=reading.report,
        incomplete=reading.incomplete,
        heading=reading.report.title or reading.report.source.ref,
        published=published_words(reading.report.published),
        total=len(view.records()),
        rows=_rows(view),
        sources=sources_of(view),
        lanes=lanes_of(view),
        parties=parties_of(view),
    )


def _rows(view: View) -> list[Row]:
    text = view.text
    blocks = view.report.blocks or ([Block(kind="paragraph", span=(0, len(text)))] if text.strip() else [])
    marks = _marks_by_block(view, marks_of(view))
    entries: dict[int, list[Entry]] = {}
    for entry in entries_of(view):
        entries.setdefault(view.block_of((entry.start, entry.start)), []).append(entry)
    return [
        Row(block.kind, cut(view, marks.get(number, []), block.span), entries.get(number, []))
        for number, block in enumerate(blocks)
    ]


def _marks_by_block(view: View, marks: list[Mark]) -> dict[int, list[Mark]]:
    """Part the marks by the blocks that they touch, in text order."""
    touching: dict[int, list[Mark]] = {}
    for mark in marks:
        last = max(mark.span[0], mark.span[1] - 1)
        for number in range(view.block_of(mark.span), view.block_of((last, last)) + 1):
            touching.setdefault(number, []).append(mark)
    return touching
