"""How much of one text stands in another, word by word, wherever it stands there.

Order does not matter, so that a merged brief or an insert in the middle is found as well as a cut tail. Words inside
quotation marks are counted apart: two reporters at one press conference share the quotations, not the sentences.
"""

from __future__ import annotations

from dataclasses import dataclass

RUN = 6
"""Shortest run of words that counts as reused: shorter runs are the language's own phrases."""
MARK = b"\x01" * RUN
OPENING, CLOSING, STRAIGHT = "“«", "”»", '"'


@dataclass(frozen=True, slots=True)
class Words:
    """A text as lower-case words; `unquoted` has a one for each that stands outside quotation marks, else a nought.

    `runs` has every run of RUN words, in order of the word that it starts at; `distinct` has them without order.
    """

    unquoted: bytes
    runs: list[tuple[str, ...]]
    distinct: frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Reuse:
    """What two texts share outside quotations: the words of each that the other has too, and their share."""

    words: int
    share_of_one: float
    share_of_other: float

    @property
    def share(self) -> float:
        """The larger share: an excerpt is a copy however long the report around it."""
        return max(self.share_of_one, self.share_of_other)


def split_words(text: str) -> Words:
    """Split into words without punctuation; a mark left open quotes at most to the end of its paragraph."""
    words: list[str] = []
    unquoted = bytearray()
    for paragraph in text.split("\n"):
        inside = False
        for piece in paragraph.split():
            if piece[0] in OPENING or (piece[0] in STRAIGHT and not inside):
                inside = True
            word = _bare(piece)
            if word:
                words.append(word)
                unquoted.append(not inside)
            tail = piece.rstrip(".,;:!?)")
            if tail and (tail[-1] in CLOSING or (tail[-1] in STRAIGHT and len(tail) > 1)):
                inside = False
    runs = list(zip(*(words[i:] for i in range(RUN)), strict=False))
    return Words(bytes(unquoted), runs, frozenset(runs))


def words_of(text: str) -> list[str]:
    """Split into the same words, without a thought for quotations."""
    return [word for piece in text.split() if (word := _bare(piece))]


def _bare(piece: str) -> str:
    piece = piece.lower()
    return piece if piece.isalnum() else "".join(char for char in piece if char.isalnum())


def measure_reuse(one: Words, other: Words) -> Reuse:
    """Measure the text that two reports share; symmetric up to the naming of its sides."""
    shared = one.distinct & other.distinct
    in_one, total_one = _covered(one, shared)
    in_other, total_other = _covered(other, shared)
    return Reuse(
        words=min(in_one, in_other),
        share_of_one=in_one / total_one if total_one else 0.0,
        share_of_other=in_other / total_other if total_other else 0.0,
    )


def _covered(text: Words, shared: frozenset[tuple[str, ...]]) -> tuple[int, int]:
    """Count the unquoted words that lie in shared runs, and all unquoted words."""
    covered = bytearray(len(text.unquoted))
    if shared:
        end = 0
        for start, run in enumerate(text.runs):
            if run in shared:
                first = max(start, end)
                end = start + RUN
                covered[first:end] = MARK[: end - first]
    reused = (int.from_bytes(covered) & int.from_bytes(text.unquoted)).bit_count()
    return reused, text.unquoted.count(1)
