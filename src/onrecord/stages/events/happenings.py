"""Makes events of triggers: one record for all mentions of an event, with entities, places, times and figures."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import structs

from onrecord.model import Event, Figure, Participant, Place, Time
from onrecord.stages.events.coreference import chain_triggers
from onrecord.stages.events.crimes import tell_crimes
from onrecord.stages.events.roles import bearer_of
from onrecord.stages.grammar import edges

if TYPE_CHECKING:
    from onrecord.model import Span
    from onrecord.stages.draft import Draft
    from onrecord.stages.events.chains import Chain
    from onrecord.stages.tokens import Token

Anchored = TypeVar("Anchored", Place, Time, Figure)
QUADS = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1, "COOPERATE": 2, "AID": 2, "RETREAT": 2, "REQUEST": 3,
    "ACCUSE": 3, "REJECT": 3, "THREATEN": 3, "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
"""PLOVER's quad classes: verbal and material cooperation, verbal and material conflict."""
SUREST, PER_MENTION = 0.9, 0.04
"""An event told more often is more often right; how much is our estimate, in round numbers."""
VAGUE = {"PRESENT_REF", "PAST_REF", "FUTURE_REF"}
WITHOUT = frozenset({"acl:relcl", "acl", "punct", "case", "appos", "conj", "cc", "nmod:poss"})


def resolve_happenings(draft: Draft) -> list[Event]:
    """Give one event for each chain of triggers, in text order; factuality comes later."""
    places, times, figures = At(draft.places), At(draft.times), At(draft.figures)
    events: list[Event] = []
    for chain in chain_triggers(draft):
        event = _event(f"v{len(events) + 1}", chain, draft)
        killed, injured = (
            _figure([getattr(trigger, kind) for trigger in chain.triggers], figures) for kind in ("killed", "injured")
        )
        where, when = _places(chain, places), _time(chain, times)
        events.append(structs.replace(event, places=where, time=when, killed=killed, injured=injured))
    return tell_crimes(events, draft)


class At(Generic[Anchored]):
    """Records by the characters that they cover; the spans of a kind do not overlap."""

    def __init__(self, records: list[Anchored]) -> None:
        self.records: list[Anchored] = sorted(records, key=lambda record: record.span)
        self.starts: list[int] = [record.span[0] for record in self.records]

    def __call__(self, position: int) -> Anchored | None:
        """Give the record that covers a position, or None."""
        i = bisect_right(self.starts, position) - 1
        return self.records[i] if i >= 0 and position < self.records[i].span[1] else None


def _event(number: str, chain: Chain, draft: Draft) -> Event:
    lead = max(chain.triggers, key=lambda trigger: (trigger.score, -trigger.head.i))
    actors = _participants([token for trigger in chain.triggers for token in trigger.actors], draft, set())
    taken = {actor.entity for actor in actors}
    recipients = _participants([token for trigger in chain.triggers for token in trigger.recipients], draft, taken)
    return Event(
        id=number,
        rule=chain.triggers[0].rule,
        score=round(min(SUREST, lead.score + PER_MENTION * (len(chain.triggers) - 1)), 3),
        reason=lead.reason,
        type=lead.type,
        mode=next((trigger.mode for trigger in chain.triggers if trigger.mode), None),
        cameo=lead.cameo,
        quad=QUADS.get(lead.type),
        trigger=[trigger.span for trigger in chain.triggers],
        actors=actors,
        recipients=recipients,
        instrument=next((trigger.instrument for trigger in chain.triggers if trigger.instrument), None),
    )


def _participants(heads: list[Token], draft: Draft, taken: set[str]) -> list[Participant]:
    """Give each entity once, with the span of its first head; a head without an entity gives nothing."""
    found: dict[str, Participant] = {}
    for head in heads:
        bearer = bearer_of(head, draft)
        entity = draft.entity_of(bearer) if bearer is not None else None
        if bearer is not None and entity is not None and entity.id not in taken and entity.id not in found:
            found[entity.id] = Participant(entity=entity.id, span=edges(bearer, WITHOUT))
    return list(found.values())


def _places(chain: Chain, places: At[Place]) -> list[str]:
    """Give the ids of the places where the triggers stand, and of a place smaller than a country that is acted on.

    A visited country is a place of the visit too.
    """
    visit = any(trigger.mode == "visit" for trigger in chain.triggers)
    inside = [places(token.start) for trigger in chain.triggers for token in trigger.places]
    acted_on = [places(token.start) for trigger in chain.triggers for token in trigger.recipients]
    found = [*inside, *(place for place in acted_on if place is not None and (visit or place.kind != "country"))]
    known = sorted((place for place in found if place is not None), key=lambda place: place.span)
    by_name: dict[str, str] = {}
    for place in known:
        by_name.setdefault(place.name, place.id)
    return list(by_name.values())


def _time(chain: Chain, times: At[Time]) -> str | None:
    """Give the first date that modifies a trigger, or the first duration where there is no date."""
    heads = [times(token.start) for trigger in chain.triggers for token in trigger.times]
    found = sorted((time for time in heads if time is not None), key=lambda time: time.span)
    dates = [time for time in found if time.type in {"DATE", "TIME"} and time.value not in VAGUE]
    return (dates or found)[0].id if found else None


def _figure(spans: list[Span | None], figures: At[Figure]) -> str | None:
    """Give the figure that stands where the first of these numbers stands."""
    for span in spans:
        figure = figures(span[0]) if span is not None else None
        if figure is not None:
            return figure.id
    return None
