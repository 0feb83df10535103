"""Scores the Universal Dependencies trees against UD English EWT (web text), gold tokens given."""

from __future__ import annotations

import gzip
from collections import Counter
from typing import TYPE_CHECKING

from evaluation.score import Score
from onrecord.stages.syntax import parse_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SENTENCES = 600
"""Enough for a stable third digit; the whole development part takes four times as long."""


def evaluate(data: Path) -> list[Score]:
    """UPOS accuracy, unlabelled and labelled attachment without punctuation, main relation only."""
    counts: Counter[str] = Counter()
    for number, rows in enumerate(_sentences(data / "data/ewt/dev.conllu.gz")):
        if number >= SENTENCES:
            break
        for row, token in zip(rows, parse_words([row[1] for row in rows]), strict=True):
            if row[3] == "PUNCT":
                continue
            attached = int(row[6]) == (0 if token.head is None else token.head.i + 1)
            same = row[7].split(":")[0] == token.dep.split(":")[0]
            counts.update(words=1, upos=row[3] == token.pos, uas=attached, las=attached and same)
    words = counts["words"]
    peer = {"large UD transformer": (0.919, "published, second-hand")}
    return [
        Score("syntax", "ewt dev", "UPOS accuracy", counts["upos"] / words, words),
        Score("syntax", "ewt dev", "UAS", counts["uas"] / words, words, peers=peer),
        Score("syntax", "ewt dev", "LAS", counts["las"] / words, words),
    ]


def _sentences(path: Path) -> Iterator[list[list[str]]]:
    rows: list[list[str]] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if cells[0].isdigit():
                rows.append(cells)
            elif len(cells) == 1 and not cells[0] and rows:
                yield rows
                rows = []
