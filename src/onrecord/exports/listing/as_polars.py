"""Rows as a polars DataFrame."""

from typing import Any

import polars


def frame_of(rows: list[dict[str, Any]]) -> Any:
    """Make the frame, a column a field; types are taken from all rows."""
    return polars.DataFrame(rows, infer_schema_length=None)
