"""A store as Python asks it: `onrecord.open("store.db").incidents(actor="NATO", least_sources=3)`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

import msgspec

from onrecord.errors import OptionError
from onrecord.exports.listing.rows import Rows
from onrecord.store.filters import Filters
from onrecord.store.finding import show
from onrecord.store.views import Views

if TYPE_CHECKING:
    import os

    from onrecord.model.listing import (
        ChangeRow,
        EventRow,
        FigureRow,
        HitRow,
        IncidentRow,
        SourceRow,
        StatementRow,
        StoryRow,
    )
    from onrecord.model.shown import Shown


class Store:
    """A store that is open for reading; every list takes the filters of `onrecord.Filters` by name."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.views = Views(str(path))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self.views.connection.close()

    def statements(self, **filters: Any) -> Rows[StatementRow]:
        """List who is on record with what."""
        return Rows(self.views.statements(filters_of(filters)))

    def events(self, **filters: Any) -> Rows[EventRow]:
        """List who did what to whom, report by report."""
        return Rows(self.views.events(filters_of(filters)))

    def incidents(self, **filters: Any) -> Rows[IncidentRow]:
        """List events of the world, each with its standing across reports."""
        return Rows(self.views.incidents(filters_of(filters)))

    def figures(self, **filters: Any) -> Rows[FigureRow]:
        """List numbers with their doubt, and whether other reports agree."""
        return Rows(self.views.figures(filters_of(filters)))

    def sources(self, **filters: Any) -> Rows[SourceRow]:
        """List who is on record, the most quoted first."""
        return Rows(self.views.sources(filters_of(filters)))

    def stories(self, **filters: Any) -> Rows[StoryRow]:
        """List stories: reports on the same happening."""
        return Rows(self.views.stories(filters_of(filters)))

    def search(self, words: str, **filters: Any) -> Rows[HitRow]:
        """List reports by the words of their text."""
        return Rows(self.views.search(words, filters_of(filters)))

    def timeline(self, **filters: Any) -> Rows[IncidentRow]:
        """List dated incidents in the order in which they happened."""
        return Rows(self.views.timeline(filters_of(filters)))

    def changes(self, since: int | str, limit: int = 1000) -> Rows[ChangeRow]:
        """List what was added after a line of the log, or since a date."""
        return Rows(self.views.changes(since, limit))

    def show(self, given: str) -> Shown:
        """Open what an id names. Raises OptionError where it names nothing."""
        return show(self.views, given)


def filters_of(given: dict[str, Any]) -> Filters:
    """Check filters given by name. Raises OptionError for one that is not known or has a wrong value."""
    known = Filters.__struct_fields__
    if unknown := sorted(set(given) - set(known)):
        option = "filters"
        raise OptionError(option, unknown[0], " or ".join(known))
    try:
        filters = msgspec.convert(given, Filters)
    except msgspec.ValidationError as error:
        option = "filters"
        raise OptionError(option, given, str(error)) from error
    if filters.limit < 1 or filters.offset < 0:
        option = "limit"
        raise OptionError(option, filters.limit, "a number of rows, 1 or more, and an offset of 0 or more")
    return filters
