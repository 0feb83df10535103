"""Full text: any words a person types, made into a query that cannot be wrong; best first, newest first where many."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

RANKED = 100_000
"""Hits up to which they are ranked (BM25); beyond, the newest come first."""
OPERATORS = frozenset({"AND", "OR", "NOT"})
MOST_WORDS = 32


def query_of(words: str) -> str | None:
    """Make an FTS5 query: words all have to be there, "quoted words" next to each other, -word must not, word* begins.

    OR between two words takes either. Everything else that FTS5 would read as syntax is taken as text. None where
    nothing is left to look for.
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    either = False
    for i, part in enumerate(words.split('"')):
        pieces = [part] if i % 2 else part.split()
        for piece in pieces[: MOST_WORDS - len(wanted)]:
            if not i % 2 and piece == "OR":
                either = bool(wanted)
                continue
            minus = not i % 2 and piece.startswith("-") and len(piece) > 1
            term = _term(piece.lstrip("-") if minus else piece, starts=not i % 2 and piece.endswith("*"))
            if term is None or (not i % 2 and piece in OPERATORS):
                continue
            if minus:
                unwanted.append(term)
            elif either:
                wanted[-1] = f"({wanted[-1]} OR {term})"
                either = False
            else:
                wanted.append(term)
    if not wanted:
        return None
    return " AND ".join(wanted) + "".join(f" NOT {term}" for term in unwanted)


def _term(words: str, *, starts: bool) -> str | None:
    """Quote words as one FTS5 string; None where they hold no letter or digit."""
    if not any(char.isalnum() for char in words):
        return None
    bare = words.replace('"', " ").replace("\0", " ")
    return f'"{bare}"' + ("*" if starts else "")


def find_texts(
    connection: sqlite3.Connection, query: str, condition: str, values: dict[str, object]
) -> list[tuple[int, int]]:
    """Give report and text of the hits that fit a condition on `report`; `values` hold limit and offset too."""
    many = connection.execute(
        "SELECT count(*) FROM (SELECT 1 FROM text_index WHERE text_index MATCH ? LIMIT ?)", (query, RANKED + 1)
    ).fetchone()[0]
    order = "hit.rank, report.earliest DESC, report.key" if many <= RANKED else "report.earliest DESC, report.key"
    hits = "(SELECT rowid, rank FROM text_index WHERE text_index MATCH :query)" if many <= RANKED else ""
    tables = (
        f"{hits} AS hit JOIN report ON report.text = hit.rowid"
        if hits
        else "report JOIN text_index AS hit ON hit.rowid = report.text AND hit.text_index MATCH :query"
    )
    sql = f"SELECT report.id, report.text FROM {tables} {condition} ORDER BY {order} LIMIT :limit OFFSET :offset"  # noqa: S608
    return connection.execute(sql, {**values, "query": query}).fetchall()
