"""Reads a word list and checks it: known keys only, right types, no doubles."""

import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

import msgspec

from onrecord.errors import DataError

LANGUAGES = ("en",)
"""Languages that have a lexicon. A report in any other gets its text and a Problem."""

Words = TypeVar("Words", bound=msgspec.Struct)


def load_words(name: str, shape: type[Words], language: str = "en") -> Words:
    """Read `lexicon/<language>/<name>.toml` into `shape`, a Struct with `forbid_unknown_fields=True`.

    Raises DataError with file and place where the data does not fit, or where a list holds a word twice.
    """
    words: Words = _load(name, shape, language)
    return words


@cache
def _load(name: str, shape: type[Words], language: str) -> Words:
    file = files("onrecord.lexicon").joinpath(language, f"{name}.toml")
    try:
        raw = tomllib.loads(file.read_text(encoding="utf-8"))
        _check_doubles(raw, "")
        return msgspec.convert(raw, shape)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, ValueError) as error:
        place = f"lexicon/{language}/{name}.toml"
        raise DataError(place, str(error), "Correct the file.") from error


def _check_doubles(value: Any, path: str) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            _check_doubles(inner, f"{path}.{key}")
    elif isinstance(value, list):
        counts = Counter(word for word in value if isinstance(word, str))
        if doubles := sorted(word for word, count in counts.items() if count > 1):
            message = f"{path.lstrip('.')} holds {doubles[0]!r} twice"
            raise ValueError(message)
        for inner in value:
            _check_doubles(inner, path)
