"""Names with the time in which they were in use: "Swaziland@/2018", "Zaire@1971/1997", "ISWAP@2015-03/"."""

import re
from typing import NamedTuple

DATES = re.compile(r"(\d{4}(?:-\d{2}){0,2})?/(\d{4}(?:-\d{2}){0,2})?")


class DatedName(NamedTuple):
    """A name; `since` and `until` are ISO dates or years, None where open."""

    name: str
    since: str | None = None
    until: str | None = None

    def in_use(self, on: str) -> bool:
        """Tell whether the name was in use on an ISO date."""
        return is_within(on, self.since, self.until)

    @property
    def dated(self) -> bool:
        """Whether it was in use for a part of the time only."""
        return self.since is not None or self.until is not None

    @property
    def time(self) -> str:
        """When it was in use, in words: "1971 to 1997", "until 2018", "since 2017"."""
        if self.since and self.until:
            return f"{self.since} to {self.until}"
        return f"until {self.until}" if self.until else f"since {self.since}" if self.since else "always"


def dated_name(alias: str) -> DatedName:
    """Read "NAME@FROM/UNTIL" or a plain name. Raises ValueError where what stands behind @ is no span of time."""
    name, sign, span = alias.partition("@")
    if not sign:
        return DatedName(alias)
    found = DATES.fullmatch(span)
    if found is None or found[0] == "/":
        message = f"the dates of {alias!r} cannot be read; expected NAME@FROM/UNTIL, for instance Zaire@1971/1997"
        raise ValueError(message)
    return DatedName(name, found[1], found[2])


def bare_name(alias: str) -> str:
    """Give a name without its dates."""
    return alias.partition("@")[0]


def is_within(on: str, since: str | None, until: str | None) -> bool:
    """Tell whether an ISO date lies within a span, both ends included, as exactly as the ends are given."""
    return (since is None or since <= on[: len(since)]) and (until is None or on[: len(until)] <= until)
