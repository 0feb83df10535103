"""Refuses aliases that would capture common words."""

from functools import cache
from importlib.resources import files

from onrecord.knowledge.dated import dated_name
from onrecord.knowledge.keys import is_acronym, name_key


@cache
def _common_words() -> dict[str, int]:
    """Map common English words to how often they stand in a million words of news, roughly."""
    text = files("onrecord.knowledge").joinpath("data", "common_words.csv").read_text(encoding="utf-8")
    return {word: int(number) for word, number in (line.split(",") for line in text.splitlines()[1:])}


def captured_by(alias: str) -> int:
    """Estimate how many words in a million of news text an alias would wrongly capture."""
    return 0 if is_acronym(alias) else _common_words().get(name_key(alias), 0)


def problem_of_alias(alias: str) -> str | None:
    """Say why a name, with dates or without, cannot be an alias, or give None."""
    try:
        alias = dated_name(alias).name
    except ValueError as error:
        return str(error)
    if not name_key(alias):
        return f"the alias {alias!r} holds no letter"
    if captured := captured_by(alias):
        return f"the alias {alias!r} would capture a common word, some {captured:,} times in a million words"
    if len(name_key(alias)) < 3 and not is_acronym(alias):
        return f"the alias {alias!r} is too short to be told from other words"
    return None
