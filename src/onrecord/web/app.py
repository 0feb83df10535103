"""The application: its addresses, its errors in words, and its end."""

from __future__ import annotations

import sqlite3
from contextlib import asynccontextmanager
from importlib.resources import files
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from onrecord.errors import OnrecordError
from onrecord.web import desk_pages, pages
from onrecord.web.desk import Desk
from onrecord.web.guard import Guard
from onrecord.web.intake import Intake
from onrecord.web.openapi import document
from onrecord.web.room import render

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request
    from starlette.types import ASGIApp

SHARED = ("page.css", "page.js")
FONTS = tuple(
    f"{name}.woff2"
    for name in ("inter-latin-400-normal", "inter-latin-600-normal", "source-serif-4-latin-400-italic",
                 "source-serif-4-latin-400-normal", "source-serif-4-latin-600-normal")
)  # fmt: skip
OWN = ("room.css", "room.js")
MEDIA = {"css": "text/css", "js": "text/javascript", "woff2": "font/woff2"}
DAY = "max-age=86400"


def make_app(store: str, *, host: str, port: int, token: str | None = None, who: str = "reviewer") -> ASGIApp:
    """Make the room of a store, made where there is none. Raises StoreError where that cannot be used."""
    desk = Desk(store)

    @asynccontextmanager
    async def open_and_close(app: Starlette) -> AsyncIterator[None]:
        yield
        app.state.intake.close()
        app.state.desk.close()

    handlers = {HTTPException: _said, sqlite3.OperationalError: _slow, OnrecordError: _failed}
    app = Starlette(routes=_routes(), lifespan=open_and_close, exception_handlers=handlers)  # type: ignore[arg-type]
    app.state.desk, app.state.intake, app.state.token, app.state.who = desk, Intake(store), token, who
    return Guard(app, host=host, port=port, token=token)


def _routes() -> list[Route]:
    both = {
        "/report/{id}": pages.report, "/incident/{id}": pages.incident, "/story/{id}": pages.story,
        "/who/{id:path}": pages.actor, "/search": pages.search, "/review": desk_pages.review,
        "/judgements": desk_pages.judgements, "/intake": desk_pages.intake,
    }  # fmt: skip
    return [
        Route("/", pages.start),
        Route("/api/reports", pages.start),
        Route("/intake", desk_pages.bring, methods=["POST"]),
        Route("/review", desk_pages.decide, methods=["POST"]),
        Route("/token", desk_pages.door, methods=["GET", "POST"]),
        *(Route(f"{room}{path}", page) for path, page in both.items() for room in ("", "/api")),
        Route("/record/{id}", pages.record),
        Route("/ledger/{of}", pages.ledger),
        Route("/export/{of}.{form}", pages.export),
        Route("/assets/{name}", _asset),
        Route("/api/openapi.json", _openapi),
        Route("/api/{of}", pages.ledger),
    ]


async def _openapi(_: Request) -> Response:
    return pages.json_of(document())


async def _asset(request: Request) -> Response:
    name = request.path_params["name"]
    home = files("onrecord.exports").joinpath("templates")
    if name in OWN:
        file = files("onrecord.web").joinpath("assets", name)
    elif name in SHARED:
        file = home.joinpath(name)
    elif name in FONTS:
        file = home.joinpath("fonts", name)
    else:
        raise HTTPException(404, "There is no such file.")
    kept = {"cache-control": DAY if name in FONTS else "no-cache"}
    return Response(file.read_bytes(), media_type=MEDIA[name.rpartition(".")[2]], headers=kept)


async def _said(request: Request, error: HTTPException) -> Response:
    return _error(request, error.status_code, error.detail)


async def _slow(request: Request, _: Exception) -> Response:
    return _error(request, 503, "This took too long or the store is busy. Narrow the filters, or try again.")


async def _failed(request: Request, error: OnrecordError) -> Response:
    return _error(request, 503, str(error))


def _error(request: Request, status: int, words: str) -> Response:
    if request.url.path.startswith("/api"):
        return PlainTextResponse(words, status)
    return render("error.html", status, said=words)
