"""Lists of a store: for reading on a terminal, and as tables for other programs."""

from onrecord.exports.listing.formats import FORMATS, write_rows
from onrecord.exports.listing.rows import Rows

__all__ = ["FORMATS", "Rows", "write_rows"]
