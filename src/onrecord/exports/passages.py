"""The sentence that holds a span, cut from the text by punctuation; a record keeps no sentences of its own."""

import re

from onrecord.exports.view import View
from onrecord.model import Span

_END = re.compile(r"[.!?][\"”’')\]]{0,3}\s+(?=[\"“‘'(\[A-Z0-9])")
_ABBREVIATION = re.compile(r"(?:\b[A-Z][a-z]{0,3}|[A-Z])\Z")


def passage_around(view: View, span: Span) -> Span:
    """Give the span of the sentence around a span, inside its block; where in doubt, the longer passage."""
    blocks = view.report.blocks
    low, high = blocks[view.block_of(span)].span if blocks else (0, len(view.text))
    start, end = low, max(high, span[1])
    for found in _END.finditer(view.text, low, high):
        if _ABBREVIATION.search(view.text, max(low, found.start() - 5), found.start()):
            continue
        if found.end() <= span[0]:
            start = found.end()
        elif found.start() >= span[1] - 1:
            end = found.end()
            break
    return start, end - len(view.text[start:end]) + len(view.text[start:end].rstrip())
