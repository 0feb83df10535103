"""When: time expressions after TimeML's TIMEX3 (ISO 24617-1)."""

from typing import Literal

from onrecord.model.record import Record
from onrecord.model.span import Span

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]


class Time(Record, frozen=True, kw_only=True):
    """A time expression; `value` is TIMEX3's, `earliest` and `latest` are ISO dates, inclusive.

    `anchor` says what it was resolved against: "publication", "none", or the id of another time; `zone` is the zone
    given in the words, if any; `mod` is TIMEX3's ("START", "APPROX", "MORE_THAN" …).
    """

    id: str
    span: Span
    type: TimeType
    value: str | None = None
    earliest: str | None = None
    latest: str | None = None
    anchor: str | None = None
    zone: str | None = None
    mod: str | None = None
