"""Decides whether capitalised words name a place: by the engine's label, gazetteer, registry and surroundings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.knowledge.gazetteer import find_places
from onrecord.knowledge.keys import name_key
from onrecord.knowledge.registry import find_actors
from onrecord.knowledge.states import state_named
from onrecord.stages.entities.phrases import joined
from onrecord.stages.places.lookup import is_adjective
from onrecord.stages.places.pieces import PLACE_LABELS
from onrecord.stages.places.words import place_words

if TYPE_CHECKING:
    from onrecord.knowledge.gazetteer import GazetteerEntry
    from onrecord.model.entity import EntityType
    from onrecord.stages.places.pieces import Piece
    from onrecord.stages.places.surroundings import Surroundings

LARGE = 100_000
"""Inhabitants from which a city is expected in a report without more support."""
VERY_LARGE = 300_000
"""Inhabitants from which a city is expected even where the engine calls it a body."""
JOINING = {"in", "of", "for"}
LONGEST_BODY = 7
"""Words of a body's name before the place in it, at most."""
Verdict = tuple[str, float]
"""A rule, and the share of its findings that are right (GeoWebNews, October 2026)."""


def judge(piece: Piece, name: str, around: Surroundings, *, person: bool) -> Verdict | None:
    """Give the rule by which a piece names a place, or None; `person` where it is in a person's name in the report."""
    if around.in_title or is_modifier(piece, name) or _ends_body(piece):
        return None
    known = find_places(name, near=False)
    body = body_named(name)
    trusted = (around.firm or piece.label in PLACE_LABELS) and body != "group" and _is_weighty(known)
    if body is not None and not trusted:
        return None
    if known and (around.contained or around.dateline):
        return ("contained", 0.95) if around.contained else ("dateline", 0.97)
    if piece.label in PLACE_LABELS:
        return _labelled(piece, known, around, person=person)
    return _unlabelled(piece, name, known, around) if known and piece.is_whole and not person else None


def _labelled(piece: Piece, known: list[GazetteerEntry], around: Surroundings, *, person: bool) -> Verdict | None:
    """Judge what the engine calls a place."""
    if person and not around.locative:
        return None
    if known:
        return "name", 0.95 if around.locative else 0.9
    if piece.label == "GPE":
        return ("unknown", 0.6) if around.firm else None
    return ("site", 0.8) if around.firm or _has_feature(piece) else None


def _unlabelled(piece: Piece, name: str, known: list[GazetteerEntry], around: Surroundings) -> Verdict | None:
    """Judge what the gazetteer knows and the engine calls something else, or nothing."""
    if state_named(name) is not None:
        return "country", 0.9
    if name_key(name) in place_words().context.common:
        return None
    weighty = _is_weighty(known)
    if around.firm or (around.locative and weighty):
        return "preposition", 0.85
    if _has_feature(piece) and len(piece.tokens) > 1 and piece.label in {"", "ORG", "PERSON"}:
        return "feature", 0.85
    if piece.label not in {"ORG", "NORP"} or name.lower() in place_words().context.parts:
        return None
    return ("large", 0.7) if _is_weighty(known, VERY_LARGE) else None


def is_modifier(piece: Piece, name: str) -> bool:
    """Tell whether a piece is an adjective or people; "U.S." is one only before a noun."""
    if not is_adjective(name):
        return False
    last = piece.tokens[-1]
    after = last.sentence.tokens[last.i - last.sentence.tokens[0].i + 1 :][:1]
    return state_named(name) is None or any(token.pos in {"NOUN", "PROPN", "ADJ"} for token in after)


def body_named(name: str) -> EntityType | None:
    """Give the type of the body that the registry knows by a name; None for none, or a state."""
    actors = find_actors(name)
    return None if not actors or any(actor.id.startswith("state/") for actor in actors) else actors[0].type


def _ends_body(piece: Piece) -> bool:
    """Tell whether a body of the registry is called after a place and ends in it ("Example State in Xland")."""
    first, last = piece.tokens[0], piece.tokens[-1]
    tokens, at = last.sentence.tokens, first.i - first.sentence.tokens[0].i
    if not at or tokens[at - 1].lower not in JOINING:
        return False
    end = last.i - tokens[0].i + 1
    for start in range(max(0, at - LONGEST_BODY), at - 1):
        if tokens[start].text[0].isupper() and body_named(joined(tokens[start:end])) is not None:
            return True
    return False


def _has_feature(piece: Piece) -> bool:
    features = place_words().features
    return piece.tokens[-1].lower in features.after or piece.tokens[0].lower in features.before


def _is_weighty(known: list[GazetteerEntry], inhabitants: int = LARGE) -> bool:
    return any(entry.kind not in {"city", "admin2"} or entry.population >= inhabitants for entry in known)
