"""What a line says of itself by its first words: a caption, an editor's note, a byline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.readers.furniture import is_in, normal, words

if TYPE_CHECKING:
    from onrecord.model.report import BlockKind

LEAD = 60
"""Characters in which the mark stands that ends a lead such as "WATCH |" or "Photo:"."""
MARKS = ("|", ":", "–", "—")
SMALL = frozenset({"and", "for", "of", "the", "in", "at", "with"})
LONGEST_BYLINE, LONGEST_NOTE, LONGEST_CAPTION = 16, 45, 80
"""In words."""


def kind_by_words(line: str) -> BlockKind | None:
    """Give "caption", "note" or "byline" where the words of a line say so."""
    head, rest = _lead(line)
    key = normal(line)
    if (rest and is_in("caption_leads", head)) or _begins(words().credit_leads, key):
        return "caption" if len(key.split()) <= LONGEST_CAPTION else None
    if (rest and is_in("note_leads", head)) or _begins(words().credits, key):
        return "note"
    if any(phrase in key for phrase in words().note_lines) and len(key.split()) <= LONGEST_NOTE:
        return "note"
    return "byline" if _is_byline(line, key) else None


def _lead(line: str) -> tuple[str, str]:
    """Give the words before the first mark, and what follows; "" for both where there is no lead."""
    for mark in MARKS:
        head, found, rest = line[:LEAD].partition(mark)
        if found and len(head.split()) <= 4:
            return normal(head), normal(rest) or line[LEAD:].strip()
    return "", ""


def _begins(leads: list[str], key: str) -> bool:
    return any(key.startswith(lead) and key[len(lead) : len(lead) + 1] == " " for lead in leads)


def _is_byline(line: str, key: str) -> bool:
    """Tell "By Ann Lee and Bo Ek, Herald Staff": a lead, then mostly words that begin with a capital, no sentence."""
    lead = next((lead for lead in words().byline_leads if key.startswith(lead + " ")), None)
    if lead is None or len(key.split()) > LONGEST_BYLINE or line.rstrip().endswith((".", "!", "?")):
        return False
    names = [word for word in line.split()[len(lead.split()) :] if word[:1].isalpha()]
    capital = sum(word[:1].isupper() for word in names)
    small = sum(word in SMALL for word in names)
    return capital >= 1 and capital + small >= 0.85 * len(names)
