"""How many: numbers that the report gives for something in the world."""

from typing import Literal

from onrecord.model.record import Record
from onrecord.model.span import Span

Number = int | float
Direction = Literal["up", "down"]
Qualifier = Literal["exact", "about", "at_least", "more_than", "at_most", "less_than", "between"]


class Figure(Record, frozen=True, kw_only=True):
    """A figure with the bounds it implies, both inclusive; None where open.

    `unit` is what is counted or measured; `of` the id of the entity counted; `place` and `as_of` ids of place and time;
    `statement` the innermost statement that gives it (None: the report's own voice); `conventional` marks bounds that
    only convention gives ("dozens": 24 to 99). `change_from` is the older number that it is held against, `direction`
    which way it went.
    """

    id: str
    span: Span
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    qualifier: Qualifier = "exact"
    unit: str | None = None
    of: str | None = None
    place: str | None = None
    as_of: str | None = None
    statement: str | None = None
    change_from: Number | None = None
    direction: Direction | None = None
    conventional: bool = False
