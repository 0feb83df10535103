"""What the pages ask of the store's tables beside its views."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    import sqlite3

    from onrecord.store.views import Views


class ReportRow(msgspec.Struct, frozen=True, kw_only=True):
    """A report with how much it puts on record."""

    id: str
    title: str | None
    published: str | None
    publisher: str | None
    statements: int
    events: int
    figures: int


class Holdings(msgspec.Struct, frozen=True, kw_only=True):
    """How much a store holds."""

    reports: int
    incidents: int
    stories: int
    aside: int


def holdings(views: Views) -> Holdings:
    """Count what the store holds, and what was set aside."""
    counts = [
        int(views.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608
        for table in ("report", "incident", "story", "input WHERE outcome = 'set aside'")
    ]
    return Holdings(reports=counts[0], incidents=counts[1], stories=counts[2], aside=counts[3])


def reports(views: Views, limit: int, offset: int) -> list[ReportRow]:
    """List reports, the newest first; those without a date last."""
    counted = ", ".join(
        f"(SELECT count(*) FROM {table} WHERE {table}.reading = report.reading)"  # noqa: S608
        for table in ("statement", "event", "figure")
    )
    rows = views.connection.execute(
        f"SELECT key, title, earliest, publisher, {counted} FROM report "  # noqa: S608
        "ORDER BY earliest DESC, key LIMIT ? OFFSET ?",
        (limit, offset),
    )
    names = ReportRow.__struct_fields__
    return [ReportRow(**dict(zip(names, row, strict=True))) for row in rows]


def place_of(views: Views, key: str) -> tuple[str, str] | None:
    """Give the report and the short id of the record of this key that is shown; None where there is none."""
    for table in ("event", "statement", "figure"):
        row = views.connection.execute(
            f"SELECT report.key, {table}.short FROM {table} JOIN report ON report.reading = {table}.reading "  # noqa: S608
            f"WHERE {table}.key = ? ORDER BY report.earliest, report.key LIMIT 1",
            (key,),
        ).fetchone()
        if row:
            return str(row[0]), str(row[1])
    return None


def names_of(views: Views, given: str) -> list[str]:
    """Give the names that an actor has in the reports, by its registry id or by one of its names."""
    rows = views.connection.execute(
        "SELECT DISTINCT name FROM entity WHERE actor = :given OR name = :given COLLATE NOCASE ORDER BY name LIMIT 50",
        {"given": given},
    )
    return [row[0] for row in rows]


def event_types(connection: sqlite3.Connection) -> list[str]:
    """List the types of event that the store has, stepping from one to the next along their index."""
    found: list[str] = []
    while row := connection.execute("SELECT min(type) FROM event WHERE type > ?", (found[-1] if found else "",)).fetchone():  # fmt: skip  # noqa: E501
        if row[0] is None:
            break
        found.append(row[0])
    return found
