"""What was set aside: every input of which no report could be made, until it has been tried again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.store.packing import unpack

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class SetAside:
    """One input that gave no report; `size` is that of its bytes, None where they were not had."""

    number: int
    at: str
    ref: str
    reason: str
    advice: str
    size: int | None


def waiting(connection: sqlite3.Connection, numbers: Sequence[int] = ()) -> Iterator[SetAside]:
    """Give what is set aside and was not tried again since, in the order in which it came; `numbers` chooses some."""
    rows = connection.execute(
        "SELECT input.id, log.at, ref, reason, advice, source.size FROM input JOIN log ON log.seq = input.seq "
        "LEFT JOIN source ON source.id = input.source WHERE outcome = 'set aside' "
        "AND NOT EXISTS (SELECT 1 FROM retry WHERE retry.input = input.id) ORDER BY input.id"
    )
    chosen = set(numbers)
    return (one for one in (SetAside(*row) for row in rows) if not chosen or one.number in chosen)


def bytes_of(connection: sqlite3.Connection, number: int) -> bytes | None:
    """Give the bytes of what was set aside, None where they were not had."""
    row = connection.execute(
        "SELECT packed FROM input JOIN source ON source.id = input.source WHERE input.id = ?", (number,)
    ).fetchone()
    return unpack(row[0]) if row else None
