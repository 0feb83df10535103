"""How sure a text is of predicates given from outside: one value and one number for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model.plain import plain_report
from onrecord.stages.draft import Draft
from onrecord.stages.factuality.commitment import commitment
from onrecord.stages.factuality.holders import head_of
from onrecord.stages.syntax import find_syntax

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model import Span
    from onrecord.model.event import FactualityValue
    from onrecord.stages.factuality.stance import Stance
    from onrecord.stages.tokens import Token

CERTAIN, DENIED, PROBABLE, POSSIBLE, AHEAD = 3.0, -1.8, 2.0, 0.7, 1.0
"""Numbers for CT+, CT-, PR+, PS+ and what is still to come, fitted on UDS train, where readers trust a denial less than
an assertion and take the future for not (yet) so."""
SOFTER = {"VBG": 0.5, "VB": 0.7, "NN": 0.5, "VBP": 0.4, "VBZ": 0.25}
"""What a certain predicate loses by its form: readers of UDS are surest of finite past tenses."""


@dataclass(frozen=True, slots=True)
class SpanFactuality:
    """A reader's view of one predicate: FactBank's value, a number from −3 (not so) to +3 (so), and the cue words."""

    span: Span
    value: FactualityValue
    number: float
    cues: tuple[str, ...]


def factuality_of_spans(text: str, spans: Sequence[Span]) -> list[SpanFactuality]:
    """Say, for each predicate of a text, whether a reader should take it to be so.

    There is one holder, the reader, who believes what sources say unless it is hedged or denied. `spans` are character
    positions of the predicates. Raises ValueError where one holds no word of the text.
    """
    draft = Draft(plain_report(text))
    draft.syntax = find_syntax(draft)
    found = []
    for span in spans:
        token = head_of(span, draft.syntax)
        if token is None:
            message = f"got the span {span}, which holds no word of the text; expected positions of a predicate"
            raise ValueError(message)
        stance, _ = commitment(token)
        found.append(SpanFactuality(span, stance.value, number_of(stance, token), stance.words))
    return found


def number_of(stance: Stance, token: Token) -> float:
    """Put a stance on the scale from −3 to +3 that UDS and UW use."""
    if stance.grade == 0:
        return 0.0
    if stance.grade == 3:
        return CERTAIN - SOFTER.get(token.tag, 0.0) if stance.positive else DENIED
    number = POSSIBLE if stance.grade == 1 else AHEAD if stance.ahead else PROBABLE
    return number if stance.positive else -number
