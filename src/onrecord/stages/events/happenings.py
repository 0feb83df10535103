"""Makes events of triggers: one record for all mentions of an event, with entities, places, times and figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import Event, Participant
from onrecord.stages.events.coreference import Chain, chain_triggers
from onrecord.stages.grammar import edges

if TYPE_CHECKING:
    from onrecord.model import Span
    from onrecord.stages.draft import Draft
    from onrecord.stages.tokens import Token

QUADS = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1, "COOPERATE": 2, "AID": 2, "RETREAT": 2, "REQUEST": 3,
    "ACCUSE": 3, "REJECT": 3, "THREATEN": 3, "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
"""PLOVER's quad classes: verbal and material cooperation, verbal and material conflict."""
VAGUE = {"PRESENT_REF", "PAST_REF", "FUTURE_REF"}
WITHOUT = frozenset({"acl:relcl", "acl", "punct", "case", "appos", "conj", "cc", "nmod:poss"})


def resolve_happenings(draft: Draft) -> list[Event]:
    """Give one event for each chain of triggers, in text order; factuality comes later."""
    events: list[Event] = []
    for chain in chain_triggers(draft):
        events.append(_event(f"v{len(events) + 1}", chain, draft))
    return events


def _event(number: str, chain: Chain, draft: Draft) -> Event:
    lead = max(chain.triggers, key=lambda trigger: (trigger.score, -trigger.head.i))
    actors = _participants([token for trigger in chain.triggers for token in trigger.actors], draft, set())
    taken = {actor.entity for actor in actors}
    recipients = _participants([token for trigger in chain.triggers for token in trigger.recipients], draft, taken)
    return Event(
        id=number,
        rule=chain.triggers[0].rule,
        score=round(lead.score, 3),
        reason=lead.reason,
        type=lead.type,
        mode=next((trigger.mode for trigger in chain.triggers if trigger.mode), None),
        cameo=lead.cameo,
        quad=QUADS.get(lead.type),
        trigger=[trigger.span for trigger in chain.triggers],
        actors=actors,
        recipients=recipients,
        places=_places(chain, draft),
        time=_time(chain, draft),
        instrument=next((trigger.instrument for trigger in chain.triggers if trigger.instrument), None),
        killed=_figure([trigger.killed for trigger in chain.triggers], draft),
        injured=_figure([trigger.injured for trigger in chain.triggers], draft),
    )


def _participants(heads: list[Token], draft: Draft, taken: set[str]) -> list[Participant]:
    """Give each entity once, with the span of its first head; a head without an entity gives nothing."""
    found: dict[str, Participant] = {}
    for head in heads:
        entity = draft.entity_of(head)
        if entity is not None and entity.id not in taken and entity.id not in found:
            found[entity.id] = Participant(entity=entity.id, span=edges(head, WITHOUT))
    return list(found.values())


def _places(chain: Chain, draft: Draft) -> list[str]:
    """Give the ids of the places where the triggers stand, and of a place smaller than a country that is acted on.

    A visited country is a place of the visit too.
    """
    heads = {token.start for trigger in chain.triggers for token in trigger.places}
    acted_on = {token.start for trigger in chain.triggers for token in trigger.recipients}
    visit = any(trigger.mode == "visit" for trigger in chain.triggers)
    found: dict[str, str] = {}
    for place in draft.places:
        inside = any(place.span[0] <= start < place.span[1] for start in heads)
        target = any(place.span[0] <= start < place.span[1] for start in acted_on)
        if inside or (target and (visit or place.kind != "country")):
            found.setdefault(place.name, place.id)
    return list(found.values())


def _time(chain: Chain, draft: Draft) -> str | None:
    """Give the first date that modifies a trigger, or the first duration where there is no date."""
    starts = {token.start for trigger in chain.triggers for token in trigger.times}
    found = [time for time in draft.times if any(time.span[0] <= start < time.span[1] for start in starts)]
    dates = [time for time in found if time.type in {"DATE", "TIME"} and time.value not in VAGUE]
    return (dates or found)[0].id if found else None


def _figure(spans: list[Span | None], draft: Draft) -> str | None:
    """Give the figure that stands where the first of these numbers stands."""
    for span in spans:
        if span is not None:
            for figure in draft.figures:
                if figure.span[0] < span[1] and span[0] < figure.span[1]:
                    return figure.id
    return None
