"""Finds the record for a word: the entity that it heads, the state that it names, the place, the time."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from onrecord.knowledge.registry import demonym_country, state_named
from onrecord.stages.entities.words import entity_words
from onrecord.stages.grammar import relative_referent

if TYPE_CHECKING:
    from onrecord.model import Entity
    from onrecord.stages.draft import Draft
    from onrecord.stages.tokens import Token


class Desk:
    """Records of one report by the words that stand for them."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._states = {
            entity.link.registry: entity
            for entity in draft.entities
            if entity.link and entity.link.registry.startswith("state/")
        }
        self._home = self._home_country()
        self._places = {token.i: place.id for place in draft.places for token in draft.syntax.within(place.span)}
        self._times = {token.i: time.id for time in draft.times for token in draft.syntax.within(time.span)}

    def entity(self, token: Token) -> Entity | None:
        """Give the entity that a word heads or stands for, a relative pronoun's noun included."""
        return self.draft.entity_of(token) or self.draft.entity_of(relative_referent(token)) or self.state(token)

    def state(self, token: Token) -> Entity | None:
        """Give the state that a word or its demonym names ("Russian", "U.S.-led"), where the report speaks of it."""
        word = token.text.rsplit("-", 1)[0] if "-" in token.text else token.text
        named = state_named(word)
        country = named.iso2 if named else demonym_country(word)
        return self._states.get(f"state/{country}") if country else None

    def office_state(self, holder: Entity, title: str) -> tuple[Entity | None, float]:
        """Give the state of an office whose title does not name it, and how likely that is.

        It is the holder's own country where the report tells it; for the highest offices, else the country of which the
        report speaks most.
        """
        if holder.country is not None:
            return self._states.get(f"state/{holder.country}"), 0.8
        highest = title.lower() in entity_words().highest
        return (self._states.get(f"state/{self._home}") if highest and self._home else None), 0.5

    def _home_country(self) -> str | None:
        spoken: Counter[str] = Counter()
        for entity in self.draft.entities:
            if entity.country is not None:
                spoken[entity.country] += len(entity.mentions)
        ranked = sorted(spoken, key=lambda country: (-spoken[country], country))
        clear = ranked and spoken[ranked[0]] >= 2 and 2 * spoken[ranked[0]] >= 3 * sum(spoken[c] for c in ranked[1:2])
        return ranked[0] if clear else None

    def place(self, token: Token) -> str | None:
        """Give the id of the place that a word belongs to."""
        return self._places.get(token.i)

    def time(self, token: Token) -> str | None:
        """Give the id of the time expression that a word belongs to."""
        return self._times.get(token.i)
