"""Finds passages in quotation marks, block by block, in one pass over the marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.stages.found import Quotation

if TYPE_CHECKING:
    from onrecord.model import Span
    from onrecord.stages.draft import Draft

DOUBLE = re.compile("[\"“”„«»]|``|''")
SINGLE = re.compile("['‘’]")
OPENING, CLOSING, STRAIGHT = frozenset("“„«"), frozenset("”»"), '"'
BEFORE_OPENING = frozenset(" \t\n\xa0([{—–-/:…>,‘'")
SENTENCE_END = frozenset(".!?…")


def find_quotations(draft: Draft) -> list[Quotation]:
    """Give the outermost quotations in text order.

    A mark that opens while a quotation is open and a sentence has ended continues it (the usage of paragraphs that
    were run together). A quotation left open at the end of its block ends there. Inches, feet and apostrophes are no
    marks.
    """
    found: list[Quotation] = []
    blocks = [block.span for block in draft.report.blocks]
    for i, span in enumerate(blocks):
        following = blocks[i + 1][0] if i + 1 < len(blocks) else len(draft.text)
        reader = _Block(draft.text, span, draft.text[following : following + 1])
        double = reader.doubles()
        found.extend(_outermost([*double, *reader.singles([quotation.span for quotation in double])]))
    return found


def _outermost(quotations: list[Quotation]) -> list[Quotation]:
    """Keep, in text order, what lies inside no other: marks of either kind may enclose the other."""
    kept: list[Quotation] = []
    for quotation in sorted(quotations, key=lambda quotation: (quotation.span[0], -quotation.span[1])):
        if not kept or quotation.span[0] >= kept[-1].span[1]:
            kept.append(quotation)
    return kept


class _Block:
    def __init__(self, text: str, span: Span, following: str) -> None:
        self.text, (self.start, self.end), self.following = text, span, following

    def before(self, position: int) -> str:
        return self.text[position - 1] if position > self.start else " "

    def after(self, position: int) -> str:
        return self.text[position] if position < self.end else " "

    def doubles(self) -> list[Quotation]:
        found: list[Quotation] = []
        opened: int | None = None
        width = 1
        for match in DOUBLE.finditer(self.text, self.start, self.end):
            mark, at = match.group(), match.start()
            if opened is None:
                if self.opens(mark, at, match.end()):
                    opened, width = at, len(mark)
            elif self.closes(mark, at, match.end()):
                found.append(Quotation((opened, match.end()), (opened + width, at)))
                opened = None
            elif not self.runs_on(at):
                opened, width = at, len(mark)
        if opened is not None:
            again = self.following in {"“", '"', "„", "«"} and self.following != ""
            if again or self.plausible(opened):
                found.append(Quotation((opened, self.end), (opened + width, self.end), again))
        return found

    def opens(self, mark: str, at: int, end: int) -> bool:
        if mark in OPENING or mark == "``":
            return True
        if mark in CLOSING:
            return False
        return not self.after(end).isspace() and not self.before(at).isalnum()

    def closes(self, mark: str, at: int, end: int) -> bool:
        if mark in OPENING or mark == "``":
            return False
        if mark in CLOSING or mark == "''":
            return True
        opens_again = self.before(at).isspace() and not self.after(end).isspace()
        return not opens_again

    def runs_on(self, at: int) -> bool:
        """Tell whether a mark at `at` opens the next sentence of a quotation that is open."""
        before = self.text[max(self.start, at - 3) : at].rstrip()
        return bool(before) and before[-1] in SENTENCE_END

    def plausible(self, opened: int) -> bool:
        """Tell whether a quotation without end may run to the end of its block: it opens the block or a sentence."""
        before = self.text[max(self.start, opened - 3) : opened].rstrip()
        return not before or before[-1] in ".!?…:," or self.end - opened < 300

    def singles(self, taken: list[Span]) -> list[Quotation]:
        """Find quotations in single marks outside those in double ones."""
        marks = [match.start() for match in SINGLE.finditer(self.text, self.start, self.end)]
        outside = _outside(marks, taken)
        found: list[Quotation] = []
        opened: int | None = None
        for n, at in enumerate(outside):
            if self.single_opens(at):
                opened = at
            elif opened is not None and self.single_closes(at):
                if self.possessive(at) and n + 1 < len(outside) and self.single_closes(outside[n + 1]):
                    continue
                found.append(Quotation((opened, at + 1), (opened + 1, at)))
                opened = None
        if opened is not None and opened == self.start and self.text[opened] == "‘" and self.following == "‘":
            found.append(Quotation((opened, self.end), (opened + 1, self.end), opens_again=True))
        return found

    def single_opens(self, at: int) -> bool:
        return self.before(at) in BEFORE_OPENING and self.after(at + 1).isalpha() and self.text[at] != "’"

    def single_closes(self, at: int) -> bool:
        return self.text[at] != "‘" and not self.after(at + 1).isalnum() and not self.before(at).isspace()

    def possessive(self, at: int) -> bool:
        return self.before(at) == "s" and self.text[at + 1 : at + 3].strip(" ").islower()


def _outside(marks: list[int], taken: list[Span]) -> list[int]:
    outside, n = [], 0
    for at in marks:
        while n < len(taken) and taken[n][1] <= at:
            n += 1
        if n == len(taken) or at < taken[n][0]:
            outside.append(at)
    return outside
