"""What a batch of reports touches, and has to be settled again."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Touched:
    """Rows by their numbers.

    `occurrences` are happenings that got or lost a record; `happenings` those whose links or standing may have changed;
    `redated` texts whose first day changed; `texts` texts whose line or reports changed; `speakers` texts that began or
    ceased to speak for a happening, or that were alike with such a one.
    """

    occurrences: set[int] = field(default_factory=set)
    happenings: set[int] = field(default_factory=set)
    redated: set[int] = field(default_factory=set)
    texts: set[int] = field(default_factory=set)
    speakers: set[int] = field(default_factory=set)
