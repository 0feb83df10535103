"""What stands between a word and the one above it, relation by relation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.factuality.clauses import attribute, circumstance, complement
from onrecord.stages.factuality.nouns import modified_of, object_of, oblique_of, subject_of
from onrecord.stages.factuality.step import STOP, Step
from onrecord.stages.factuality.words import complements, negation
from onrecord.stages.grammar import SUBJECT

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.stages.tokens import Token


def step_up(token: Token, *, itself: bool = False) -> Step:
    """Judge the link between a word and its head; `itself`: the word is the event, not on the way from it.

    A foiled plot was a plot, and an accusation that is denied was made: only what stands under them is denied.
    """
    judge = JUDGES.get(token.dep) if token.head is not None else None
    if judge is None or token.head is None:
        return STOP
    step = judge(token, token.head)
    if itself and step.operator == "deny" and token.lemma in negation().attempts:
        return STOP
    if itself and step.operator == "denied" and complements()["that"].get(token.lemma) == "told":
        return Step("settled", climbs=False, word=step.word)
    return step


def _conjunct(token: Token, head: Token) -> Step:
    """Let a second conjunct share what stands on the first, unless it has a subject or auxiliaries of its own."""
    own = token.child(*SUBJECT, "aux")
    finite = token.tag in {"VBD", "VBZ"} and head.child("aux") is not None
    return Step(shares=own is None and not finite)


def _same(_token: Token, _head: Token) -> Step:
    return Step()


JUDGES: dict[str, Callable[[Token, Token], Step]] = {
    "conj": _conjunct,
    **dict.fromkeys(("ccomp", "csubj", "csubj:pass", "xcomp"), complement),
    **dict.fromkeys(("acl", "acl:relcl"), attribute),
    "advcl": circumstance,
    **dict.fromkeys(("obj", "iobj", "nsubj:pass"), object_of),
    "nsubj": subject_of,
    **dict.fromkeys(("nmod", "nmod:poss", "compound"), modified_of),
    **dict.fromkeys(("obl", "obl:agent"), oblique_of),
    **dict.fromkeys(("appos", "parataxis", "dep", "cop", "aux", "aux:pass"), _same),
}
"""Who judges which relation; what hangs by any other stands for itself."""
