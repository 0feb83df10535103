"""Floors under the scores: what was reached once must not be lost unseen."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evaluation.score import Score

FLOORS = Path("evaluation/floors.toml")
SLACK = 0.005
"""A floor is set this far below the score that it keeps: processors differ in the last digits of a parse."""


def key_of(score: Score) -> str:
    """Name a score in floors.toml, without the parts of the metric that carry figures."""
    return f"{score.task} | {score.set} | {score.metric.split(' (P ')[0]}"


def load_floors() -> dict[str, float]:
    """Read the floors: name of a score → lowest value allowed."""
    return {str(key): float(value) for key, value in tomllib.loads(FLOORS.read_text(encoding="utf-8")).items()}


def check_floors(scores: list[Score]) -> int:
    """Print every score below its floor; 1 if there is one, or if a floor of these tasks was not measured."""
    floors, values = load_floors(), {key_of(score): score.value for score in scores}
    tasks = {score.task for score in scores}
    fallen = [
        (key, floor) for key, floor in floors.items() if key.split(" | ")[0] in tasks and values.get(key, -1.0) < floor
    ]
    for key, floor in fallen:
        print(f"BELOW ITS FLOOR: {key}: {values.get(key, float('nan')):.3f}, floor {floor:.3f}")
    print(f"{len(floors) - len(fallen)} of {len(floors)} floors hold.")
    return 1 if fallen else 0


def raise_floors(scores: list[Score]) -> None:
    """Set floors just below today's scores. Floors are only ever raised here.

    To lower one, edit the file and say why in CHANGELOG.md.
    """
    floors = load_floors() if FLOORS.exists() else {}
    for score in scores:
        floors[key_of(score)] = max(floors.get(key_of(score), -1.0), round(score.value - SLACK, 3))
    lines = [f'"{key}" = {value:.3f}' for key, value in sorted(floors.items())]
    FLOORS.write_text(
        "# Lowest scores allowed on the development sets; see CONTRIBUTING.md.\n" + "\n".join(lines) + "\n"
    )
