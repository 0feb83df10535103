"""What stands in a list for reading: a few cells a row, the standing among them, the id at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.exports.amounts import bounds_words, number_words
from onrecord.exports.certainty import CERTAINTY
from onrecord.exports.dates import range_words
from onrecord.exports.inert import inert_words
from onrecord.exports.view import KIND_WORDS, country_name
from onrecord.model.listing import (
    ChangeRow,
    EventRow,
    FigureRow,
    HitRow,
    IncidentRow,
    Row,
    SourceRow,
    StatementRow,
    StoryRow,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model.figure import Number

SIGNS = {"about": "≈ ", "at_least": "≥ ", "more_than": "> ", "at_most": "≤ ", "less_than": "< "}
REPORT_ID = len("sha256:") + 16
VALUE_WORDS = ("certain", "probable", "possible", "denied")


def standing_words(reports: int, sources: tuple[int, int], opposing: int) -> str:
    """Say a standing: reports · originating sources · opposing, "7 · 3–4 · 1"."""
    fewest, most = sources
    return f"{reports} · {fewest if fewest == most else f'{fewest}–{most}'} · {opposing}"


def cells_of(row: Row) -> dict[str, str]:
    """Give the cells of a row by the heads of their columns; all words are safe to print."""
    shown = {**_cells(row), "id": shortened(row.id)}
    return {head: inert_words(words) for head, words in shown.items()}


def shortened(name: str) -> str:
    """Shorten the id of a report to a beginning that no other has: `onrecord show` takes it."""
    return name[:REPORT_ID] if name.startswith("sha256:") else name


def _cells(row: Row) -> dict[str, str]:  # noqa: PLR0911 - one line a kind of row
    match row:
        case StatementRow():
            return _statement(row)
        case EventRow():
            return _event(row)
        case IncidentRow():
            return _incident(row)
        case FigureRow():
            return _figure(row)
        case SourceRow():
            told = range_words(row.first, row.last)
            kind = KIND_WORDS.get(row.kind, row.kind)
            return {"source": row.name, "kind": kind, "statements": str(row.statements), "reports": str(row.reports), "reported": told}  # fmt: skip  # noqa: E501
        case StoryRow():
            standing = standing_words(row.reports, row.sources, 0).rsplit(" · ", 1)[0]
            return {"story": row.title or "(no title)", "reported": range_words(row.earliest, row.latest), "standing": standing}  # fmt: skip  # noqa: E501
        case HitRow():
            return {"report": row.title or "(no title)", "passage": row.passage, "reported": _reported(row.published, row.publisher)}  # fmt: skip  # noqa: E501
        case ChangeRow():
            return {"seq": str(row.seq), "when": row.at, "what": row.kind, "about": shortened(row.about or "")}
        case _:
            return {}


def _statement(row: StatementRow) -> dict[str, str]:
    sign = CERTAINTY[row.value].sign if row.value in CERTAINTY else " · "
    return {
        "source": ("● " if row.named else "○ ") + row.source,
        "says": f"{sign} {row.content or row.cue}",
        "standing": standing_words(row.reports, row.sources, row.opposing),
        "reported": _reported(row.published, row.publisher),
    }


def _event(row: EventRow) -> dict[str, str]:
    sign = CERTAINTY[row.author].sign if row.author in CERTAINTY else " · "
    return {
        "who → whom": _parties(row.actors, row.recipients) + (" ↗" if row.tense == "future" else ""),
        "what": f"{sign} {row.type.lower()} “{row.words}”",
        "where": ", ".join(row.places),
        "happened": range_words(row.earliest, row.latest),
        "standing": standing_words(row.reports, row.sources, row.opposing),
        "reported": _reported(row.published, row.publisher),
    }


def _incident(row: IncidentRow) -> dict[str, str]:
    cells = {
        "who → whom": _parties(row.actors, row.recipients),
        "what": f"{row.type.lower()} “{row.words}”",
        "where": country_name(row.country) or "",
        "happened": range_words(row.earliest, row.latest),
        "reported": range_words(row.reported_first, row.reported_last),
    }
    affirmed = max((held[2] for held in (row.certain, row.probable, row.possible) if held), default=0)
    denied = row.denied[2] if row.denied else 0
    stands = []
    for name in VALUE_WORDS:
        held: tuple[int, int, int] | None = getattr(row, name)
        if held:
            stands.append(f"{name} {standing_words(held[0], held[1:], affirmed if name == 'denied' else denied)}")
    cells["standing"] = "\n".join(stands) or "nobody commits"
    return cells


def _figure(row: FigureRow) -> dict[str, str]:
    if row.value is not None and row.qualifier != "between":
        amount = SIGNS.get(row.qualifier, "") + number_words(_number(row.value))
    else:
        amount = bounds_words(_number(row.low), _number(row.high)) or number_words(None)
    return {
        "figure": " ".join(
            filter(None, (amount, row.unit, row.what if row.what not in (row.unit or "").split() else ""))
        ),
        "of": row.of or "",
        "words": f"“{row.words}”",
        "according to": row.source,
        "standing": standing_words(row.reports, row.sources, row.opposing),
        "reported": _reported(row.published, row.publisher),
    }


def _number(value: float | None) -> Number | None:
    return int(value) if value is not None and float(value).is_integer() else value


def _parties(actors: Sequence[str], recipients: Sequence[str]) -> str:
    who = ", ".join(actors) or "(not named)"
    return f"{who} → {', '.join(recipients)}" if recipients else who


def _reported(day: str | None, publisher: str | None) -> str:
    return " ".join(filter(None, (publisher, range_words(day, day)))) or "date not known"
