"""`python -m evaluation.robustness`: the evidence gold read again as upper case, transcript, OCR, and other spelling.

The damaged texts are made here, always the same ones; spans are carried back, so the scores are of the same gold.
"""

from __future__ import annotations

import argparse
import sys
from bisect import bisect_right
from pathlib import Path
from typing import TYPE_CHECKING

from evaluation.evidence.align import Alignment
from evaluation.evidence.gold import load_gold
from evaluation.evidence.predicted import predict
from evaluation.evidence.task import score_articles
from evaluation.known import key_of
from evaluation.robustness_texts import DAMAGES
from evaluation.score import data_folder
from evaluation.tables import table, write_part
from onrecord import read_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from evaluation.evidence.gold import Gold
    from evaluation.evidence.predicted import Predicted
    from evaluation.robustness_texts import Edit
    from onrecord.model import Span

PAGE = Path("docs/measured.md")
SHOWN = {
    "evidence | gold | statements whole, F1": "whole statements",
    "evidence | gold | events trigger+type, F1": "events",
    "evidence | gold | events actors, F1": "actors",
    "evidence | gold | factuality holders, F1": "factuality by holder",
    "evidence | gold | places mention, F1": "places",
    "evidence | gold | times value (all), F1": "times, value",
    "evidence | gold | figures value+unit+qualifier, F1": "figures",
}


class Damaged:
    """A text with edits made, and the way back: spans of it in the text that it was made of."""

    def __init__(self, text: str, edits: list[Edit]) -> None:
        self.starts, self.ends, self.olds, self.sizes = [0], [0], [0], [0]
        parts, position, length = [], 0, 0
        for start, end, words in [*edits, (len(text), len(text), "")]:
            parts += [text[position:start], words]
            length += start - position
            self.starts.append(length)
            self.olds.append(start)
            self.sizes.append(end - start)
            length += len(words)
            self.ends.append(length)
            position = end
        self.text = "".join(parts)

    def back(self, span: Span) -> Span:
        """Carry a span back; one end inside changed words goes as far as the changed words do."""
        start, end = self._old(span[0]), self._old(span[1] - 1) + 1
        return start, max(end, start + 1)

    def _old(self, position: int) -> int:
        i = bisect_right(self.starts, position) - 1
        beyond = position - self.ends[i]
        if beyond >= 0:
            return self.olds[i] + self.sizes[i] + beyond
        return self.olds[i] + min(position - self.starts[i], max(self.sizes[i] - 1, 0))


def main(arguments: list[str] | None = None) -> int:
    """Score every damage and print the table; 0 with a word where the data sets are not there."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.robustness", description=__doc__)
    parser.add_argument("--write", action="store_true", help=f"put the table into {PAGE}")
    chosen = parser.parse_args(arguments)
    if not data_folder().is_dir():
        print(f"No data sets at {data_folder()}: nothing is scored.")
        return 0
    articles = load_gold(data_folder() / "gold")
    columns = {name: scores_of(articles, damage) for name, damage in DAMAGES.items()}
    rows = [(shown, *(f"{column[key]:.3f}" for column in columns.values())) for key, shown in SHOWN.items()]
    changes = (str(sum(len(damage(gold.text)) for gold in articles)) for damage in DAMAGES.values())
    rows.append(("places changed in the texts", *changes))
    text = table(("F1 on the evidence gold", *columns), rows)
    print(text)
    if chosen.write:
        write_part(PAGE, "robustness", text)
    return 0


def scores_of(articles: list[Gold], damage: Callable[[str], list[Edit]]) -> dict[str, float]:
    """Score the articles as they are after a damage."""

    def read(gold: Gold) -> Predicted:
        damaged = Damaged(gold.text, damage(gold.text))
        reading = read_text(damaged.text, ref=gold.name, published=gold.published)
        clean = Alignment(reading.report.text, damaged.text)

        def move(span: Span) -> Span | None:
            there = clean(span)
            return damaged.back(there) if there is not None else None

        return predict(reading, gold, move)

    return {key_of(score): score.value for score in score_articles(articles, read)}


if __name__ == "__main__":
    sys.exit(main())
