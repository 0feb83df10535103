"""Reports made of a sentence or two, for the tests of stages."""

from __future__ import annotations

from onrecord.model import Block, Published, Report, Source


def report_of(text: str, published: str | None = None) -> Report:
    """Make a report of one paragraph a line."""
    blocks, position = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(kind="paragraph", span=(position, position + len(line))))
        position += len(line) + 1
    source = Source(ref="test", media_type="text/plain", sha256="")
    date = Published(value=published, earliest=published, latest=published, basis="given") if published else Published()
    return Report(id="test", text_id="test", source=source, language="en", text=text, blocks=blocks, published=date)
