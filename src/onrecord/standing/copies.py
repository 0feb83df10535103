"""Finds copies: reports whose texts share a wire story, in whole or part (Broder 1997; MinHash by rensa).

Each sentence gets a small MinHash signature; reports that share bands of signatures are candidates, and candidates are
aligned. What a report is compared with depends on the texts alone, never on the order in which they came.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rensa import RMinHash

from onrecord.standing.reuse import measure_reuse, split_words, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.standing.reuse import Reuse, Words

SEED = 20260105
BANDS, ROWS = 2, 5
"""A sentence of 25 words with one word changed keeps a band in 6 of 10 cases; an untouched one keeps both."""
SHINGLE = 3
SHORTEST = 8
"""Words; shorter sentences ("The police declined to comment.") are everybody's."""
LEAST_WORDS = 30
"""Shared words outside quotations below which two texts are no copies."""
LEAST_SHARE = 0.3
"""Share of the shorter text's words outside quotations; measured in evaluation/copies.py."""

LINE_SHARE = 0.6
"""Share of one text from which it goes back to the other as a whole; the half of a merged brief stays below."""
LEAST_BANDS = 0.1
"""Share of the bands of the text that has fewer: one footer on all pages of a paper makes no candidates."""


def bands_of(text: str) -> frozenset[int]:
    """Give the bands by which a text finds its candidates: 64-bit numbers, some two for each sentence."""
    found: set[int] = set()
    for sentence in _sentences(text):
        words = words_of(sentence)
        if len(words) < SHORTEST:
            continue
        signature = RMinHash(num_perm=BANDS * ROWS, seed=SEED)
        signature.update([" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)])
        digest = signature.digest()
        for band in range(BANDS):
            found.add(_mix(band, digest[band * ROWS : (band + 1) * ROWS]))
    return frozenset(found)


def is_copy(reuse: Reuse) -> bool:
    """Tell whether so much of one text stands in the other that both go back to one story."""
    return reuse.words >= LEAST_WORDS and reuse.share >= LEAST_SHARE


def is_one_line(reuse: Reuse) -> bool:
    """Tell whether one text is so much of the other that both are one line: a merged brief joins nothing by half."""
    return is_copy(reuse) and reuse.share >= LINE_SHARE


def are_candidates(shared: int, one: int, other: int) -> bool:
    """Tell by numbers of bands (shared, and of each text) whether two texts are worth an alignment."""
    return shared >= LEAST_BANDS * min(one, other)


def find_copies(texts: dict[str, str]) -> list[tuple[str, str, Reuse]]:
    """Give all pairs of copies among texts, by key and in order of key, with what they share."""
    words: dict[str, Words] = {key: split_words(text) for key, text in texts.items()}
    pairs = []
    for one, other in sorted(_candidates({key: bands_of(text) for key, text in texts.items()})):
        reuse = measure_reuse(words[one], words[other])
        if is_copy(reuse):
            pairs.append((one, other, reuse))
    return pairs


def _candidates(bands: dict[str, frozenset[int]]) -> set[tuple[str, str]]:
    holders: dict[int, list[str]] = {}
    for key in sorted(bands):
        for band in bands[key]:
            holders.setdefault(band, []).append(key)
    return {(one, other) for keys in holders.values() for i, one in enumerate(keys) for other in keys[i + 1 :]}


def _sentences(text: str) -> Iterable[str]:
    """Split roughly at full stops: both copies are split alike, which is all that matters here."""
    for paragraph in text.split("\n"):
        start = 0
        for i, char in enumerate(paragraph):
            if char in ".!?" and i + 1 < len(paragraph) and paragraph[i + 1] == " ":
                yield paragraph[start : i + 1]
                start = i + 1
        yield paragraph[start:]


def _mix(band: int, rows: list[int]) -> int:
    """Fold a band's rows into one signed 64-bit number that SQLite can hold (FNV-1a)."""
    value = 0xCBF29CE484222325 ^ band
    for row in rows:
        value = ((value ^ row) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return value - (1 << 64) if value >= 1 << 63 else value
