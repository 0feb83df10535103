"""Where and when: gives each place name and time expression of a sentence to the event that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.stages.grammar import case_of

if TYPE_CHECKING:
    from onrecord.stages.draft import Draft
    from onrecord.stages.found import TriggerFound
    from onrecord.stages.tokens import Token

WHERE = frozenset({
    "in", "at", "near", "outside", "across", "around", "inside", "off", "on", "over", "throughout", "along", "from",
    "to", "into", "of", "through", "within", "between", "toward", "towards",
})  # fmt: skip
ARGUMENTS = ("obj", "nsubj", "nsubj:pass", "obl", "obl:agent")
CLIMB = 8
"""Steps that a place or time may stand below its event."""


@dataclass(slots=True)
class Setting:
    """Heads of a report's places and times, by sentence, and the verbs that attribute: their time is no event's."""

    places: dict[int, list[Token]]
    times: dict[int, list[Token]]
    cues: set[int]


def setting_of(draft: Draft) -> Setting:
    """Sort places and times by sentence, once a report."""
    places: dict[int, list[Token]] = {}
    for toponym in draft.toponyms:
        places.setdefault(toponym.head.sentence.i, []).append(toponym.head)
    times: dict[int, list[Token]] = {}
    for time in draft.time_expressions:
        times.setdefault(time.head.sentence.i, []).append(time.head)
    cues = {found.cue_head.i for found in draft.attributions if found.cue_head is not None}
    return Setting(places, times, cues)


def settle(found: list[TriggerFound], setting: Setting) -> None:
    """Give the sentence's places and times to its triggers; what an event is done to is no place of it here."""
    if not found:
        return
    sentence = found[0].head.sentence.i
    by_head = {trigger.head.i: trigger for trigger in found}
    taken = {head.i for trigger in found for head in (*trigger.actors, *trigger.recipients)}
    for head in setting.times.get(sentence, ()):
        for trigger in _above(head, by_head, setting.cues, only=None):
            trigger.times.append(head)
    for head in setting.places.get(sentence, ()):
        if head.i not in taken:
            for trigger in _above(head, by_head, setting.cues, only=WHERE):
                trigger.places.append(head)


def _above(
    head: Token, by_head: dict[int, TriggerFound], cues: set[int], *, only: frozenset[str] | None
) -> list[TriggerFound]:
    """Climb to the nearest trigger, or to a verb with triggers beside; stop at a verb of saying.

    `only` are prepositions, one of which must mark the head or a noun that it modifies.
    """
    marked = only is None
    token = head
    for _ in range(CLIMB):
        marked = marked or bool(only and set(case_of(token).split()) & only)
        above = token.head
        if above is None or above.i in cues:
            return []
        if above.i in by_head:
            return [by_head[above.i]] if marked else []
        if above.pos in {"VERB", "AUX"} and marked:
            beside = [by_head[child.i] for child in above.each(*ARGUMENTS) if child.i in by_head]
            if beside:
                return beside
        token = above
    return []
