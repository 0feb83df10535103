"""How much of one text stands in another, word by word, wherever it stands there.

Order does not matter, so that a merged brief or an insert in the middle is found as well as a cut tail. Words inside
quotation marks are counted apart: two reporters at one press conference share the quotations, not the sentences.
"""

from __future__ import annotations

from dataclasses import dataclass

RUN = 6
"""Shortest run of words that counts as reused: shorter runs are the language's own phrases."""
OPENING, CLOSING, STRAIGHT = "“«", "”»", '"'


@dataclass(frozen=True, slots=True)
class Words:
    """A text as lower-case words; `unquoted` has a one for each that stands outside quotation marks, else a nought.

    `runs` gives for every run of RUN words the places where it starts.
    """

    words: tuple[str, ...]
    unquoted: bytes
    runs: dict[tuple[str, ...], list[int]]


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
    return Words(tuple(words), bytes(unquoted), _runs(tuple(words)))


def words_of(text: str) -> list[str]:
    """Split into the same words, without a thought for quotations."""
    return [word for piece in text.split() if (word := _bare(piece))]


def _bare(piece: str) -> str:
    piece = piece.lower()
    return piece if piece.isalnum() else "".join(char for char in piece if char.isalnum())


def measure_reuse(one: Words, other: Words) -> Reuse:
    """Measure the text that two reports share; symmetric up to the naming of its sides."""
    shared = one.runs.keys() & other.runs.keys()
    in_one, total_one = _covered(one, shared)
    in_other, total_other = _covered(other, shared)
    return Reuse(
        words=min(in_one, in_other),
        share_of_one=in_one / total_one if total_one else 0.0,
        share_of_other=in_other / total_other if total_other else 0.0,
    )


def _runs(words: tuple[str, ...]) -> dict[tuple[str, ...], list[int]]:
    runs: dict[tuple[str, ...], list[int]] = {}
    for start in range(len(words) - RUN + 1):
        runs.setdefault(words[start : start + RUN], []).append(start)
    return runs


def _covered(text: Words, shared: set[tuple[str, ...]]) -> tuple[int, int]:
    """Count the unquoted words that lie in shared runs, and all unquoted words."""
    covered = bytearray(len(text.words))
    mark = b"\x01" * RUN
    for run in shared:
        for start in text.runs[run]:
            covered[start : start + RUN] = mark
    reused = (int.from_bytes(covered) & int.from_bytes(text.unquoted)).bit_count()
    return reused, text.unquoted.count(1)
