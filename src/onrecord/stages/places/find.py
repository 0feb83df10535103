"""Report → toponyms: names of places, as the engine marked them, put right by gazetteer, registry and context."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from onrecord.knowledge.gazetteer import find_places
from onrecord.knowledge.keys import name_key
from onrecord.knowledge.registry import find_actors
from onrecord.knowledge.states import state_named
from onrecord.stages.places.found import ToponymFound
from onrecord.stages.places.lookup import is_adjective
from onrecord.stages.places.pieces import PLACE_LABELS, Piece, pieces_of
from onrecord.stages.places.surroundings import Surroundings, surroundings_of

if TYPE_CHECKING:
    from onrecord.knowledge.gazetteer import GazetteerEntry
    from onrecord.stages.draft import Draft
    from onrecord.stages.tokens import Token

LARGE = 100_000
SURE = 0.9


def find_toponyms(draft: Draft) -> list[ToponymFound]:
    """Give the names of places in text order; no adjectives of peoples, nothing inside the names of bodies or persons."""
    pieces = pieces_of(draft.syntax, draft.text)
    surnames = _surnames(draft)
    votes = _votes(pieces, draft.text)
    judged = []
    for piece in pieces:
        name = draft.text[slice(*piece.span)]
        around = surroundings_of(piece, draft)
        judged.append((piece, name, around, _judge(piece, name, around, name_key(name) in surnames)))
    sure = {name_key(name) for _, name, _, verdict in judged if verdict is not None and verdict[1] >= SURE}
    found = []
    for piece, name, around, verdict in judged:
        again = name_key(name) in sure and _is_whole(piece) and votes[name_key(name)] >= 0
        rule, score = verdict or ("again", 0.8 if again else 0.0)
        if score:
            label = piece.label or "capitalised"
            reason = f"{label}, {around.words}" if around.words else label
            found.append(
                ToponymFound(
                    rule=f"places.{rule}",
                    span=piece.span,
                    head=_head(piece.tokens),
                    name=name,
                    score=score,
                    reason=reason,
                )
            )
    return found


def _is_whole(piece: Piece) -> bool:
    return piece.whole == len(piece.tokens)


def _judge(piece: Piece, name: str, around: Surroundings, is_surname: bool) -> tuple[str, float] | None:
    """Decide whether a piece names a place: the rule that says so and its score, or None."""
    if is_adjective(name) or around.in_title or _names_body(name):
        return None
    known = find_places(name, near=False)
    if around.dateline and known:
        return "dateline", 0.97
    if piece.label in PLACE_LABELS:
        return _labelled(piece, known, around, is_surname)
    if known and state_named(name) is not None and piece.whole == len(piece.tokens):
        return "country", 0.9
    if known and around.contained:
        return "contained", 0.9
    if known and around.locative and not is_surname and piece.whole == len(piece.tokens) and _weighty(known):
        return "preposition", 0.75
    return None


def _labelled(
    piece: Piece, known: list[GazetteerEntry], around: Surroundings, is_surname: bool
) -> tuple[str, float] | None:
    supported = around.locative or around.contained
    if is_surname and not supported:
        return None
    if known:
        return "name", 0.95 if supported else 0.9
    if piece.label in {"FAC", "LOC"}:
        return "site", 0.75
    return ("unknown", 0.6) if supported else ("unknown", 0.5)


def _weighty(known: list[GazetteerEntry]) -> bool:
    return any(entry.kind not in {"city", "admin2"} or entry.population >= LARGE for entry in known)


def _names_body(name: str) -> bool:
    """Tell whether the registry knows the name as a body, not as a state."""
    actors = find_actors(name)
    return bool(actors) and not any(actor.id.startswith("state/") for actor in actors)


def _surnames(draft: Draft) -> set[str]:
    """Collect the last words of the report's personal names."""
    return {
        name_key(name.last.text)
        for name in draft.syntax.names
        if name.label == "PERSON" and name.first is not name.last
    }


def _votes(pieces: list[Piece], text: str) -> Counter[str]:
    """Count, for each name, the engine's labels for a place less those against."""
    votes: Counter[str] = Counter()
    for piece in pieces:
        if piece.label:
            votes[name_key(text[slice(*piece.span)])] += 1 if piece.label in PLACE_LABELS else -1
    return votes


def _head(tokens: list[Token]) -> Token:
    """Give the token whose own head lies outside the name."""
    inside = {token.i for token in tokens}
    for token in tokens:
        if token.head is None or token.head.i not in inside:
            return token
    return tokens[-1]
