"""Reports made of a sentence or two, for the tests of stages."""

from onrecord.model.plain import plain_report as report_of

__all__ = ["report_of"]
