"""Who did what to whom: events in PLOVER's types, with the certainty of each holder (FactBank)."""

from typing import Literal

import msgspec

from onrecord.model.record import Record
from onrecord.model.span import Span

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    "ACCIDENT", "DISASTER", "CRIME", "ELECTION",
]  # fmt: skip
EXTENSIONS: frozenset[str] = frozenset({"ACCIDENT", "DISASTER", "CRIME", "ELECTION"})
"""Types that are ours, not PLOVER's."""

FactualityValue = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "CTu", "Uu"]
Tense = Literal["past", "present", "future"]
AUTHOR = "author"
"""The holder that is the report's own voice."""


class Factuality(msgspec.Struct, frozen=True, kw_only=True):
    """How sure `holder` (`AUTHOR` or a statement id) is that the event is so."""

    holder: str
    value: FactualityValue


class Participant(msgspec.Struct, frozen=True, kw_only=True):
    """An actor or recipient; `factuality` only where its part is in doubt while the event is not."""

    entity: str
    span: Span
    factuality: list[Factuality] = []


class Event(Record, frozen=True, kw_only=True):
    """Something done, by someone, to or with someone.

    `trigger` has one span a mention; `quad` is 1 verbal cooperation, 2 material cooperation,
    3 verbal conflict, 4 material conflict, None for our extensions; `places` and `time` are ids; `killed` and `injured`
    are ids of figures.
    """

    id: str
    type: EventType
    mode: str | None = None
    cameo: str | None = None
    quad: int | None = None
    trigger: list[Span]
    actors: list[Participant] = []
    recipients: list[Participant] = []
    places: list[str] = []
    time: str | None = None
    instrument: Span | None = None
    killed: str | None = None
    injured: str | None = None
    tense: Tense = "past"
    background: bool = False
    factuality: list[Factuality] = []
