"""The pages: each gives what it shows as HTML, or under /api as JSON."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from onrecord.errors import OptionError
from onrecord.exports.listing.formats import write_rows
from onrecord.exports.page.sheet import lay_out
from onrecord.exports.view import KINDS
from onrecord.model import Reading
from onrecord.model.canonical import encode_reading
from onrecord.model.shown import IncidentShown, StoryShown
from onrecord.store.finding import show
from onrecord.web.asked import FARTHEST, MOST, PAGE, Asked, asked_of
from onrecord.web.queries import event_types, holdings, place_of, reports
from onrecord.web.room import LISTS, render
from onrecord.web.shown import actor_shown, lanes_of, toll_bars, voices_by_value

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

    from onrecord.model.shown import Shown
    from onrecord.store.views import Views
    from onrecord.web.desk import Desk

MOST_EXPORTED = 5000
EXPORT_PATIENCE = 120.0
MEDIA = {"jsonl": "application/x-ndjson", "csv": "text/csv; charset=utf-8"}


def json_of(value: Any) -> Response:
    """Answer in JSON."""
    return Response(msgspec.json.encode(value), media_type="application/json")


def desk_of(request: Request) -> Desk:
    """Give the desk of the room."""
    desk: Desk = request.app.state.desk
    return desk


async def start(request: Request) -> Response:
    """Show the newest reports, or, where there is none, how to bring some in."""
    limit, offset = _pages(request)
    held, rows = await desk_of(request).ask(lambda views: (holdings(views), reports(views, limit + 1, offset)))
    if request.url.path.startswith("/api"):
        return json_of({"rows": rows[:limit], "limit": limit, "offset": offset, "more": len(rows) > limit})
    told = request.app.state.intake.told()
    return render(
        "start.html", held=held, rows=rows[:limit], more=len(rows) > limit, limit=limit, offset=offset, told=told,
        json=f"/api/reports?limit={limit}&offset={offset}",
    )  # fmt: skip


def _pages(request: Request) -> tuple[int, int]:
    given = {name: request.query_params[name] for name in ("limit", "offset") if name in request.query_params}
    asked = asked_of(given)
    return asked.limit, asked.filters.offset


async def report(request: Request) -> Response:
    """Show a report's article with its evidence and ledger; any beginning of its id that no other has will do."""
    reading = await _shown(request, Reading)
    if request.url.path.startswith("/api"):
        return Response(encode_reading(reading), media_type="application/json")
    totals = [(kind[:-1], kind.title(), len(getattr(reading, kind))) for kind in KINDS]
    return render("article.html", sheet=lay_out(reading), totals=totals, json=f"/api/report/{reading.report.id}")


async def incident(request: Request) -> Response:
    """Show an incident: its standing, who says and who denies, its versions, its tolls."""
    shown = await _shown(request, IncidentShown)
    if request.url.path.startswith("/api"):
        return json_of(shown)
    return render(
        "incident.html", shown=shown, voices=voices_by_value(shown), tolls=toll_bars(shown.tolls),
        lanes=lanes_of([shown.row]), json=f"/api/incident/{shown.row.id}",
    )  # fmt: skip


async def story(request: Request) -> Response:
    """Show a story: its reports, which are copies of which, its incidents."""
    shown = await _shown(request, StoryShown)
    if request.url.path.startswith("/api"):
        return json_of(shown)
    return render("story.html", shown=shown, lanes=lanes_of(shown.incidents), json=f"/api/story/{shown.row.id}")


async def _shown(request: Request, wanted: type[Any]) -> Any:
    given = request.path_params["id"]

    def find(views: Views) -> Shown:
        return show(views, given)

    try:
        shown = await desk_of(request).ask(find)
    except OptionError as error:
        raise HTTPException(404, str(error)) from error
    if not isinstance(shown, wanted):
        raise HTTPException(404, f"{given} is something else.")
    return shown


async def record(request: Request) -> Response:
    """Lead from a record's key to its words in its report."""
    found = await desk_of(request).ask(lambda views: place_of(views, request.path_params["id"]))
    if found is None:
        raise HTTPException(404, "No report shows a record of this id; a newer reading may have taken its place.")
    return RedirectResponse(f"/report/{found[0]}#{found[1]}", 303)


async def actor(request: Request) -> Response:
    """Show what an actor did, is said to have done, and said."""
    shown = await desk_of(request).ask(lambda views: actor_shown(views, request.path_params["id"]))
    if shown is None:
        raise HTTPException(404, "Nobody of this name is on record.")
    return json_of(shown) if request.url.path.startswith("/api") else render("actor.html", shown=shown, json=f"/api/who/{shown.id}")  # fmt: skip  # noqa: E501


async def ledger(request: Request) -> Response:
    """Show a list with its filters; as JSON under /api."""
    of = _list_of(request)
    asked = asked_of(request.query_params)
    rows, types = await desk_of(request).ask(lambda views: (rows_of(views, of, asked), event_types(views.connection)))
    shown, more = rows[: asked.limit], len(rows) > asked.limit
    if request.url.path.startswith("/api"):
        return json_of({"rows": shown, "limit": asked.limit, "offset": asked.filters.offset, "more": more})
    return render(
        "list.html", of=of, rows=shown, more=more, asked=asked, types=types,
        lanes=lanes_of(shown) if of == "timeline" else [], json=f"/api/{of}{asked.address()}",
    )  # fmt: skip


async def export(request: Request) -> Response:
    """Give a list as a file: all rows that fit the filters, up to MOST_EXPORTED."""
    of, form = _list_of(request), request.path_params["form"]
    if form not in MEDIA:
        raise HTTPException(404, f"Lists are given as {' or '.join(MEDIA)}.")
    asked = asked_of({**request.query_params, "limit": str(MOST_EXPORTED)}, MOST_EXPORTED)
    rows = await desk_of(request).ask(lambda views: rows_of(views, of, asked), EXPORT_PATIENCE)
    name = {"content-disposition": f'attachment; filename="{of}.{form}"'}
    return Response(write_rows(rows[: asked.limit], form), media_type=MEDIA[form], headers=name)


def _list_of(request: Request) -> str:
    of: str = request.path_params["of"]
    if of not in LISTS:
        raise HTTPException(404, f"There are lists of {', '.join(LISTS)}.")
    return of


def rows_of(views: Views, of: str, asked: Asked) -> list[Any]:
    """Ask the store for a list."""
    rows: list[Any] = getattr(views, of)(asked.filters)
    return rows


async def search(request: Request) -> Response:
    """Show the reports that have these words."""
    words = request.query_params.get("q", "").strip()[:400]
    limit, offset = _pages(request)
    filters = asked_of({"limit": str(limit), "offset": str(offset)} if offset else {"limit": str(limit)}).filters
    question: Callable[[Views], list[Any]] = partial(_search, words=words, filters=filters)
    rows = await desk_of(request).ask(question)
    if request.url.path.startswith("/api"):
        return json_of({"rows": rows[:limit], "limit": limit, "offset": offset, "more": len(rows) > limit})
    return render(
        "search.html", words=words, rows=rows[:limit], more=len(rows) > limit, limit=limit, offset=offset, json=""
    )


def _search(views: Views, words: str, filters: Any) -> list[Any]:
    return list(views.search(words, filters))


PAGING = {"limit": (1, MOST, PAGE), "offset": (0, FARTHEST, 0)}
"""Least, most and usual value of what turns the pages."""
