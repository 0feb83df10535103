"""Sequences of capitalised words that may name a place, cut free of articles, genitives, kind words and commas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.knowledge.gazetteer import find_places
from onrecord.stages.places.words import kind_of_word, place_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model import Span
    from onrecord.stages.tokens import Syntax, Token

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
OTHER_LABELS = frozenset({"PERSON", "ORG", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", ""})
BREAKS = frozenset({",", ";", "(", ")", "[", "]", "/", "—", "–", "--", ":", "and", "or", "&", '"', "“", "”"})
GENITIVES = frozenset({"'s", "’s"})
OPENING = frozenset({"the", "a", "an", "in", "at", "near", "from", "of", "to", "-", "'", "‘"})
CLOSING = frozenset({"'s", "’s", "'", "’", ".", "-"})


@dataclass(slots=True)
class Piece:
    """Words that may name a place, the engine's label, and the words of the whole name that they were cut from."""

    tokens: list[Token]
    label: str
    whole: int

    @property
    def span(self) -> Span:
        """Characters of the piece."""
        return (self.tokens[0].start, self.tokens[-1].end)

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing but a genitive mark was cut off."""
        return len(self.tokens) == self.whole


def pieces_of(syntax: Syntax, text: str) -> list[Piece]:
    """Give the pieces of a report in text order: out of the engine's names, and capitalised words beside them."""
    pieces: list[Piece] = []
    used: set[int] = set()
    for name in syntax.names:
        tokens = syntax.tokens[name.first.i : name.last.i + 1]
        if name.label in PLACE_LABELS or name.label in OTHER_LABELS:
            used.update(token.i for token in tokens)
            pieces += _cut(tokens, name.label, text)
    for run in _runs(syntax, used):
        pieces += _cut(run, "", text)
    pieces.sort(key=lambda piece: piece.tokens[0].i)
    return pieces


def _runs(syntax: Syntax, used: set[int]) -> Iterator[list[Token]]:
    """Walk over runs of proper nouns that the engine left without a label."""
    run: list[Token] = []
    for token in syntax.tokens:
        fits = token.i not in used and token.pos == "PROPN" and token.text[0].isupper()
        if run and (not fits or token.sentence is not run[-1].sentence):
            yield run
            run = []
        if fits:
            run.append(token)
    if run:
        yield run


def _cut(tokens: list[Token], label: str, text: str) -> Iterator[Piece]:
    """Split at commas and the like, then trim each part."""
    part: list[Token] = []
    for token in [*tokens, None]:
        if token is not None and token.text not in BREAKS and token.text not in GENITIVES:
            part.append(token)
            continue
        trimmed = _trim(part, text)
        if trimmed:
            owner = token is not None and token.text in GENITIVES
            yield Piece(trimmed, label, len(trimmed) if owner else len(tokens))
        part = []


def _trim(tokens: list[Token], text: str) -> list[Token]:
    first, last = 0, len(tokens)
    while first < last and tokens[first].text.lower() in OPENING:
        first += 1
    while first < last and tokens[last - 1].text in CLOSING:
        last -= 1
    parts, kinds = place_words().context.parts, kind_of_word()
    while last - first > 1 and tokens[last - 1].lower in kinds and not _is_known(tokens[first:last], text):
        last -= 1
    while last - first > 1 and tokens[first].lower in parts and not _is_known(tokens[first:last], text):
        first += 1
    kept = tokens[first:last]
    return kept if kept and kept[0].text[0].isupper() else []


def _is_known(tokens: list[Token], text: str) -> bool:
    return bool(find_places(text[tokens[0].start : tokens[-1].end], near=False))
