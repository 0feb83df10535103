"""Rows as a pandas DataFrame."""

from typing import Any

import pandas as pd


def frame_of(rows: list[dict[str, Any]]) -> Any:
    """Make the frame, a column a field."""
    return pd.DataFrame(rows)
