"""Scores the HTML reader on the article extraction benchmark, beside trafilatura in the same run.

The benchmark's metric: 4-gram shingles of words, precision and recall a page, F1 of their means; its bodies have no
headline and no captions, so ours are the blocks of the story alone. The whole text is scored too, titles and captions
counted as mistakes.
"""

from __future__ import annotations

import gzip
import re
from collections import Counter
from typing import TYPE_CHECKING

from trafilatura import extract

from evaluation.bootstrap import Sample
from evaluation.score import Score, load_lines
from onrecord.model import Report, slice_of
from onrecord.options import Options
from onrecord.readers import read_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

BODY = frozenset({"paragraph", "list_item", "pull_quote", "kicker", "note"})
SHINGLE = 4
PUBLISHED_PEERS = {"trafilatura 2.0": 0.958, "rs_trafilatura": 0.970, "Zyte AutoExtract": 0.970, "newspaper4k": 0.949}
WORST = 15

_WORD = re.compile(r"\w+")


def evaluate(data: Path) -> list[Score]:
    """Read every page once with each and give the three F1s."""
    folder = data / "data" / "article_extraction"
    pages = load_lines(folder / "articles.jsonl")
    ours, whole, peer = [], [], []
    for page in pages:
        html = gzip.decompress((folder / page["html"]).read_bytes())
        body, text = _read(html)
        ours.append(_score(body, page["body"]))
        whole.append(_score(text, page["body"]))
        peer.append(_score(extract(html.decode("utf-8"), include_comments=False) or "", page["body"]))
    peers = {name: (value, "published") for name, value in PUBLISHED_PEERS.items()}
    peers["trafilatura as installed"] = (_f1(peer), "measured")
    ranked = sorted(zip(ours, pages, strict=True), key=lambda pair: sum(pair[0]))
    misses = [f"P {p:.2f} R {r:.2f} {page['url']}" for (p, r), page in ranked[:WORST]]
    metric = "shingle F1"
    return [
        _scored(f"{metric}, story blocks", ours, peers, misses),
        _scored(f"{metric}, whole text with title and captions", whole),
    ]


def _scored(
    metric: str,
    pages: list[tuple[float, float]],
    peers: dict[str, tuple[float, str]] | None = None,
    misses: list[str] | None = None,
) -> Score:
    sample = Sample(pages, _f1)
    return Score(
        "reading", "article extraction", metric, _f1(pages), len(pages), None, peers or {}, misses or [], sample
    )


def _read(html: bytes) -> tuple[str, str]:
    """Give the story's blocks and the whole text; "" for a page that is set aside."""
    for report in read_bytes(html, "page.html", Options()):
        if isinstance(report, Report):
            body = [slice_of(report.text, block.span) for block in report.blocks if block.kind in BODY]
            return "\n\n".join(body), report.text
    return "", ""


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)))


def _score(found: str, gold: str) -> tuple[float, float]:
    one, other = _shingles(found), _shingles(gold)
    both = (one & other).total()
    return both / one.total(), both / other.total()


def _f1(scores: Sequence[tuple[float, float]]) -> float:
    precision = sum(p for p, _ in scores) / len(scores)
    recall = sum(r for _, r in scores) / len(scores)
    return 2 * precision * recall / (precision + recall)
