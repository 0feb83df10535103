"""Reads the curated tables of this package: CSV with a header, lists inside a cell split by semicolons."""

import csv
from functools import cache
from importlib.resources import files

from onrecord.errors import DataError


@cache
def read_table(name: str) -> tuple[dict[str, str], ...]:
    """Read `knowledge/data/<name>`; raise DataError where a row has more or fewer cells than the header."""
    text = files("onrecord.knowledge").joinpath("data", name).read_text(encoding="utf-8")
    return tuple(parse_table(text, f"knowledge/data/{name}"))


def parse_table(text: str, ref: str) -> list[dict[str, str]]:
    """Read CSV text into rows by column; `ref` names the file in errors."""
    lines = csv.reader(text.splitlines())
    header = next(lines)
    rows = []
    for row in lines:
        if len(row) != len(header):
            problem = f"line {lines.line_num} has {len(row)} cells, the header {len(header)}"
            raise DataError(ref, problem, "Correct the line.")
        rows.append(dict(zip(header, row, strict=True)))
    return rows


def cells(text: str) -> tuple[str, ...]:
    """Split a cell that holds a list."""
    return tuple(part for part in text.split(";") if part)
