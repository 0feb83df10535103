"""Scores the Universal Dependencies trees against UD English EWT (web text), gold tokens given."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

from evaluation.bootstrap import Sample, of_share
from evaluation.score import Score
from onrecord.stages.syntax import parse_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from onrecord.stages.tokens import Token

SENTENCES = 600
"""Enough for a stable third digit; the whole development part takes four times as long."""


def evaluate(data: Path) -> list[Score]:
    """UPOS accuracy, unlabelled and labelled attachment without punctuation, main relation only."""
    counts: dict[str, list[tuple[int, int]]] = {"UPOS accuracy": [], "UAS": [], "LAS": []}
    for number, rows in enumerate(_sentences(data / "data/ewt/dev.conllu.gz")):
        if number >= SENTENCES:
            break
        right = [_right(row, token) for row, token in zip(rows, parse_words([r[1] for r in rows]), strict=True)]
        words = [one for row, one in zip(rows, right, strict=True) if row[3] != "PUNCT"]
        for place, items in enumerate(counts.values()):
            items.append((sum(word[place] for word in words), len(words)))
    peer = {"large UD transformer": (0.919, "published, second-hand")}
    return [
        Score(
            "syntax",
            "ewt dev",
            metric,
            of_share(items),
            sum(total for _, total in items),
            peers=peer if metric == "UAS" else {},
            sample=Sample(items, of_share),
        )
        for metric, items in counts.items()
    ]


def _right(row: list[str], token: Token) -> tuple[bool, bool, bool]:
    """Tell whether part of speech, head, and head with relation are the gold's."""
    attached = int(row[6]) == (0 if token.head is None else token.head.i + 1)
    same = row[7].split(":")[0] == token.dep.split(":")[0]
    return row[3] == token.pos, attached, attached and same


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
