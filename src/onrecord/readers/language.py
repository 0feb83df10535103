"""Which language a text is in: by its script, and among languages that share one by their function words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import msgspec

from onrecord.lexicon import load_words

TOP = 2000
"""Characters at the top of a text that are looked at."""
ASSUMED = "en"
LEAST_HITS = 3
LONG, LONG_ENOUGH, LOOKED_AT = 120, 400, 40
"""Characters of a paragraph whose language can be told, those looked at, and how many paragraphs are."""

# not \w: the vowel signs of Indian scripts are no word characters to it
_WORD = re.compile(r"""[^\s\d.,;:!?()\[\]{}<>/|"'“”„‘’«»।،؟、。…—–-]+""")


class Script(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A script: ranges of code points, and the languages told apart in it."""

    name: str
    ranges: list[tuple[int, int]]
    languages: list[str]


class FunctionWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Function words by language, and the scripts other than Latin."""

    words: dict[str, list[str]]
    scripts: list[Script]


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    """Give for each function word the languages that have it, by rank: the data's order."""
    table: dict[str, tuple[str, ...]] = {}
    for language, words in load_words("function_words", FunctionWords, "any").words.items():
        for word in words:
            table[word] = (*table.get(word, ()), language)
    return table


@cache
def _script_of(block: int) -> str | None:
    """Give the script of a run of 16 code points, None for Latin and whatever has no language."""
    for script in load_words("function_words", FunctionWords, "any").scripts:
        if any(start <= block * 16 <= end for start, end in script.ranges):
            return script.name
    return None


def find_language(text: str, declared: str | None = None) -> str:
    """Give the ISO 639-1 code of a text's language.

    `declared` is what the page says; it counts where the text is too short to tell, and tells apart what few words
    leave undecided (Danish and Norwegian). Short text in Latin letters without any sign of another language is taken
    for English.
    """
    top = text[:TOP]
    declared = (declared or "").strip().lower().replace("_", "-").split("-")[0] or None
    script, allowed = _script(top)
    if script is not None and len(allowed) == 1:
        return allowed[0]
    scores = _scores(top, allowed)
    if not scores:
        return declared or (allowed[0] if allowed else ASSUMED)
    best = max(scores, key=lambda language: scores[language])
    if declared in scores and scores[declared] >= 0.9 * scores[best]:
        return declared
    if script is None and scores[best] < LEAST_HITS and scores.get(ASSUMED, 0) >= scores[best] - 1:
        return declared or ASSUMED
    return best


def find_mixture(paragraphs: list[str], language: str) -> list[str]:
    """Give other languages that at least one in five longer paragraphs are in, most frequent first."""
    longer = [paragraph[:LONG_ENOUGH] for paragraph in paragraphs if len(paragraph) >= LONG][:LOOKED_AT]
    counts = Counter(find_language(paragraph, language) for paragraph in longer)
    return [name for name, times in counts.most_common() if name != language and 5 * times >= len(longer)]


def _script(text: str) -> tuple[str | None, tuple[str, ...]]:
    """Give the script that most letters are in (None for Latin) and its languages."""
    counts: dict[str | None, int] = {None: 0}
    for char, times in Counter(text).items():
        if char.isalpha():
            name = None if char < "\u0370" else _script_of(ord(char) >> 4)
            counts[name] = counts.get(name, 0) + times
    if counts.get("kana", 0) * 10 > counts.get("han", 0) > 0:
        counts["kana"] += counts.pop("han")
    name = max(counts, key=lambda key: counts[key])
    if name is None:
        return None, ()
    scripts = load_words("function_words", FunctionWords, "any").scripts
    return name, tuple(next(script.languages for script in scripts if script.name == name))


def _scores(text: str, allowed: tuple[str, ...]) -> dict[str, float]:
    """Count function words; a word that several languages share counts a part for each."""
    table = _languages_of()
    scores: dict[str, float] = {}
    for word in _WORD.findall(text.lower()):
        languages = table.get(word, ())
        for language in languages:
            if not allowed or language in allowed:
                scores[language] = scores.get(language, 0.0) + 1 / len(languages) ** 0.5
    return scores
