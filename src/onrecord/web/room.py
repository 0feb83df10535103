"""How the pages are set: templates, and the words and lines that they share with the exported page."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, get_args
from urllib.parse import quote

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from onrecord.exports.certainty import CERTAINTY
from onrecord.exports.dates import range_words
from onrecord.exports.inert import inert_words
from onrecord.exports.listing.cells import cells_of
from onrecord.exports.view import KIND_WORDS, country_name
from onrecord.model.standing import VALUES, Value
from onrecord.model.statement import SourceKind

if TYPE_CHECKING:
    from onrecord.exports.certainty import Certainty
    from onrecord.model.listing import IncidentRow

LISTS = ("statements", "events", "figures", "incidents", "stories", "sources", "timeline")
SHORT_ID = len("sha256:") + 16


def render(template: str, status: int = 200, **shown: Any) -> HTMLResponse:
    """Set a page."""
    return HTMLResponse(
        _templates().get_template(template).render(**{"words": "", "json": "", "status": status, **shown}), status
    )


def range_of(sources: tuple[int, int]) -> str:
    """Say a number of originating sources: "3–4"."""
    return str(sources[0]) if sources[0] == sources[1] else f"{sources[0]}–{sources[1]}"


def stands_of(row: IncidentRow) -> list[tuple[Value, tuple[int, int, int], int]]:
    """Give each value that somebody holds: who stands behind it, and how many at most hold the opposite."""
    held: dict[Value, tuple[int, int, int] | None] = {value: getattr(row, value) for value in VALUES}
    found = []
    for value, one in held.items():
        others = [two[2] for name, two in held.items() if two and (name == "denied") != (value == "denied")]
        if one:
            found.append((value, one, max(others, default=0)))
    return found


def certainty(value: str | None) -> Certainty | None:
    """Give the words and line of a commitment."""
    return next((one for name, one in CERTAINTY.items() if name == value), None)


def figure_words(row: Any) -> str:
    """Say a figure with its doubt."""
    return cells_of(row)["figure"]


@cache
def _templates() -> Environment:
    # ours first: the exported page's article and ledger are used as they are
    loader = ChoiceLoader([PackageLoader("onrecord.web"), PackageLoader("onrecord.exports")])
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters |= {
        "range": range_of,
        "stands": stands_of,
        "inert": inert_words,
        "quoted": lambda words: quote(words, safe=":"),
    }
    made.globals |= {
        "certainty": certainty, "days": range_words, "country": country_name, "kind_words": KIND_WORDS,
        "figure_words": figure_words, "values": VALUES, "source_kinds": get_args(SourceKind), "lists": LISTS,
        "short_id": SHORT_ID,
    }  # fmt: skip
    return made
