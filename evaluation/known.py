"""What is known beside our scores: what a score is to reach, and the published or measured figures of other systems."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evaluation.score import Score

KNOWN = Path("evaluation/known.toml")
FIGURES = re.compile(r" \((?:P|wrong) [^)]*\)")
"""The part of a metric's name that carries today's figures."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the score is to reach, and each peer's (number, how it is known)."""

    reach: float | None
    peers: dict[str, tuple[float, str]]


def key_of(score: Score) -> str:
    """Name a score in floors.toml and known.toml."""
    return f"{score.task} | {score.set} | {FIGURES.sub('', score.metric)}"


@cache
def known_figures() -> dict[str, Known]:
    """Read known.toml: name of a score → what is known beside it."""
    raw = tomllib.loads(KNOWN.read_text(encoding="utf-8"))
    return {
        key: Known(value.get("reach"), {name: (float(number), how) for name, number, how in value.get("peers", [])})
        for key, value in raw.items()
    }


def reach_of(score: Score) -> float | None:
    """Give what the score is to reach."""
    known = known_figures().get(key_of(score))
    return known.reach if known is not None else None


def with_known_peers(score: Score) -> Score:
    """Add the known figures of peers; those that the scorer measured itself stay."""
    known = known_figures().get(key_of(score))
    return replace(score, peers=known.peers | score.peers) if known is not None else score
