"""Floors under the scores: what was reached once must not be lost unseen."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from evaluation.known import key_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from evaluation.score import Score

FLOORS = Path("evaluation/floors.toml")
SLACK = 0.005
"""A floor is set this far below the score that it keeps: processors differ in the last digits of a parse."""
HEAD = """# Lowest scores allowed on the development sets, highest ones where less is better; see CONTRIBUTING.md.
"""


def load_floors() -> dict[str, float]:
    """Read the floors: name of a score → lowest value allowed, of an error the highest; none where there is no file."""
    if not FLOORS.exists():
        return {}
    return {str(key): float(value) for key, value in tomllib.loads(FLOORS.read_text(encoding="utf-8")).items()}


def check_floors(scores: list[Score], tasks: Collection[str]) -> int:
    """Print every score below its floor; 1 if there is one, or if a floor of these tasks was not measured."""
    floors = {key: floor for key, floor in load_floors().items() if key.split(" | ")[0] in tasks}
    found = {key_of(score): score for score in scores}
    fallen = [(key, floor) for key, floor in floors.items() if key not in found or not holds(found[key], floor)]
    for key, floor in fallen:
        measured = f"{found[key].value:.3f}" if key in found else "not measured"
        print(f"BELOW ITS FLOOR: {key}: {measured}, floor {floor:.3f}")
    print(f"{len(floors) - len(fallen)} of {len(floors)} floors hold.")
    return 1 if fallen else 0


def holds(score: Score, floor: float) -> bool:
    """Tell whether a score keeps its floor."""
    return score.value <= floor if score.less else score.value >= floor


def raise_floors(scores: list[Score]) -> None:
    """Set floors just below today's scores. Floors are only ever raised here.

    To lower one, edit the file and say why in CHANGELOG.md.
    """
    floors = load_floors()
    for score in scores:
        if score.held:
            key, slack = key_of(score), SLACK if score.less else -SLACK
            today = round(score.value + slack, 3)
            floors[key] = (min if score.less else max)(floors.get(key, today), today)
    FLOORS.write_text(HEAD + "".join(f'"{key}" = {value:.3f}\n' for key, value in sorted(floors.items())), "utf-8")
