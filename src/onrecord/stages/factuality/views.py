"""How each holder stands to one mention of an event, and which of several mentions counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model.event import AUTHOR
from onrecord.stages.factuality.beside import beside
from onrecord.stages.factuality.commitment import beyond, commitment
from onrecord.stages.factuality.holders import innermost
from onrecord.stages.factuality.links import step_up
from onrecord.stages.factuality.stance import Stance
from onrecord.stages.factuality.tense import tense_of
from onrecord.stages.factuality.words import complements

if TYPE_CHECKING:
    from onrecord.model.event import Tense
    from onrecord.stages.factuality.holders import Voice
    from onrecord.stages.tokens import Token

OPEN = Stance(grade=0)
NOUNS = {"NOUN", "PROPN"}


@dataclass(frozen=True, slots=True)
class View:
    """One holder's stance towards one mention; `named` where a noun is only given as known ("the attack")."""

    holder: str
    stance: Stance
    tense: Tense = "past"
    named: bool = False


def views_of(token: Token, voices: list[Voice]) -> list[View]:
    """Give the view of each holder of a mention: the innermost commit, the others only to what they presuppose."""
    if not voices:
        stance, top = commitment(token)
        return [_view(AUTHOR, token, top, stance.opened("told") if stance.told else stance)]
    inner = innermost(voices)
    views: list[View] = []
    given = True
    for voice in inner:
        view, presupposed = _held(token, voice)
        views.append(view)
        given = given and presupposed
    outer = [voice for voice in voices if voice not in inner]
    if given and views:
        holders = [voice.statement.id for voice in outer] or [AUTHOR]
        return [*views, *(View(holder, views[0].stance, views[0].tense) for holder in holders)]
    return [*views, *(_denial(token, voice) for voice in outer)]


def strongest(views: list[View]) -> View:
    """Choose among one holder's views: a noun given as known yields to any other, then the most certain counts."""
    told = [view for view in views if not view.named] or views
    return max(told, key=lambda view: view.stance.grade)


def _view(holder: str, token: Token, top: Token, stance: Stance) -> View:
    named = token.pos in NOUNS and not stance.words
    return View(holder, stance, "future" if stance.ahead else tense_of(token, top), named)


def _held(token: Token, voice: Voice) -> tuple[View, bool]:
    """Give a speaker's view, and whether the cue takes it as given, so that whoever reports it commits too."""
    stance, top = commitment(token, voice.says)
    if stance.told:
        stance = stance.opened("told")
    presupposed = False
    if top.head is not None and voice.cued_by(top.head):
        presupposed = step_up(top).operator == "settled"
        stance = stance if presupposed else beyond(top, stance)
    return _view(voice.statement.id, token, top, stance), presupposed


def _denial(token: Token, voice: Voice) -> View:
    """Let a holder who denies another's words commit to their being untrue ("rejected reports that …")."""
    cue = next((word for word in token.ancestors() if voice.cued_by(word)), None)
    if cue is None or complements()["that"].get(cue.lemma) != "denied":
        return View(voice.statement.id, OPEN)
    stance, _ = commitment(token, voice.says)
    return View(voice.statement.id, beside(cue, stance.under("denied", cue.lemma), None))
