"""Bytes in, Report out."""

from onrecord.readers.refused import Refused
from onrecord.readers.registry import READERS
from onrecord.readers.source import files_under, read_bytes, read_source

__all__ = ["READERS", "Refused", "files_under", "read_bytes", "read_source"]
