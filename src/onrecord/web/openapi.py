"""The API in the OpenAPI form, made of the types that it answers with."""

from __future__ import annotations

from typing import Any

import msgspec

from onrecord import __version__
from onrecord.model import Reading
from onrecord.model.listing import EventRow, FigureRow, HitRow, IncidentRow, SourceRow, StatementRow, StoryRow
from onrecord.model.shown import IncidentShown, StoryShown
from onrecord.store.filters import Filters
from onrecord.web.intake import Told
from onrecord.web.pages import PAGING
from onrecord.web.queries import ReportRow
from onrecord.web.review import Done, Item
from onrecord.web.shown import ActorShown

LISTED: dict[str, type[Any]] = {
    "reports": ReportRow, "statements": StatementRow, "events": EventRow, "figures": FigureRow,
    "incidents": IncidentRow, "stories": StoryRow, "sources": SourceRow, "timeline": IncidentRow, "search": HitRow,
    "judgements": Done, "intake": Told,
}  # fmt: skip
OPENED: dict[str, type[Any]] = {
    "report": Reading,
    "incident": IncidentShown,
    "story": StoryShown,
    "who": ActorShown,
}
UNFILTERED = {"reports", "search", "judgements", "intake"}
REF = "#/components/schemas/{name}"


def document() -> dict[str, Any]:
    """Write the OpenAPI 3.1 document."""
    types = [*LISTED.values(), *OPENED.values(), Item]
    _, schemas = msgspec.json.schema_components(dict.fromkeys(types), ref_template=REF)
    paths = {f"/api/{name}": _list(name, row) for name, row in LISTED.items()}
    paths |= {f"/api/{name}/{{id}}": _one(name, shown) for name, shown in OPENED.items()}
    paths["/api/review"] = _get("The next record to judge, or null.", Item, [_query("who"), _query("after")])
    about = {"title": "onrecord reading room", "version": __version__}
    return {"openapi": "3.1.0", "info": about, "paths": paths, "components": {"schemas": schemas}}


def _list(name: str, row: type[Any]) -> dict[str, Any]:
    parameters = [] if name in {"judgements", "intake"} else [_query(one, bounds) for one, bounds in PAGING.items()]
    if name == "search":
        parameters.append({**_query("q"), "required": True})
    if name not in UNFILTERED:
        parameters += [_query(one) for one in Filters.__struct_fields__ if one not in PAGING]
    rows = {"type": "array", "items": {"$ref": REF.format(name=row.__name__)}}
    paged = {"limit": {"type": "integer"}, "offset": {"type": "integer"}, "more": {"type": "boolean"}}
    schema = {"type": "object", "required": ["rows"], "properties": {"rows": rows, **paged}}
    return _answer(f"List {name}.", schema, parameters)


def _one(name: str, shown: type[Any]) -> dict[str, Any]:
    parameter = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
    return _get(f"Open one: {name}.", shown, [parameter])


def _get(summary: str, shown: type[Any], parameters: list[dict[str, Any]]) -> dict[str, Any]:
    return _answer(summary, {"$ref": REF.format(name=shown.__name__)}, parameters)


def _answer(summary: str, schema: dict[str, Any], parameters: list[dict[str, Any]]) -> dict[str, Any]:
    content = {"application/json": {"schema": schema}}
    return {"get": {"summary": summary, "parameters": parameters, "responses": {"200": {"description": "Found.", "content": content}}}}  # fmt: skip  # noqa: E501


def _query(name: str, bounds: tuple[int, int, int] | None = None) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string"}
    if bounds:
        schema = {"type": "integer", "minimum": bounds[0], "maximum": bounds[1], "default": bounds[2]}
    return {"name": name, "in": "query", "schema": schema}
