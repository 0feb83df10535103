"""How sure a text is of predicates given from outside: one value and one number for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.stages.factuality.stance import Stance
    from onrecord.stages.tokens import Token

def number(stance: Stance, token: Token) -> float:
    sign = 1 if stance.positive else -1
    if stance.grade == 0: return 0.0
    return sign * (0,1,2,3)[stance.grade]
