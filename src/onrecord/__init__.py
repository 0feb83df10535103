"""onrecord reads news reports and puts on the record what they say, according to whom, and how sure they are."""

from importlib.metadata import version

__version__ = version("onrecord")
