"""What people decide about a record: appended, never over the evidence, and carried over to a better reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from onrecord.model import Span  # noqa: TC001 - msgspec reads the annotations of Judgement
from onrecord.store.anchors import Anchor, anchors_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from onrecord.model import Reading

AROUND = 32
"""Characters before and after a quotation that tell it from another of the same words (W3C TextQuoteSelector)."""
HALF = 0.5


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """A decision: who, of what kind ("confirm", "reject", "correct", "merge" …), on which record, from what to what.

    `record` is the sort of the record (event, statement, figure …), `target` its key. `before` and `after` are JSON.
    `undoes` is the id of the judgement that this one takes back. A judgement on words keeps them with what stands
    around them; one on something else (an incident) leaves `text_id` and the quotation empty.
    """

    who: str
    kind: str
    record: str
    target: str
    text_id: str | None = None
    span: Span | None = None
    quote: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    before: str | None = None
    after: str | None = None
    note: str | None = None
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A judgement that stands, with its number in the store and the time of its line in the log."""

    id: int
    at: str
    judgement: Judgement


def quoting(judgement: Judgement, reading: Reading) -> Judgement:
    """Give the judgement with text, span and words of its target. Raises KeyError where the reading has no such key."""
    anchor = {one.key: one for one in anchors_of(reading)}[judgement.target]
    text, (start, end) = reading.report.text, anchor.span
    return msgspec.structs.replace(
        judgement,
        record=anchor.record,
        text_id=reading.report.text_id,
        span=anchor.span,
        quote=text[start:end],
        prefix=text[max(0, start - AROUND) : start],
        suffix=text[end : end + AROUND],
    )


def standing_judgements(connection: sqlite3.Connection) -> Iterator[Held]:
    """Give every judgement that nobody took back, in the order in which they were made."""
    rows = connection.execute(
        "SELECT j.id, log.at, j.who, j.kind, j.record, j.target, text.key, j.start, j.stop, j.quote, j.prefix, "
        "j.suffix, j.before, j.after, j.note FROM judgement AS j JOIN log ON log.seq = j.seq "
        "LEFT JOIN text ON text.id = j.text WHERE j.undoes IS NULL "
        "AND NOT EXISTS (SELECT 1 FROM judgement AS later WHERE later.undoes = j.id) ORDER BY j.id"
    )
    for number, at, who, kind, record, target, text_id, start, stop, *words, before, after, note in rows:
        quote, prefix, suffix = words
        judgement = Judgement(
            who=who, kind=kind, record=record, target=target, text_id=text_id,
            span=None if start is None else (start, stop), quote=quote, prefix=prefix, suffix=suffix,
            before=before, after=after, note=note,
        )  # fmt: skip
        yield Held(number, at, judgement)


def carry_over(judgement: Judgement, reading: Reading) -> Anchor | None:
    """Find the record of the same sort that a judgement is about in a newer reading.

    It is the one of the same key, else the one whose words share most with the quotation, half of the longer at least.
    None means that the judgement is orphaned: it stays, and waits for a reading that has its record again.
    """
    anchors = [one for one in anchors_of(reading) if one.record == judgement.record]
    same = next((one for one in anchors if one.key == judgement.target), None)
    span = _locate(judgement, reading)
    if same or span is None:
        return same
    ranked = [(_shared(span, one.span), -place, one) for place, one in enumerate(anchors)]
    share, _, best = max(ranked, key=lambda one: one[:2], default=(0.0, 0, None))
    return best if share >= HALF else None


def _shared(one: Span, other: Span) -> float:
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, common) / max(one[1] - one[0], other[1] - other[0], 1)


def _locate(judgement: Judgement, reading: Reading) -> Span | None:
    """Give where the quotation stands in this reading's text: of several places the one with the best surroundings."""
    if judgement.span and judgement.text_id == reading.report.text_id:
        return judgement.span
    text, quote = reading.report.text, judgement.quote
    if not quote:
        return None
    prefix, suffix = judgement.prefix or "", judgement.suffix or ""
    places, at = [], text.find(quote)
    while at >= 0:
        end = at + len(quote)
        fit = _common(text[max(0, at - AROUND) : at][::-1], prefix[::-1]) + _common(text[end : end + AROUND], suffix)
        places.append((fit, -at))
        at = text.find(quote, end)
    if not places:
        return None
    start = -max(places)[1]
    return start, start + len(quote)


def _common(one: str, other: str) -> int:
    """Count the characters that two strings begin with alike."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
