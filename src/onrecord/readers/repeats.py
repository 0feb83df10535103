"""Pull quotes without a mark: short pieces of a text whose words stand in a longer piece too."""

from __future__ import annotations

from collections import Counter

from onrecord.readers.furniture import normal

ALIKE = 2
"""Times that a pull quote may stand; what comes more often is the form of the text (an interviewer's question)."""
FEWEST, MOST = 5, 45
"""Words of a piece that can be a pull quote."""
LONGEST_TEXT, MOST_PIECES = 400_000, 2_000
"""Characters and pieces up to which repeats are sought: each piece is sought in all of the text."""


def find_repeats(pieces: list[str]) -> set[int]:
    """Give the numbers of short pieces that a longer one repeats word for word; of two alike, the second."""
    keys = [normal(piece.partition("\n")[0]) for piece in pieces]
    body = "\n".join(normal(piece) for piece in pieces)
    if len(body) > LONGEST_TEXT or len(pieces) > MOST_PIECES:
        return set()
    first = {key: number for number, key in reversed(list(enumerate(keys)))}
    times = Counter(keys)
    return {
        number
        for number, key in enumerate(keys)
        if FEWEST <= len(key.split()) <= MOST
        and times[key] <= ALIKE
        and (first[key] < number or _stands_in_longer(body, key))
    }


def _stands_in_longer(body: str, key: str) -> bool:
    at = body.find(key)
    while at >= 0:
        end = at + len(key)
        if (at > 0 and body[at - 1] != "\n") or (end < len(body) and body[end] != "\n"):
            return True
        at = body.find(key, end)
    return False
