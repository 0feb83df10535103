"""How something stands: for each value the reports and originating sources behind it, and who holds the opposite."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.model.standing import VALUE_OF, VALUES, Standing, Support
from onrecord.standing.origin import Met, count_origins

if TYPE_CHECKING:
    from collections.abc import Iterable


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who commits to something: in which report, with which factuality value, and who it is."""

    report: str
    value: str
    met: Met


def weigh(voices: Iterable[Voice]) -> Standing:
    """Count the voices, whatever their order."""
    kept = [(VALUE_OF[voice.value], voice) for voice in voices if voice.value in VALUE_OF]
    support = []
    for value in VALUES:
        held = [voice for given, voice in kept if given == value]
        if held:
            support.append(Support(value=value, reports=_reports(held), sources=count_origins(v.met for v in held)))
    affirming = [voice for value, voice in kept if value != "denied"]
    denying = [voice for value, voice in kept if value == "denied"]
    for_it, against = (count_origins(voice.met for voice in side) for side in (affirming, denying))
    if (against[1], against[0]) > (for_it[1], for_it[0]):
        return Standing(support=support, reports=_reports(denying), sources=against, opposing=for_it)
    return Standing(support=support, reports=_reports(affirming), sources=for_it, opposing=against)


def _reports(voices: list[Voice]) -> int:
    return len({voice.report for voice in voices})
