"""Rows as Python gives them: a list of typed records that turns into the data frame of your choice."""

from __future__ import annotations

from importlib import import_module
from typing import Any, TypeVar

import msgspec

from onrecord.errors import OptionError
from onrecord.model.listing import Row

R = TypeVar("R", bound=Row)


class Rows(list[R]):
    """A list of rows."""

    def to_dicts(self) -> list[dict[str, Any]]:
        """Give each row as a dictionary of plain values."""
        return [msgspec.to_builtins(row) for row in self]

    def to_pandas(self) -> Any:
        """Give a pandas DataFrame. Raises OptionError where pandas is not installed."""
        return _frame("pandas")(self.to_dicts())

    def to_polars(self) -> Any:
        """Give a polars DataFrame. Raises OptionError where polars is not installed."""
        return _frame("polars")(self.to_dicts())

    def to_arrow(self) -> Any:
        """Give a pyarrow Table. Raises OptionError where pyarrow is not installed."""
        return _frame("arrow")(self.to_dicts())


def _frame(name: str) -> Any:
    """Fetch the maker of a frame: each stands in a module of its own that imports its library at the top."""
    try:
        return import_module(f"onrecord.exports.listing.as_{name}").frame_of
    except ImportError as error:
        package = "pyarrow" if name == "arrow" else name
        option = f"to_{name}"
        raise OptionError(option, "a table", f"{package} to be installed: pip install 'onrecord[{name}]'") from error
