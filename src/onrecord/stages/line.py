"""Looks along a sentence's tokens; places outside it read as empty words, so that rules need no bounds checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.stages.tokens import Token

DASHES = frozenset({"-", "–", "—", "--"})


def low(tokens: list[Token], i: int) -> str:
    """Give the word at a place, in lower case and without "mid-"; "" outside the sentence."""
    return tokens[i].lower.removeprefix("mid-") if 0 <= i < len(tokens) else ""


def tag(tokens: list[Token], i: int) -> str:
    """Give the Penn tag at a place."""
    return tokens[i].tag if 0 <= i < len(tokens) else ""


def follows(tokens: list[Token], i: int, words: tuple[str, ...]) -> bool:
    """Tell whether these words stand from a place on."""
    return 0 <= i <= len(tokens) - len(words) and all(tokens[i + n].lower == word for n, word in enumerate(words))


def precedes(tokens: list[Token], i: int, words: tuple[str, ...]) -> bool:
    """Tell whether these words end right before a place."""
    return follows(tokens, i - len(words), words)
