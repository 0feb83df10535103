"""Gives upper-case text its case back, so that a reader of mixed case can be measured on it.

A word takes the case that it mostly has inside the sentences of mixed-case texts. A word that is not there is taken for
a name, unless it ends as verbs and their nouns do, and for an acronym where it stands in brackets or no syllable would.
A body's name in several words ("NATIONAL LIBERATION FRONT") is capitalised as a whole after a name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
OPENS = re.compile(r'(?:^|[.!?]["”\']?\s+|\n\s*|\[TEXT\]\s*)$')
LOOK_BACK = 40
COMMON_ENDS = ("ing", "ed", "ly", "tion", "tions", "ness", "ment", "ments", "ers", "ism", "ists", "able", "ive")
ACRONYM = re.compile(r"[^AEIOUY]{2,6}$|[A-Z]{0,2}[^AEIOUYLRSNM][^AEIOUYLRHS][^AEIOUY]")
BODIES = frozenset({
    "army", "front", "party", "movement", "committee", "command", "battalion", "brigade", "police", "ministry",
    "congress", "cartel", "states", "assembly", "court", "university", "department", "council", "federation",
    "forces", "force", "union",
})  # fmt: skip


def forms_of(texts: Iterable[str]) -> dict[str, str]:
    """Learn each word's usual form from mixed-case texts, first words of sentences left out."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for match in WORD.finditer(text):
            word = match[0]
            if not OPENS.search(text[max(0, match.start() - LOOK_BACK) : match.start()]):
                counts[word.lower()][word] += 1
    return {word: min(forms, key=lambda form: (-forms[form], form)) for word, forms in counts.items()}


def recase(text: str, forms: dict[str, str]) -> str:
    """Give the text with the same length, its words in their usual case."""
    words = list(WORD.finditer(text))
    cased = [_form(text, match, forms) for match in words]
    for i in range(len(cased) - 1, 0, -1):
        before_body = _joined(text, words, i) and cased[i + 1].lower() in BODIES and cased[i + 1][0].isupper()
        if cased[i] in BODIES or (cased[i].islower() and before_body):
            cased[i] = cased[i].capitalize() if _in_name(text, words, cased, i) else cased[i]
    parts, position = [], 0
    for match, word in zip(words, cased, strict=True):
        opens = OPENS.search(text[max(0, match.start() - LOOK_BACK) : match.start()])
        parts += [text[position : match.start()], word[0].upper() + word[1:] if opens else word]
        position = match.end()
    return "".join(parts) + text[position:]


def _form(text: str, match: re.Match[str], forms: dict[str, str]) -> str:
    word, low = match[0], match[0].lower()
    if low not in forms and (ACRONYM.match(word) or text[match.start() - 1 : match.end() + 1] == f"({word})"):
        return word
    form = forms.get(low, low if low.endswith(COMMON_ENDS) else word.capitalize())
    return form if len(form) == len(word) else word.capitalize()


def _joined(text: str, words: list[re.Match[str]], i: int) -> bool:
    return i + 1 < len(words) and text[words[i].end() : words[i + 1].start()] == " "


def _in_name(text: str, words: list[re.Match[str]], cased: list[str], i: int) -> bool:
    """Tell whether a word stands in a run of words, none of them short, that a capitalised one opens."""
    while i > 0 and _joined(text, words, i - 1) and len(cased[i]) > 3:
        i -= 1
        if cased[i][0].isupper():
            return True
    return False
