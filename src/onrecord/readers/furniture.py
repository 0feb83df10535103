"""What stands around a story: lines of menus, buttons, lists of other stories, told by their words and their shape."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from onrecord.lexicon import load_words

IMAGE_SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp", ".tif", ".tiff", ".heic", ".avif")
PICTURE = "file name of a picture"
SHORT = 14
"""Words up to which a line that is no sentence may be furniture by its first words."""

_TRIM = " \t\"'“”‘’«»*•·|>»→▼▲▸›‹:;,.!?()[]…-–—_#\u200b\ufe0f"
_CLOSERS = "\"'”’)]»*"
_WORD = re.compile(r"[\w&|+'.’-]+")
_NUMBER = re.compile(r"\d[\d.,:]*[kKmM]?")
_URL = re.compile(r"(?:https?://|www\.)\S+")
_HANDLE = re.compile(r"@\w{2,30}")


class Furniture(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The word lists of `furniture.toml`."""

    lines: list[str]
    starts: list[str]
    strong_starts: list[str]
    labels: list[str]
    joiners: list[str]
    comment_marks: list[str]
    list_marks: list[str]
    caption_leads: list[str]
    credit_leads: list[str]
    note_leads: list[str]
    credits: list[str]
    note_lines: list[str]
    byline_leads: list[str]
    date_leads: list[str]
    published_leads: list[str]
    clock_words: list[str]
    counters: list[str]
    shunned_marks: list[str]
    caption_marks: list[str]
    deck_marks: list[str]
    quote_marks: list[str]


@cache
def words() -> Furniture:
    """Give the word lists, read once."""
    return load_words("furniture", Furniture)


@cache
def _sets() -> dict[str, frozenset[str]]:
    lists = words()
    return {name: frozenset(getattr(lists, name)) for name in lists.__struct_fields__}


def is_in(name: str, line: str) -> bool:
    """Tell whether a normal line stands in a list of `furniture.toml`."""
    return line in _sets()[name]


def normal(line: str) -> str:
    """Give a line in lower case, with outer punctuation and repeated blanks taken off."""
    return " ".join(line.lower().split()).strip(_TRIM)


def ends_sentence(line: str) -> bool:
    """Tell whether a line ends as a sentence does."""
    bare = line.rstrip(_CLOSERS + " ")
    return bare.endswith((".", "!", "?", "…", "。", "؟", "।", "！", "？"))


def is_prose(line: str) -> bool:
    """Tell whether a line reads as a sentence or more, rather than as a heading or a label."""
    count = len(line.split())
    return (count >= 5 and ends_sentence(line)) or count >= 25 or (len(line) >= 60 and count <= len(line) / 25)


def furniture_reason(line: str) -> str | None:
    """Say why a line is furniture, or give None."""
    key = normal(line)
    if not key:
        return "no words"
    if is_in("lines", key):
        return "page furniture: a known label"
    if key.endswith(IMAGE_SUFFIXES) and len(key) < 200:
        return PICTURE
    tokens = _WORD.findall(key)
    return _by_first_words(key, tokens, line) or _by_labels(tokens, line) or _by_shape(key, tokens, line)


def _by_first_words(key: str, tokens: list[str], line: str) -> str | None:
    if len(tokens) <= 3 * SHORT and (start := _start_in("strong_starts", key)):
        return f"page furniture: begins with {start!r}"
    if len(tokens) <= SHORT and not ends_sentence(line) and (start := _start_in("starts", key)):
        return f"page furniture: begins with {start!r}"
    return None


@cache
def _by_first_letter(name: str) -> dict[str, list[str]]:
    index: dict[str, list[str]] = {}
    for start in getattr(words(), name):
        index.setdefault(start[:1], []).append(start)
    return index


def _start_in(name: str, key: str) -> str | None:
    for start in _by_first_letter(name).get(key[:1], ()):
        if key.startswith(start) and not (start[-1].isalnum() and key[len(start) : len(start) + 1].isalnum()):
            return start
    return None


def _by_labels(tokens: list[str], line: str) -> str | None:
    if len(tokens) < 2 or len(tokens) > 150 or ends_sentence(line):
        return None
    labels = sum(1 for token in tokens if is_in("labels", token.strip(".'-|")))
    joined = sum(1 for token in tokens if is_in("joiners", token) and not is_in("labels", token))
    if labels >= 2 and (labels + joined) >= 0.75 * len(tokens) and labels >= 0.4 * len(tokens):
        return "page furniture: names of menus, icons or buttons"
    return None


def _by_shape(key: str, tokens: list[str], line: str) -> str | None:
    if key.count("|") >= 3 and len(tokens) <= 40 and not ends_sentence(line):
        return "page furniture: a row of links"
    bare = _URL.sub(" ", _HANDLE.sub(" ", key)).split()
    if not bare and len(tokens) <= 8 and ("@" in key or "http" in key or "www." in key):
        return "page furniture: an address or account"
    if _HANDLE.search(key) and key.startswith("follow ") and len(tokens) <= 12:
        return "page furniture: an invitation to follow an account"
    numbers = sum(1 for token in tokens if _NUMBER.fullmatch(token))
    if numbers and len(tokens) <= 6 and all(_NUMBER.fullmatch(t) or is_in("counters", t) for t in tokens):
        return "page furniture: a counter"
    return None
