"""The key under which a name is stored and looked up: without case, accents, apostrophes and full stops."""

import unicodedata
from functools import lru_cache

APOSTROPHES = str.maketrans(dict.fromkeys("'’‘`ʻʼʿʾ′.", None))
LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "-": " ", "–": " "}
)
EXPANDED = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


@lru_cache(maxsize=1 << 16)
def name_key(name: str) -> str:
    """Fold a name: "N'Djaména" → "ndjamena", "St. Louis" → "saint louis", "U.S." → "us"; a leading "the" falls away."""
    folded = unicodedata.normalize("NFKD", name.casefold().translate(APOSTROPHES)).translate(LETTERS)
    plain = "".join(char for char in folded if not unicodedata.combining(char))
    words = "".join(char if char.isalnum() else " " for char in plain).split()
    if len(words) > 1:
        words = [EXPANDED.get(word, word) for word in words]
        if words[0] == "the":
            words = words[1:]
    return " ".join(words)


def is_acronym(name: str) -> bool:
    """Tell whether a name is written in capitals only ("NATO", "U.S.", "K.G.B."), up to six letters."""
    letters = [char for char in name if char.isalpha()]
    return 1 < len(letters) <= 6 and " " not in name and all(char.isupper() for char in letters)


SOUNDS = str.maketrans({"q": "k", "c": "k", "v": "w", "y": "", "j": "z", "h": "", "x": "k"})
VOWELS = frozenset("aeiou")


def sound_key(name: str) -> str:
    """Fold a name to its first letter and the consonants that follow, repeats once: "Nangrahar", "Nangarhar" → "ngr".

    Two spellings of one foreign name mostly agree in it; many other names do too, so compare the spellings afterwards.
    """
    plain = name_key(name).replace(" ", "").replace("ph", "f").replace("dj", "j")
    if not plain:
        return ""
    heard = plain[0]
    for char in plain[1:].translate(SOUNDS):
        if char not in VOWELS and char != heard[-1]:
            heard += char
    return heard
