"""The command line."""

from onrecord.cli.program import main

__all__ = ["main"]
