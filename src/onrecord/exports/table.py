"""One row an event, in ACLED's columns and ours, for spreadsheets and statistics."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import TYPE_CHECKING

from onrecord.exports.acled import DISORDER, NO_ROW, acled_row, crosswalk
from onrecord.exports.happening import Happening, put_in_words
from onrecord.exports.passages import passage_around
from onrecord.exports.view import View, country_name
from onrecord.model import Event, Place, Reading, Time, record_key
from onrecord.model.event import AUTHOR

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Cell = str | int | float | None
ACLED_COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso",
    "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source",
    "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
OUR_COLUMNS = (
    "report_id", "record", "plover_type", "mode", "cameo", "quad", "tense", "background", "date_latest",
    "country_iso2", "attributed_to", "source_kind", "anonymous", "factuality_author", "factuality_holders",
    "fatalities_low", "fatalities_high", "words", "span", "rule", "score",
)  # fmt: skip
COLUMNS = ACLED_COLUMNS + OUR_COLUMNS
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
GEO_PRECISION = {"site": 1, "city": 1, "admin2": 2, "admin1": 2, "region": 3, "country": 3}
WEEK, MONTH = 7, 31


def write_csv(readings: Iterable[Reading]) -> Iterator[str]:
    """Write the header, then one row an event."""
    yield _line(COLUMNS)
    for reading in readings:
        view = View(reading)
        for event in reading.events:
            cells = event_cells(event, view)
            yield _line([cells.get(column) for column in COLUMNS])


def _line(cells: Iterable[Cell]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow([guarded(cell) for cell in cells])
    return out.getvalue()


def guarded(cell: Cell) -> Cell:
    """Keep a spreadsheet from taking words of the report for a formula: such a cell gets an apostrophe before it."""
    if isinstance(cell, str) and cell.lstrip(" ").startswith(FORMULA_STARTS):
        return "'" + cell
    return cell


def event_cells(event: Event, view: View) -> dict[str, Cell]:
    """Give an event's cells by column; what is not here is empty because the report does not give it."""
    happening = put_in_words(event, view)
    return {
        **_identity(event, view),
        **_when(view.times.get(event.time or "")),
        **_who(event, view),
        **_where(event, view),
        **_toll(event, view),
        **_according_to(event, happening, view),
    }


def _identity(event: Event, view: View) -> dict[str, Cell]:
    report = view.report
    start, end = passage_around(view, event.trigger[0]) if event.trigger else (0, 0)
    return {
        "event_id_cnty": record_key(report.text_id, "event", event.trigger),
        "source": report.publisher or report.url or report.source.ref,
        "report_id": report.id,
        "record": event.id,
        "plover_type": event.type,
        "mode": event.mode,
        "cameo": event.cameo,
        "quad": event.quad,
        "tense": event.tense,
        "background": "yes" if event.background else "no",
        "words": view.quote((start, end)),
        "span": ";".join(f"{first}-{last}" for first, last in event.trigger),
        "rule": event.rule or event.model,
        "score": event.score,
    }


def _when(time: Time | None) -> dict[str, Cell]:
    if time is None or not time.earliest:
        return {}
    cells: dict[str, Cell] = {"event_date": time.earliest[:10], "year": time.earliest[:4], "date_latest": time.latest}
    days = _days(time.earliest, time.latest)
    if days is not None:
        cells["time_precision"] = 1 if days <= 1 else 2 if days <= WEEK else 3
    return cells


def _days(earliest: str, latest: str | None) -> int | None:
    try:
        return (date.fromisoformat((latest or "")[:10]) - date.fromisoformat(earliest[:10])).days + 1
    except ValueError:
        return None


def _who(event: Event, view: View) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for number, side in (("1", event.actors), ("2", event.recipients)):
        names = list(dict.fromkeys(view.name(one.entity) for one in side))
        cells[f"actor{number}"] = names[0] if names else None
        cells[f"assoc_actor_{number}"] = "; ".join(names[1:])
        kinds = [view.entities[one.entity].type for one in side if one.entity in view.entities]
        cells[f"inter{number}"] = crosswalk().inter.get(kinds[0], "") if kinds else None
    row = acled_row(event.type, event.mode, str(cells["inter2"] or ""))
    if row is not NO_ROW:
        cells |= {"event_type": row.event, "sub_event_type": row.sub_event, "disorder_type": DISORDER[row.event]}
    if cells["inter1"] and cells["inter2"]:
        cells["interaction"] = f"{cells['inter1']}-{cells['inter2']}"
    if event.type == "ASSAULT" and cells["inter2"] == "Civilians":
        cells["civilian_targeting"] = "Civilian targeting"
    return cells


def _where(event: Event, view: View) -> dict[str, Cell]:
    known = [view.places[one] for one in event.places if one in view.places]
    if not known:
        return {}
    place = min(known, key=_size)
    return {
        "country": country_name(place.country),
        "country_iso2": place.country,
        "admin1": place.name if place.kind == "admin1" else place.admin1,
        "admin2": place.name if place.kind == "admin2" else None,
        "location": place.name,
        "latitude": place.lat,
        "longitude": place.lon,
        "geo_precision": GEO_PRECISION[place.kind],
    }


def _size(place: Place) -> int:
    return ("site", "city", "admin2", "admin1", "region", "country").index(place.kind)


def _toll(event: Event, view: View) -> dict[str, Cell]:
    killed = view.figures.get(event.killed or "")
    if killed is None:
        return {}
    # ACLED takes the lowest number that is reported; the bounds keep the rest
    low = killed.low if killed.low is not None else killed.value
    return {
        "fatalities": low,
        "fatalities_low": killed.low,
        "fatalities_high": killed.high,
    }


def _according_to(event: Event, happening: Happening, view: View) -> dict[str, Cell]:
    holders = {held.holder: held.value for held in event.factuality}
    by = [view.statements[holder] for holder in holders if holder in view.statements]
    tags = [tag for statement in by for tag in view.source_tags(statement)]
    said = [f"{one.tag.label}: {one.words}" for one in happening.commitments]
    parts = [f"{happening.parties} ({happening.what})", *happening.circumstances, *said]
    return {
        "attributed_to": "; ".join(tag.label for tag in tags),
        "source_kind": "; ".join(dict.fromkeys(statement.source_kind for statement in by)),
        "anonymous": _yes_or_no({tag.anonymous for tag in tags}),
        "factuality_author": holders.get(AUTHOR),
        "factuality_holders": "; ".join(f"{holder}={value}" for holder, value in holders.items() if holder != AUTHOR),
        "notes": ". ".join(parts),
    }


def _yes_or_no(found: set[bool]) -> str:
    """Say "" for none, "partly" where both are found."""
    return "partly" if len(found) > 1 else "".join("yes" if one else "no" for one in found)
