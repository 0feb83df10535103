"""Whose part in an event is in doubt, while the event itself is not: "a bombing blamed on", "suspected militants"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import Factuality
from onrecord.stages.factuality.words import agency
from onrecord.stages.grammar import case_of

if TYPE_CHECKING:
    from onrecord.model.event import FactualityValue
    from onrecord.stages.tokens import Token


def doubt_of(actor: Token) -> FactualityValue | None:
    """Give how sure the text is of an actor's part, None where it is as sure as of the event."""
    words = agency()
    head = actor.head
    if head is not None and f"{head.lemma} {case_of(actor)}" in words.blame:
        return "Uu"
    for child in actor.children:
        if child.dep in {"amod", "compound", "advmod"}:
            if child.lower in words.possible:
                return "PS+"
            if child.lower in words.probable:
                return "PR+"
            if child.lower in words.told:
                return "Uu"
    return None


def held_by(value: FactualityValue, committed: list[str], outer: list[str]) -> list[Factuality]:
    """Spread a doubt over holders: those who commit to the event have it, the others stay uncommitted."""
    doubts = [Factuality(holder=holder, value=value) for holder in committed]
    return [*doubts, *(Factuality(holder=holder, value="Uu") for holder in outer if holder not in committed)]
