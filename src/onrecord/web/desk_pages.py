"""The pages that write: what is brought in, what is judged, and the token at the door."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from onrecord.web.guard import COOKIE, pass_of, same
from onrecord.web.pages import desk_of, json_of
from onrecord.web.review import VERDICTS, judge, log, next_item, undo
from onrecord.web.room import render

if TYPE_CHECKING:
    from starlette.requests import Request

MOST_FILES, LONGEST_NAME = 50, 200
TITLE_WORDS = 8


async def intake(request: Request) -> Response:
    """Show what was brought in and how far its reading is."""
    told = request.app.state.intake.told()
    if request.url.path.startswith("/api"):
        return json_of({"rows": told})
    busy = any(one.state in {"waiting", "reading"} for one in told)
    return render("intake.html", told=told, busy=busy, json="/api/intake")


async def bring(request: Request) -> Response:
    """Take in dropped files, a pasted text or a pasted address; answer at once, read meanwhile."""
    async with request.form(max_files=MOST_FILES, max_fields=10) as form:
        given = [(one.filename or "file", await one.read()) for one in form.getlist("files") if isinstance(one, UploadFile) and one.size]  # fmt: skip  # noqa: E501
        pasted = str(form.get("text") or "").strip()
    works: list[tuple[str, bytes | None]] = [(name.replace("\\", "/").rpartition("/")[2], data) for name, data in given]
    if pasted.startswith(("http://", "https://")) and len(pasted.split()) == 1:
        works.append((pasted, None))
    elif pasted:
        works.append((" ".join(pasted.split()[:TITLE_WORDS]), pasted.encode()))
    if not works:
        raise HTTPException(400, "Choose files, or paste a text or an address.")
    for name, data in works:
        if not request.app.state.intake.take(name[:LONGEST_NAME] if data is not None else name, data):
            raise HTTPException(429, "Too many reports wait to be read. Wait a moment.")
    return RedirectResponse("/intake", 303)


def _who(given: str | None, request: Request) -> str:
    who: str = (given or "").strip()[:80] or request.app.state.who
    return who


async def review(request: Request) -> Response:
    """Show the next record to judge."""
    query = request.query_params
    who, after = _who(query.get("who"), request), query.get("after", "")
    item = await desk_of(request).ask(lambda views: next_item(views, who, after))
    if request.url.path.startswith("/api"):
        return json_of(item)
    done = await desk_of(request).ask(lambda views: log(views, 6, 0))
    return render(
        "review.html", item=item, who=who, after=after, done=done, json=f"/api/review?{urlencode({'who': who, 'after': after})}",  # noqa: E501
    )  # fmt: skip


async def decide(request: Request) -> Response:
    """Write a judgement, or take back the last one, and go on."""
    async with request.form(max_files=0, max_fields=10) as form:
        given = {name: str(value) for name, value in form.items()}
    who, deed, after = _who(given.get("who"), request), given.get("deed", ""), given.get("after", "")
    if deed == "undo":
        await desk_of(request).write(lambda writer: undo(writer, who))
        after = ""
    elif verdict := next((one for one in VERDICTS if one == deed), None):
        report, key, note = given.get("report", ""), given.get("key", ""), given.get("note", "").strip() or None
        try:
            await desk_of(request).write(lambda writer: judge(writer, who, verdict, report, key, note))
        except KeyError as error:
            raise HTTPException(409, "This record is not shown any more; a newer reading took its place.") from error
    else:
        raise HTTPException(400, f"deed: got {deed!r}, expected {', '.join(VERDICTS)} or undo.")
    return RedirectResponse(f"/review?{urlencode({'who': who, 'after': after})}", 303)


async def judgements(request: Request) -> Response:
    """Show the judgements that stand."""
    rows = await desk_of(request).ask(lambda views: log(views, 200, 0))
    if request.url.path.startswith("/api"):
        return json_of({"rows": rows})
    return render("judgements.html", rows=rows, json="/api/judgements")


async def door(request: Request) -> Response:
    """Ask for the token; a right one is kept in a cookie that only this server sees."""
    token: str | None = request.app.state.token
    if request.method == "GET" or token is None:
        return render("token.html", wrong=False)
    async with request.form(max_files=0, max_fields=2) as form:
        given = str(form.get("token") or "")
    if not same(given, token):
        return render("token.html", 401, wrong=True)
    answer = RedirectResponse("/", 303)
    answer.set_cookie(COOKIE, pass_of(token), httponly=True, samesite="strict")
    return answer
