"""One step from a word to the word above: what the word above does to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.stages.grammar import SUBJECT

if TYPE_CHECKING:
    from onrecord.stages.factuality.stance import Operator
    from onrecord.stages.tokens import Token


@dataclass(frozen=True, slots=True)
class Step:
    """One step up: the operator that the word above carries for this link, and whether anything above still counts.

    `shares`: what stands beside the word above stands on this one too.
    """

    operator: Operator = "keep"
    climbs: bool = True
    word: str = ""
    shares: bool = True


STOP = Step(climbs=False)


def settle(operator: Operator, word: str) -> Step:
    """Make a step by an operator; nothing counts above what is given as so."""
    return Step(operator, climbs=operator != "settled", word=word)


def is_command(verb: Token) -> bool:
    """Tell whether a verb is an imperative; headlines drop their subjects and are left out."""
    bare = verb.tag == "VB" and verb.child(*SUBJECT, "aux:pass", "mark") is None
    return bare and verb.sentence.kind != "title" and all(child.tag == "VB" for child in verb.each("aux"))


def is_infinitive(token: Token) -> bool:
    """Tell whether a clause is an infinitive with "to"."""
    return any(child.dep in {"mark", "aux"} and child.lower == "to" for child in token.children)


def looks_ahead(verb: Token) -> bool:
    """Tell whether a verb stands under a modal ("will", "would", "can" …) or is a command."""
    return is_command(verb) or any(child.tag == "MD" for child in verb.children)
