"""One report laid out for the page: rows of text with their ledger, then the lists."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import msgspec

from onrecord.exports.dates import published_words
from onrecord.exports.page.index import Bar, PartyLine, SourceLine, lanes_of, parties_of, sources_of
from onrecord.exports.page.ledger import Entry, entries_of
from onrecord.exports.page.marks import Mark, Piece, cut, marks_of
from onrecord.exports.view import View
from onrecord.model import Block, Reading, Report

if TYPE_CHECKING:
    from onrecord.model import Span


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
    marks, entries = marks_of(view), entries_of(view)
    longest = max((mark.span[1] - mark.span[0] for mark in marks), default=0)
    starts = [mark.span[0] for mark in marks]
    by_block: dict[int, list[Entry]] = {}
    for entry in entries:
        by_block.setdefault(view.block_of((entry.start, entry.start)), []).append(entry)
    return [
        Row(block.kind, cut(view, _near(marks, starts, block.span, longest), block.span), by_block.get(number, []))
        for number, block in enumerate(blocks)
    ]


def _near(marks: list[Mark], starts: list[int], span: Span, longest: int) -> list[Mark]:
    """Give the marks that may touch a span, without walking all of them for every block."""
    return marks[bisect_left(starts, span[0] - longest) : bisect_left(starts, span[1])]
