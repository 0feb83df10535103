"""Peers that install from packages, run on the same records and scored by the same scorers.

They live in an environment of their own, which `make peers` builds; each runs in a process of that environment.
"""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evaluation.evidence.gold import spans_of
from evaluation.figures import METRICS, NEWSQUANT, Quantity, number, score_quantities
from evaluation.known import key_of
from evaluation.score import load_lines
from evaluation.statements import POLNEAR, Roles, score_polnear
from evaluation.times import TBAQ, score_tbaq
from onrecord.model import Time

if TYPE_CHECKING:
    from collections.abc import Callable

    from evaluation.score import Score

PYTHON = Path("build/peers/bin/python")
STORIES = 60
"""Stories that dateparser searches; it needs a second for each."""


def measured_peers(scores: list[Score], data: Path) -> list[Score]:
    """Add the figures of the peers of those tasks that were scored; with a word where they are not installed."""
    if not PYTHON.exists():
        print(f"No peers at {PYTHON}: their figures stay those that are known. `make peers` installs them.")
        return scores
    tasks = {score.task for score in scores}
    for task, (name, measure) in PEERS.items():
        if task in tasks:
            found = {key_of(score): score.value for score in measure(data)}
            scores = [_beside(score, name, found.get(key_of(score))) for score in scores]
    return scores


def _beside(score: Score, name: str, value: float | None) -> Score:
    return score if value is None else replace(score, peers=score.peers | {name: (value, "measured in this run")})


def ask_peer(name: str, records: list[dict[str, str | None]]) -> list[Any]:
    """Give a peer's answer to each {"text", "published"}. Raises CalledProcessError where it fails."""
    given = "".join(json.dumps(record) + "\n" for record in records)
    command = [str(PYTHON), "evaluation/peers_run.py", name]
    run = subprocess.run(command, input=given, capture_output=True, text=True, check=True)  # noqa: S603 - our own script
    return [json.loads(line) for line in run.stdout.splitlines()]


def _textacy(data: Path) -> list[Score]:
    documents = load_lines(data / POLNEAR)
    answers = ask_peer("textacy", [{"text": d["text"], "published": None} for d in documents])
    found = {d["text"]: answer for d, answer in zip(documents, answers, strict=True)}

    def read(document: dict[str, Any]) -> list[Roles]:
        return [Roles(spans_of(one), spans_of(cue), spans_of(said)) for one, cue, said in found[document["text"]]]

    return score_polnear(documents, read).scores("polnear dev")


def _dateparser(data: Path) -> list[Score]:
    records = load_lines(data / TBAQ)[:STORIES]
    answers = ask_peer("dateparser", [{"text": r["text"], "published": r["dct"]} for r in records])
    found = {r["text"]: answer for r, answer in zip(records, answers, strict=True)}

    def read(text: str, _: str) -> list[Time]:
        return [Time(id="", span=(start, end), type="DATE", value=day) for start, end, day in found[text]]

    return score_tbaq(records, read)


def _quantulum(data: Path) -> list[Score]:
    records = load_lines(data / NEWSQUANT)
    answers = ask_peer("quantulum3", [{"text": r["text"], "published": None} for r in records])
    found = {r["text"]: answer for r, answer in zip(records, answers, strict=True)}

    def read(text: str) -> list[Quantity]:
        return [Quantity(number(value), unit, "=") for value, unit in found[text]]

    return score_quantities("newsquant", records, METRICS, read)


PEERS: dict[str, tuple[str, Callable[[Path], list[Score]]]] = {
    "statements": ("textacy 0.13, direct quotations", _textacy),
    "times": (f"dateparser 1.5, search, first {STORIES} stories", _dateparser),
    "figures": ("quantulum3 0.10, without its classifier", _quantulum),
}
"""Task → the peer's name, and the function that scores it."""
