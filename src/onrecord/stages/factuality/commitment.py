"""How sure a text is of one event: operators applied from the word outwards, up to the edge of its holder's words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.stages.factuality.beside import beside
from onrecord.stages.factuality.links import step_up
from onrecord.stages.factuality.stance import Stance
from onrecord.stages.factuality.step import is_command
from onrecord.stages.factuality.words import negation

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.stages.tokens import Token

STEPS = 40
"""Steps up at most: deeper trees are not sentences."""


def everywhere(_token: Token) -> bool:
    """Hold every word inside: the reader's view of a whole sentence."""
    return True


def nowhere(_token: Token) -> bool:
    """Pass over no word."""
    return False


def commitment(
    token: Token, inside: Callable[[Token], bool] = everywhere, cue: Callable[[Token], bool] = nowhere
) -> tuple[Stance, Token]:
    """Give the stance towards an event word, and the topmost word whose operators counted.

    `inside` tells which words are the holder's own: the walk ends where the head stands outside. `cue` tells which
    words say that they are ("reportedly"); those change nothing for the holder.
    """
    stance, node = Stance(), token
    passed = cue
    shares = True  # a conjunct with a subject of its own does not share what stands on the first
    for _ in range(STEPS):
        if shares:
            stance = beside(node, stance, passed)
        if node.head is None or not inside(node.head):
            return _moods(node, stance), node
        step = step_up(node, itself=node is token)
        if step.operator == "deny" and (stance.ahead or node.lemma in negation().attempts):
            stance = replace(stance, grade=3, ahead=False)  # a planned attack that was foiled is certain not to be
        stance = stance.under(step.operator, step.word)
        if not step.climbs:
            break
        shares, passed, node = step.shares, _or_cue(node, cue), node.head
    return stance, node


def beyond(top: Token, stance: Stance, *, itself: bool = False) -> Stance:
    """Carry a stance one step further, to the word above: the cue that attributes it."""
    if top.head is None:
        return stance
    step = step_up(top, itself=itself)
    stance = stance.under(step.operator, step.word)
    return beside(top.head, stance, lambda child: child is top) if step.climbs else stance


def _or_cue(below: Token, cue: Callable[[Token], bool]) -> Callable[[Token], bool]:
    return lambda child: child is below or cue(child)


def _moods(top: Token, stance: Stance) -> Stance:
    """Apply the mood of a main clause or of a whole quotation: a question that asks whether, a command."""
    if is_command(top):
        return stance.under("open", top.lower)
    tokens = top.sentence.tokens
    asks = top.head is None and tokens[-1].text == "?" and not any(t.tag in {"WRB", "WP", "WDT"} for t in tokens[:3])
    return stance.opened("?") if asks else stance
