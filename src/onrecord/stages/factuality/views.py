"""How each holder stands to one mention of an event, and which of several mentions counts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.model.event import AUTHOR
from onrecord.stages.factuality.beside import beside
from onrecord.stages.factuality.commitment import beyond, commitment, nowhere
from onrecord.stages.factuality.holders import innermost
from onrecord.stages.factuality.links import step_up
from onrecord.stages.factuality.nouns import is_definite
from onrecord.stages.factuality.stance import Stance
from onrecord.stages.factuality.tense import clause_of, tense_of
from onrecord.stages.factuality.words import complements, modality

if TYPE_CHECKING:
    from onrecord.model.event import Tense
    from onrecord.stages.factuality.holders import Voice
    from onrecord.stages.tokens import Token

OPEN = Stance(grade=0)
GIVEN = 3
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
    if token.pos in NOUNS and is_definite(token) and views and views[0].stance.positive and views[0].stance.grade >= 2:
        return [*views, *(replace(views[0], holder=voice.statement.id) for voice in outer)]
    if not outer and (refuted := _refuted(token, inner[0])) is not None:
        views.append(refuted)
    return [*views, *(_denial(token, voice) for voice in outer)]


def by_holder(views: list[View]) -> dict[str, View]:
    """Give each holder's view, the author's first; the author is uncommitted where all is in others' words."""
    holders: dict[str, list[View]] = {AUTHOR: []}
    for view in views:
        holders.setdefault(view.holder, []).append(view)
    own = [view for view in views if not view.named and not view.stance.told]
    told = [view for view in own if view.stance.words or view.stance.grade > 0]
    known = None if not told or any(view.stance.grade == GIVEN for view in told) else _surest(told)
    return {holder: _strongest(found, known) if found else View(AUTHOR, OPEN) for holder, found in holders.items()}


def _strongest(views: list[View], known: View | None) -> View:
    """Choose among one holder's views: the surest of those that are more than a name.

    A name alone ("the withdrawal") makes nobody surer than the rest of the report is (`known`).
    """
    told = [view for view in views if not view.named]
    if told or known is None:
        return _surest(told or views)
    return replace(views[0], stance=known.stance, tense=known.tense)


def _surest(views: list[View]) -> View:
    return max(views, key=lambda view: (view.stance.grade, view.stance.positive))


def _view(holder: str, token: Token, top: Token, stance: Stance) -> View:
    """Give a view with its tense; what is announced in advance is still to come in a clause about the future."""
    named = token.pos in NOUNS and stance.grade == GIVEN and not stance.words
    if named and token.lemma in modality().scheduled and clause_of(token)[1] == "future":
        stance = stance.under("planned", token.lemma)
    return View(holder, stance, "future" if stance.ahead else tense_of(token, top), named and not stance.ahead)


def _held(token: Token, voice: Voice) -> tuple[View, bool]:
    """Give a speaker's view, and whether the cue takes it as given, so that whoever reports it commits too."""
    stance, top = commitment(token, voice.says, voice.cued_by)
    reached = top.head is not None and (voice.cued_by(top.head) or voice.repeats(token))
    operator = step_up(top, itself=top is token).operator if reached else "keep"
    if stance.told and operator != "denied":  # "denied reports of talks" denies the talks
        stance = stance.opened("told")
    cued = beyond(top, stance, itself=top is token) if reached and operator != "settled" else stance
    stance = cued if cued.value != stance.value else stance  # "said" and its like change nothing
    return _view(voice.statement.id, token, top, stance), stance.given or operator == "settled"


def _denial(token: Token, voice: Voice) -> View:
    """Let a holder who denies another's words commit to their being untrue ("rejected reports that …")."""
    cue = next((word for word in token.ancestors() if voice.cued_by(word)), None)
    if cue is None or complements()["that"].get(cue.lemma) != "denied":
        return View(voice.statement.id, OPEN)
    stance, _ = commitment(token, voice.says, voice.cued_by)
    return View(voice.statement.id, beside(cue, stance.under("denied", cue.lemma), nowhere))


def _refuted(token: Token, voice: Voice) -> View | None:
    """Give the author's view where the report itself calls another's claim false ("rumours that … are false")."""
    cue = next((word for word in token.ancestors() if voice.cued_by(word)), None)
    if cue is None or cue.pos not in NOUNS or step_up(cue).operator != "denied":
        return None
    stance, top = commitment(token, voice.says, voice.cued_by)
    return _view(AUTHOR, token, top, beyond(cue, stance))
