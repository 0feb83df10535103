"""Joins texts to the lines of copies that they belong to: against each line the likeliest text first."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.standing.copies import are_candidates, bands_of, is_copy, is_one_line
from onrecord.standing.profile import pack_profile, profile_of
from onrecord.standing.reuse import measure_reuse, split_words
from onrecord.store.standing_lines import add_bands, add_line, candidates_of, merge_lines, names_of, text_of

if TYPE_CHECKING:
    import sqlite3

    from onrecord.standing.reuse import Words
    from onrecord.store.standing_lines import Candidate

MOST_ALIGNED = 32
"""Texts of one line that a text is aligned with before it is taken not to belong there."""
KEPT_TEXTS = 512
"""Texts kept as words from one report to the next: copies come in swarms."""


class Lines:
    """The lines of a store that is open for writing."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._words = lru_cache(maxsize=KEPT_TEXTS)(lambda text: split_words(text_of(connection, text)))

    def join(self, text_id: int, text: str) -> set[int]:
        """Join a text that is new, and give all texts whose line or kin changed by it."""
        bands = bands_of(text)
        add_line(self.connection, text_id, bands, pack_profile(profile_of(text)))
        found = [c for c in candidates_of(self.connection, bands) if are_candidates(c.shared, c.bands, len(bands))]
        moved = self._join_each(text_id, split_words(text), found) if found else set()
        add_bands(self.connection, text_id, bands)
        return moved | {text_id}

    def _join_each(self, text_id: int, words: Words, found: list[Candidate]) -> set[int]:
        joined: set[int] = set()
        tried: Counter[int] = Counter()
        moved: set[int] = set()
        for candidate in found:
            tried[candidate.line] += 1
            if candidate.line in joined or tried[candidate.line] > MOST_ALIGNED:
                continue
            reuse = measure_reuse(words, self._words(candidate.text))
            if is_copy(reuse):
                moved |= self._merge("kin", text_id, candidate.text)
            if is_one_line(reuse):
                moved |= self._merge("line", text_id, candidate.text)
                joined.add(candidate.line)
        return moved

    def _merge(self, column: str, one: int, other: int) -> set[int]:
        mine, theirs = (names_of(self.connection, text)[column == "kin"] for text in (one, other))
        return set(merge_lines(self.connection, column, mine, theirs)) if mine != theirs else set()
