"""Words made safe to print: a report may hold characters that a terminal would obey."""

from __future__ import annotations

from typing import Any

import msgspec

from onrecord.model import Reading

_KEPT = {ord("\n"), ord("\t")}
_CONTROLS = [*range(0x20), *range(0x7F, 0xA0)]
_DIRECTIONS = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
"""Overrides and isolates, with which words can be shown in another order than they stand in."""
_INERT = {code: "\N{REPLACEMENT CHARACTER}" for code in _CONTROLS + _DIRECTIONS if code not in _KEPT}


def inert(reading: Reading) -> Reading:
    """Replace control characters, one for one, in everything that the reading holds: offsets stay what they are."""
    return msgspec.convert(_cleaned(msgspec.to_builtins(reading)), Reading)


def inert_words(words: str) -> str:
    """Replace control characters in words."""
    return words.translate(_INERT)


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return inert_words(value)
    if isinstance(value, list):
        return [_cleaned(one) for one in value]
    if isinstance(value, dict):
        return {name: _cleaned(one) for name, one in value.items()}
    return value
