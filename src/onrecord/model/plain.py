"""A report of a bare text that no reader has to clean."""

import hashlib

from onrecord.model.report import Block, Published, Report, Source


def plain_report(text: str, published: str | None = None) -> Report:
    """Make an English report of a text, one paragraph a line; the text is kept as it is.

    `published` is an ISO date, or None where it is not known.
    """
    blocks, position = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(kind="paragraph", span=(position, position + len(line))))
        position += len(line) + 1
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    date = Published(value=published, earliest=published, latest=published, basis="given") if published else Published()
    source = Source(ref="text", media_type="text/plain", sha256=digest)
    return Report(id=digest, text_id=digest, source=source, language="en", text=text, blocks=blocks, published=date)
