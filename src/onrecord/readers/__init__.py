"""Bytes in, Report out."""

from onrecord.readers.intake import Piece
from onrecord.readers.refused import Refused
from onrecord.readers.registry import READERS
from onrecord.readers.source import files_under, pieces_of, read_bytes, read_piece, read_source

__all__ = ["READERS", "Piece", "Refused", "files_under", "pieces_of", "read_bytes", "read_piece", "read_source"]
