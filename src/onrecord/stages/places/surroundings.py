"""What stands around a name and speaks for or against a place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.stages.places.beside import containers_beside, kind_of_list
from onrecord.stages.places.words import place_words

if TYPE_CHECKING:
    from onrecord.stages.draft import Draft
    from onrecord.stages.places.pieces import Piece
    from onrecord.stages.tokens import Token

DATELINE = re.compile(
    r"(?:, [A-Z][\w.]*(?: [A-Z][\w.]*)?)?(?: ?/ ?[A-Z][\w.]+)?(?: ?\([^)\n]{2,30}\))? ?(?:—|–|--|-|�)"
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Signs of a place: each field is one.

    `locative`: after a preposition of place or "city of"; `firm`: after one that stands before little else;
    `contained`: before a country or division that it lies in; `dateline`: opens a paragraph as datelines do;
    `in_title`: after a personal title; `words`: what was seen, for the reason.
    """

    locative: bool
    firm: bool
    contained: bool
    dateline: bool
    in_title: bool
    words: str


def surroundings_of(piece: Piece, draft: Draft) -> Surroundings:
    """Look at the words around a piece."""
    tokens, first = draft.syntax.tokens, piece.tokens[0]
    words = place_words().context
    before = tokens[first.i - 1] if first.i > 0 and tokens[first.i - 1].sentence is first.sentence else None
    while before is not None and before.i > 0 and (before.lower == "the" or before.lower in words.parts):
        before = tokens[before.i - 1]
    locative = before is not None and before.lower in words.prepositions
    if before is not None and before.lower == "of" and before.i > 0:
        locative = tokens[before.i - 1].lemma in words.heads
    firm = locative and before is not None and (before.lower in words.firm or before.lower == "of")
    in_title = before is not None and before.lower.rstrip(".") in words.titles
    firm = firm or kind_of_list(draft.text, piece.span) is not None or _is_home(before, tokens)
    contained = bool(containers_beside(draft.text, piece.span)) and draft.text[piece.span[1] : piece.span[1] + 1] == ","
    dateline = _opens_block(piece, draft)
    seen = [f"after {before.text!r}" if locative and before else "", "in what follows" if contained else ""]
    return Surroundings(locative, firm, contained, dateline, in_title, ", ".join(filter(None, seen)))


def _is_home(before: Token | None, tokens: list[Token]) -> bool:
    """Tell whether "of" stands between a person and what follows: "Jane Example of Springfield"."""
    return before is not None and before.lower == "of" and before.i > 0 and tokens[before.i - 1].entity == "PERSON"


def _opens_block(piece: Piece, draft: Draft) -> bool:
    first = piece.tokens[0]
    if first.i > 0:
        before = draft.syntax.tokens[first.i - 1]
        if before.sentence.block == first.sentence.block and before.text[-1] not in '.!?”"':
            return False
    return DATELINE.match(draft.text, piece.span[1]) is not None
