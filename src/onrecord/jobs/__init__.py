"""The same pure function over many inputs."""

from onrecord.jobs.many import read_many
from onrecord.jobs.outcome import Duplicate, Outcome, Tally

__all__ = ["Duplicate", "Outcome", "Tally", "read_many"]
