"""Violence with no political actor is a crime, not an assault: told by the actors, and by what the report speaks of."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import msgspec
from msgspec import structs

from onrecord.lexicon import load_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.model import Event
    from onrecord.stages.draft import Draft

POLITICAL_ACTORS = {"government", "military", "armed_group", "igo", "party"}
WARLIKE = {"aerial", "drone", "heavy-weapons", "explosives", "unconventional", "suicide-attack", "cleansing"}
"""Modes of assault that are no private person's."""
LEAST, TIMES = 4, 4
"""Words of crime that a report must hold, and how often they must outnumber those of politics and war."""


class CrimeContext(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lemmas that tell what a report is about."""

    crime: list[str]
    political: list[str]


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    words = load_words("crime_context", CrimeContext)
    return frozenset(words.crime), frozenset(words.political)


def tell_crimes(events: list[Event], draft: Draft) -> list[Event]:
    """Make crimes of the assaults of a report that is about crime, where nobody political has a part in them."""
    if not any(event.type == "ASSAULT" for event in events) or not is_about_crime(draft):
        return events
    types = {entity.id: entity.type for entity in draft.entities}
    return [_as_crime(event) if _is_private(event, types) else event for event in events]


def is_about_crime(draft: Draft) -> bool:
    """Tell whether a report speaks of police and courts, and hardly of politics and war."""
    crime, political = _words()
    lemmas = [token.lemma for token in draft.syntax.tokens]
    crimes = sum(lemma in crime for lemma in lemmas)
    return crimes >= LEAST and crimes >= TIMES * sum(lemma in political for lemma in lemmas)


def _is_private(event: Event, types: Mapping[str, str]) -> bool:
    people = [*event.actors, *event.recipients]
    return (
        event.type == "ASSAULT"
        and event.mode not in WARLIKE
        and not any(types.get(person.entity) in POLITICAL_ACTORS for person in people)
    )


def _as_crime(event: Event) -> Event:
    return structs.replace(event, type="CRIME", quad=None, cameo=None, reason=f"{event.reason}; a report about crime")
