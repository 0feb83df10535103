"""The tasks, as one literal list: name → function from the data folder to scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evaluation import (
    actors,
    article_extraction,
    copies,
    ecbplus,
    entities,
    events,
    evidence,
    factuality,
    figures,
    muc4,
    places,
    relations,
    statements,
    syntax,
    timeline15,
    times,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from evaluation.score import Score

TASKS: dict[str, Callable[[Path], list[Score]]] = {
    "reading": article_extraction.evaluate,
    "evidence": evidence.evaluate,
    "events": events.evaluate,
    "factuality": factuality.evaluate,
    "blame": muc4.evaluate,
    "statements": statements.evaluate,
    "entities": entities.evaluate,
    "relations": relations.evaluate,
    "times": times.evaluate,
    "figures": figures.evaluate,
    "places": places.evaluate,
    "actors": actors.evaluate,
    "syntax": syntax.evaluate,
    "copies": copies.evaluate,
    "incidents": ecbplus.evaluate,
    "timelines": timeline15.evaluate,
}
