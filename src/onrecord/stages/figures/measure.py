"""Reads what a number measures: money, units of measure, rates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.figures.words import figures, short_units, signs, unit_names
from onrecord.stages.line import DASHES, follows, low, tag

if TYPE_CHECKING:
    from onrecord.stages.figures.amounts import Amount
    from onrecord.stages.tokens import Token


def sign_before(tokens: list[Token], first: int) -> tuple[str | None, int]:
    """Read a sign or code of money before a place; give the ISO code and the place of the sign."""
    if first < len(tokens) and (code := _glued_code(tokens, first)) is not None:
        return code, first - (low(tokens, first - 1) == "$")
    for size in (2, 1):
        phrase = tuple(token.lower for token in tokens[max(0, first - size) : first])
        if len(phrase) == size and phrase in signs():
            return signs()[phrase], first - size
    return None, first


def _glued_code(tokens: list[Token], at: int) -> str | None:
    """Read the code of "USD1,700", "RM23.50" or "$US55"."""
    word = tokens[at].lower
    prefix = word[: next((n for n, char in enumerate(word) if char.isdecimal()), 0)]
    dollar = f"${prefix}" if low(tokens, at - 1) == "$" else ""
    return (signs().get((prefix,)) or signs().get((dollar,))) if len(prefix) > 1 or (prefix and dollar) else None


def unit_after(tokens: list[Token], amount: Amount) -> tuple[str | None, int]:
    """Read the unit behind an amount, glued, hyphened or apart; give it and the place of its last word."""
    if amount.suffix:
        unit = short_units().get(amount.suffix)
        return unit or _by_code(amount.suffix.lower()), amount.last
    at = amount.last + 1
    at += (low(tokens, at) == "of" and amount.conventional) or (low(tokens, at) in {"a", "an"} and amount.part)
    if low(tokens, at) in DASHES and at + 1 < len(tokens) and tokens[at].start == tokens[at - 1].end:
        at += 1
    if at >= len(tokens):
        return None, amount.last
    for phrase, unit in unit_names().get(tokens[at].lower, ()):
        if follows(tokens, at, phrase):
            return unit, at + len(phrase) - 1
    if amount.digits and (unit := _short_at(tokens, at)) is not None:
        return unit, at
    if low(tokens, at) == "u.s." and low(tokens, at + 1) in {"dollars", "dollar"}:
        return "USD", at + 1
    code = _by_code(low(tokens, at))
    return (code, at) if code and not low(tokens, at + 1)[:1].isdecimal() else (None, amount.last)


def _short_at(tokens: list[Token], at: int) -> str | None:
    """Read a short form; one letter counts only where no noun follows that it might belong to."""
    text = tokens[at].text
    if len(text) == 1 and text.isalpha() and tag(tokens, at + 1).startswith("NN"):
        return None
    return short_units().get(text)


def _by_code(word: str) -> str | None:
    return signs().get((word,)) if len(word) > 2 or word in {"$", "€", "£", "¥"} else None


def rate_after(tokens: list[Token], last: int) -> tuple[str, int]:
    """Read "a day", "per share", "/year" behind a unit; give " per day" and the place of its last word."""
    at = last + 1
    hyphened = low(tokens, at) == "-" and low(tokens, at + 2) == "-"
    joint, noun = (at + 1, at + 3) if hyphened else (at, at + 1)
    if low(tokens, joint) in {"a", "an", "per", "each", "every", "/"}:
        word = low(tokens, noun)
        if word in figures().rates.words or (low(tokens, joint) in {"per", "/"} and tag(tokens, noun).startswith("NN")):
            return f" per {word}", noun
    return "", last
