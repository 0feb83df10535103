"""The words around what was looked for."""

from __future__ import annotations

BEFORE, AFTER = 60, 180


def passage_of(text: str, words: str) -> str:
    """Give the part of a text around the first place where one of the words stands, on one line."""
    low = text.lower()
    wanted = [w.strip("*-\"'").lower() for w in words.split()]
    places = [at for word in wanted if word and word != "or" and (at := _at_word(low, word)) >= 0]
    start = max(0, min(places, default=0) - BEFORE)
    start = text.find(" ", start) + 1 if start else 0
    end = start + BEFORE + AFTER
    cut = " ".join(text[start:end].split())
    return ("… " if start else "") + (cut.rsplit(" ", 1)[0] + " …" if end < len(text) else cut)


def _at_word(text: str, word: str) -> int:
    """Find a word where it begins, not inside another."""
    at = text.find(word)
    while at > 0 and text[at - 1].isalnum():
        at = text.find(word, at + 1)
    return at
