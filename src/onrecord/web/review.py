"""Review: what is least sure comes first; each judgement is on the disk before the next item is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from onrecord.exports.page.ledger import Entry, entries_of
from onrecord.exports.page.marks import Piece, cut, marks_of
from onrecord.exports.view import View
from onrecord.model import Block
from onrecord.store.dump import find_reading
from onrecord.store.judgement import Judgement, quoting

if TYPE_CHECKING:
    from onrecord.store.views import Views
    from onrecord.store.writer import Writer

Verdict = Literal["confirm", "reject"]
VERDICTS: tuple[Verdict, ...] = ("confirm", "reject")
LONGEST_NOTE = 2000
EVENNESS = "abs({0}.score - 0.5)"
"""How far a score is from even odds: 0 is least sure."""


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """A record to judge, the passage that it stands in, and where the queue goes on after it."""

    kind: str
    key: str
    report: str
    short: str
    title: str | None
    pieces: list[Piece]
    entry: Entry
    cursor: str


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """A judgement that stands, as the log shows it."""

    id: int
    at: str
    who: str
    kind: str
    record: str
    target: str
    quote: str | None
    note: str | None


def next_item(views: Views, who: str, after: str = "") -> Item | None:
    """Give the next record that `who` has not judged, the least sure first; `after` is the cursor of the last one."""
    unsure, _, key = after.partition("~")
    values = {"who": who, "unsure": _number(unsure), "key": key}
    parts = " UNION ALL ".join(
        f"SELECT * FROM (SELECT '{kind}', {kind}.key AS key, {kind}.short, report.key, report.title, "  # noqa: S608
        f"{EVENNESS.format(kind)} AS unsure FROM {kind} JOIN report ON report.reading = {kind}.reading "
        f"WHERE ({EVENNESS.format(kind)}, {kind}.key) > (:unsure, :key) AND NOT EXISTS (SELECT 1 FROM judgement AS j "
        f"WHERE j.target = {kind}.key AND j.who = :who AND j.undoes IS NULL AND j.kind IN ('confirm', 'reject') "
        "AND NOT EXISTS (SELECT 1 FROM judgement AS later WHERE later.undoes = j.id)) ORDER BY unsure, key LIMIT 1)"
        for kind in ("statement", "event", "figure")
    )
    row = views.connection.execute(f"SELECT * FROM ({parts}) ORDER BY unsure, key LIMIT 1", values).fetchone()  # noqa: S608
    return _item(views, row) if row else None


def _number(words: str) -> float:
    try:
        return float(words)
    except ValueError:
        return -1.0


def _item(views: Views, row: tuple[str, str, str, str, str | None, float]) -> Item:
    kind, key, short, report, title, unsure = row
    reading = find_reading(views.connection, report)
    assert reading is not None  # noqa: S101 - the queue has just found it
    view = View(reading)
    entry = next(one for one in entries_of(view) if one.id == short)
    marks = [mark for mark in marks_of(view) if mark.record == short]
    start = min((mark.span[0] for mark in marks), default=0)
    blocks = reading.report.blocks or [Block(kind="paragraph", span=(0, len(view.text)))]
    block = blocks[min(view.block_of((start, start)), len(blocks) - 1)]
    return Item(
        kind=kind, key=key, report=report, short=short, title=title, pieces=cut(view, marks, block.span), entry=entry,
        cursor=f"{unsure!r}~{key}",
    )  # fmt: skip


def judge(writer: Writer, who: str, verdict: Verdict, report: str, key: str, note: str | None) -> int:
    """Write a judgement and give its number. Raises KeyError where no such record is shown."""
    reading = find_reading(writer.connection, report)
    if reading is None:
        raise KeyError(report)
    bare = Judgement(who=who, kind=verdict, record="", target=key, note=note[:LONGEST_NOTE] if note else None)
    return writer.judge(quoting(bare, reading))


def undo(writer: Writer, who: str) -> str | None:
    """Take back the last judgement of `who` that stands, and give the key of its record; None where there is none."""
    row = writer.connection.execute(
        "SELECT id, record, target FROM judgement AS j WHERE who = ? AND undoes IS NULL "
        "AND kind IN ('confirm', 'reject') AND NOT EXISTS (SELECT 1 FROM judgement AS later "
        "WHERE later.undoes = j.id) ORDER BY id DESC LIMIT 1",
        (who,),
    ).fetchone()
    if row is None:
        return None
    writer.judge(Judgement(who=who, kind="undo", record=row[1], target=row[2], undoes=row[0]))
    return str(row[2])


def log(views: Views, limit: int, offset: int) -> list[Done]:
    """List the judgements that stand, the newest first."""
    rows = views.connection.execute(
        "SELECT j.id, log.at, j.who, j.kind, j.record, j.target, j.quote, j.note FROM judgement AS j "
        "JOIN log ON log.seq = j.seq WHERE j.undoes IS NULL AND NOT EXISTS (SELECT 1 FROM judgement AS later "
        "WHERE later.undoes = j.id) ORDER BY j.id DESC LIMIT ? OFFSET ?",
        (limit, offset),
    )
    return [Done(**dict(zip(Done.__struct_fields__, row, strict=True))) for row in rows]
