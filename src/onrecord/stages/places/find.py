"""Report → toponyms: names of places, as the engine marked them, put right by gazetteer, registry and context."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from onrecord.knowledge.keys import name_key
from onrecord.knowledge.states import state_named
from onrecord.stages.places.found import ToponymFound
from onrecord.stages.places.judge import Verdict, body_named, is_modifier, judge
from onrecord.stages.places.pieces import PLACE_LABELS, Piece, pieces_of
from onrecord.stages.places.surroundings import Surroundings, surroundings_of

if TYPE_CHECKING:
    from onrecord.stages.draft import Draft
    from onrecord.stages.tokens import Token

MOSTLY = 3
"""Labels for a place, less those against, from which a state's name is no person's ("Egypt", but not "Chad Smith")."""
SURE = 0.9
AGAIN = ("again", 0.8)


def find_toponyms(draft: Draft) -> list[ToponymFound]:
    """Give the names of places in text order; no adjectives of peoples, nothing inside names of bodies or persons."""
    pieces = pieces_of(draft.syntax, draft.text)
    votes = _votes(pieces, draft.text)
    persons = {word for word in _words_of_persons(draft) if not (votes[word] >= MOSTLY and state_named(word.title()))}
    judged: list[tuple[Piece, str, Surroundings, Verdict | None]] = []
    for piece in pieces:
        name = draft.text[slice(*piece.span)]
        around = surroundings_of(piece, draft)
        judged.append((piece, name, around, judge(piece, name, around, person=name_key(name) in persons)))
    sure = {name_key(name) for _, name, _, verdict in judged if verdict is not None and verdict[1] >= SURE}
    found = []
    for piece, name, around, verdict in judged:
        key = name_key(name)
        doubtful = votes[key] < 0 or key in persons
        repeats = verdict is None and key in sure and not doubtful and _may_repeat(piece, name, around)
        final = AGAIN if repeats else verdict
        if final is not None:
            found.append(_toponym(piece, name, around, final))
    return found


def _may_repeat(piece: Piece, name: str, around: Surroundings) -> bool:
    """Tell whether a name that is a place elsewhere in the report may be one here."""
    return piece.is_whole and not around.in_title and not is_modifier(piece, name) and body_named(name) is None


def _toponym(piece: Piece, name: str, around: Surroundings, verdict: Verdict) -> ToponymFound:
    label = piece.label or "capitalised"
    return ToponymFound(
        rule=f"places.{verdict[0]}",
        span=piece.span,
        head=_head(piece.tokens),
        name=name,
        score=verdict[1],
        reason=f"{label}, {around.words}" if around.words else label,
    )


def _words_of_persons(draft: Draft) -> set[str]:
    """Collect the words of the report's personal names of two words or more."""
    tokens = draft.syntax.tokens
    return {
        name_key(token.text)
        for name in draft.syntax.names
        if name.label == "PERSON" and name.first is not name.last
        for token in tokens[name.first.i : name.last.i + 1]
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
