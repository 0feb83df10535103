"""Rows as a polars DataFrame."""

from typing import Any

import polars as pl


def frame_of(rows: list[dict[str, Any]]) -> Any:
    """Make the frame, a column a field; types are taken from all rows."""
    return pl.DataFrame(rows, infer_schema_length=None)
