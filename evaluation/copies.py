"""Scores the finding of copies: made variants of a story against real reports on one happening that are no copies."""

from __future__ import annotations

from itertools import combinations
from time import process_time
from typing import TYPE_CHECKING

from evaluation.score import Score, f1, load_lines
from evaluation.wire import variants
from onrecord.jobs.standing.lines import Lines
from onrecord.standing.copies import find_copies
from onrecord.store.connection import open_for_writing
from onrecord.store.packing import pack

if TYPE_CHECKING:
    from pathlib import Path

LONGEST_OWN_RUN = 9
"""Real reports that share no longer run of words than this are told in their own words; the rest is left out."""
MIN_WORDS = 120


def evaluate(data: Path) -> list[Score]:
    """F1 over pairs, and the share of each kind of edit that is found."""
    documents = [d for d in load_lines(data / "data/ecbplus/dev.jsonl.gz") if len(d["text"].split()) >= MIN_WORDS]
    stories = {d["id"]: d["text"].split("\n") for d in documents}
    texts = {key: "\n".join(lines) for key, lines in stories.items()}
    made: dict[str, tuple[str, str]] = {}
    names = list(stories)
    for i, key in enumerate(names):
        for edit, text in variants(stories[key], stories[names[(i + len(names) // 2) % len(names)]]).items():
            made[f"{key} {edit}"] = (key, edit)
            texts[f"{key} {edit}"] = text
    start = process_time()
    found = {(one, other) for one, other, _ in find_copies(texts)}
    seconds = process_time() - start
    negatives = _own_words(documents)
    hits = {name for name, (key, _) in made.items() if (key, name) in found or (name, key) in found}
    false = {pair for pair in negatives if pair in found}
    _, _, value = f1(len(hits), len(hits) + len(false), len(made))
    kinds = sorted({edit for _, edit in made.values()})
    scores = [
        Score("copies", "wire variants", f"{kind}, found", _share(kind, made, hits), len(names)) for kind in kinds
    ]
    misses = [f"missed {name}" for name in sorted(made.keys() - hits)] + [f"false {pair}" for pair in sorted(false)]
    return [
        Score("copies", "wire variants + ecbplus dev", "pairs, F1", value, len(made) + len(negatives), misses=misses),
        Score(
            "copies",
            "ecbplus dev",
            "reports in their own words, kept apart",
            1 - len(false) / len(negatives),
            len(negatives),
        ),
        *scores,
        Score("copies", "wire variants", "reports a CPU second", len(texts) / seconds, len(texts), held=False),
    ]


def _speed(data: Path) -> Score:
    """Join real reports to their lines in a store, alignment and profile included, as an ingest does."""
    parts = ("dev", "train")
    texts = [d["text"] for part in parts for d in load_lines(data / f"data/ecbplus/{part}.jsonl.gz")]
    connection = open_for_writing(":memory:")
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN")
    lines = Lines(connection)
    start = process_time()
    for number, text in enumerate(texts):
        row = connection.execute("INSERT INTO text VALUES (NULL, 0, ?, ?)", (f"{number:04}", pack(text.encode())))
        lines.join(int(row.lastrowid or 0), text)
    speed = len(texts) / (process_time() - start)
    return Score("copies", "ecbplus", "joined to their lines, reports a CPU second (not a floor)", speed, len(texts))


def _share(kind: str, made: dict[str, tuple[str, str]], hits: set[str]) -> float:
    names = [name for name, (_, edit) in made.items() if edit == kind]
    return sum(name in hits for name in names) / len(names)


def _own_words(documents: list[dict[str, str]]) -> list[tuple[str, str]]:
    runs = {d["id"]: _runs(d["text"]) for d in documents}
    subtopic = {d["id"]: d["subtopic"] for d in documents}
    pairs = [tuple(sorted(pair)) for pair in combinations(runs, 2) if subtopic[pair[0]] == subtopic[pair[1]]]
    return sorted((one, other) for one, other in pairs if not runs[one] & runs[other])


def _runs(text: str) -> set[tuple[str, ...]]:
    words = text.lower().split()
    size = LONGEST_OWN_RUN + 1
    return {tuple(words[i : i + size]) for i in range(len(words) - size + 1)}
