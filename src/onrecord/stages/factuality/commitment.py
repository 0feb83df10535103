"""How sure a text is of one event: operators applied from the word outwards, up to the edge of its holder's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.factuality.beside import beside
from onrecord.stages.factuality.links import step_up
from onrecord.stages.factuality.stance import Stance
from onrecord.stages.factuality.step import is_command

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.stages.tokens import Token

STEPS = 40
"""Steps up at most: deeper trees are not sentences."""


def everywhere(_token: Token) -> bool:
    """Hold every word inside: the reader's view of a whole sentence."""
    return True


def commitment(token: Token, inside: Callable[[Token], bool] = everywhere) -> tuple[Stance, Token]:
    """Give the stance towards an event word, and the topmost word whose operators counted.

    `inside` tells which words are the holder's own: the walk ends where the head stands outside.
    """
    stance, node, below = Stance(), token, None
    shares = True  # a conjunct with a subject of its own does not share what stands on the first
    for _ in range(STEPS):
        if shares:
            stance = beside(node, stance, below)
        if node.head is None or not inside(node.head):
            return _moods(node, stance), node
        step = step_up(node)
        stance = stance.under(step.operator, step.word)
        if not step.climbs:
            break
        shares, below, node = step.shares, node, node.head
    return stance, node


def beyond(top: Token, stance: Stance) -> Stance:
    """Carry a stance one step further, to the word above: the cue that attributes it."""
    if top.head is None:
        return stance
    step = step_up(top)
    return beside(top.head, stance.under(step.operator, step.word), top)


def _moods(top: Token, stance: Stance) -> Stance:
    """Apply the mood of a main clause or of a whole quotation: a question that asks whether, a command."""
    if is_command(top):
        return stance.under("open", top.lower)
    tokens = top.sentence.tokens
    asks = top.head is None and tokens[-1].text == "?" and not any(t.tag in {"WRB", "WP", "WDT"} for t in tokens[:3])
    return stance.opened("?") if asks else stance
