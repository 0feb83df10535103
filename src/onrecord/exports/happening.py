"""An event in words: who → whom, what, where, when, with which toll, according to whom and how sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.exports.amounts import figure_words
from onrecord.exports.certainty import report_certainty

if TYPE_CHECKING:
    from onrecord.exports.certainty import Certainty
    from onrecord.exports.view import Commitment, View
    from onrecord.model import Event

NO_ONE = "(not named)"


class Happening(msgspec.Struct, frozen=True, kw_only=True):
    """What one event record says, ready to be set by any export."""

    id: str
    what: str
    who: list[str]
    whom: list[str]
    words: str
    where: list[str]
    when: str
    toll: str
    instrument: str
    ahead: bool
    background: bool
    certainty: Certainty
    commitments: list[Commitment]

    @property
    def parties(self) -> str:
        """Say who → whom on one line."""
        who = ", ".join(self.who) or NO_ONE
        return f"{who} → {', '.join(self.whom)}" if self.whom else who

    @property
    def circumstances(self) -> list[str]:
        """Give where, when, the instrument and the toll, leaving out what is not known."""
        known = [", ".join(self.where), self.when, self.toll, f"with {self.instrument}" if self.instrument else ""]
        return [part for part in known if part]

    @property
    def signs(self) -> str:
        """Give the arrow of what lies ahead and the clock of background."""
        return ("↗" if self.ahead else "") + ("◷" if self.background else "")


def put_in_words(event: Event, view: View) -> Happening:
    """Say an event."""
    return Happening(
        id=event.id,
        what=f"{event.type.lower()} · {event.mode}" if event.mode else event.type.lower(),
        who=list(dict.fromkeys(view.party(actor) for actor in event.actors)),
        whom=list(dict.fromkeys(view.party(recipient) for recipient in event.recipients)),
        words=view.quote(event.trigger[0]) if event.trigger else "",
        where=view.where(event),
        when=view.when(event.time),
        toll=_toll(event, view),
        instrument=view.quote(event.instrument) if event.instrument else "",
        ahead=event.tense == "future",
        background=event.background,
        certainty=report_certainty(event.factuality),
        commitments=view.commitments(event.factuality),
    )


def _toll(event: Event, view: View) -> str:
    counted = [(event.killed, "killed"), (event.injured, "injured")]
    tolls = [(view.figures.get(figure or ""), what) for figure, what in counted]
    said = [(figure_words(figure), what) for figure, what in tolls if figure]
    return ", ".join(words if what in words.split() else f"{words} {what}" for words, what in said)
