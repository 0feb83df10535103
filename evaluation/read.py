"""Reads plain text for a scorer, through the public way, with the text kept as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import Block, Published, Reading, Report, Source
from onrecord.stages.pipeline import read_report

if TYPE_CHECKING:
    from onrecord.model.report import BlockKind


def read_plain(text: str, published: str | None = None) -> Reading:
    """Read a gold text."""
    return read_report(report_of(text, published))


def report_of(text: str, published: str | None = None) -> Report:
    """Make a report of a gold text: blocks are its paragraphs, the first one is the title where more follow."""
    blocks: list[Block] = []
    position = 0
    for part in text.split("\n"):
        if part.strip():
            kind: BlockKind = "title" if not blocks and len(part) < 200 and "\n" in text.strip() else "paragraph"
            blocks.append(Block(kind=kind, span=(position, position + len(part))))
        position += len(part) + 1
    date = Published(value=published, earliest=published, latest=published, basis="given") if published else Published()
    source = Source(ref="gold", media_type="text/plain", sha256="")
    return Report(id="gold", text_id="gold", source=source, language="en", text=text, blocks=blocks, published=date)
