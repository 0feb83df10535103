"""Rows as an Arrow table, and as a Parquet file."""

import io
from typing import Any

import pyarrow as pa
from pyarrow import parquet


def frame_of(rows: list[dict[str, Any]]) -> Any:
    """Make the table, a column a field."""
    return pa.Table.from_pylist(rows)


def parquet_of(rows: list[dict[str, Any]]) -> bytes:
    """Make the bytes of a Parquet file."""
    out = io.BytesIO()
    parquet.write_table(frame_of(rows), out)
    return out.getvalue()
