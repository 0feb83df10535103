"""The ways in which a text is damaged or respelt, as edits: (start, end, the words that stand there instead)."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

Edit = tuple[int, int, str]
SEED = 6
OCR_SHARE = 0.02
"""Share of the letters that could be misread and are: about one word in twenty."""
CONFUSED = {
    "l": "1",
    "e": "c",
    "o": "0",
    "i": "l",
    "h": "b",
    "n": "u",
    "c": "e",
    "S": "5",
    "O": "0",
    "I": "l",
    "m": "rn",
}
PUNCTUATION = re.compile(r"[^\w\s'’%$€£.,:/-]|(?<!\d)[.,:/-]|[.,:/-](?!\d)")
"""What a transcript does not write: all marks but those inside numbers, apostrophes and units."""
AMERICAN = {
    "armour": "armor", "behaviour": "behavior", "centre": "center", "colour": "color", "defence": "defense",
    "favour": "favor", "harbour": "harbor", "honour": "honor", "labour": "labor", "licence": "license",
    "metre": "meter", "neighbour": "neighbor", "neighbouring": "neighboring", "offence": "offense",
    "programme": "program", "rumour": "rumor", "theatre": "theater", "apologise": "apologize", "criticise": "criticize",
    "emphasise": "emphasize", "mobilise": "mobilize", "organise": "organize", "recognise": "recognize",
    "realise": "realize", "authorise": "authorize", "organisation": "organization",
    "mobilisation": "mobilization", "civilisation": "civilization", "privatisation": "privatization",
    "cancelled": "canceled", "travelled": "traveled", "labelled": "labeled", "ageing": "aging",
    "kilometre": "kilometer", "grey": "gray", "sceptical": "skeptical",
    "paediatric": "pediatric", "enquiry": "inquiry", "counsellor": "counselor", "councillor": "councilor",
    "manoeuvre": "maneuver", "plough": "plow", "towards": "toward", "fulfil": "fulfill",
}  # fmt: skip
"""British → American, base forms; plurals and endings in -d, -s, -r and -ing follow."""
ENDINGS = ("", "s", "d", "r", "rs")


def as_it_is(_: str) -> list[Edit]:
    """Change nothing."""
    return []


def upper_case(text: str) -> list[Edit]:
    """Write all in capitals."""
    return [(i, i + 1, char.upper()) for i, char in enumerate(text) if char != char.upper() and len(char.upper()) == 1]


def transcript(text: str) -> list[Edit]:
    """Write small letters and no marks, paragraphs kept."""
    marks = [(match.start(), match.end(), " ") for match in PUNCTUATION.finditer(text)]
    gone = {start for start, _, _ in marks}
    small = [
        (i, i + 1, char.lower())
        for i, char in enumerate(text)
        if char.isupper() and len(char.lower()) == 1 and i not in gone
    ]
    return sorted(marks + small)


def ocr(text: str) -> list[Edit]:
    """Misread some letters, as optical recognition does; always the same ones."""
    random = Random(SEED)  # noqa: S311 - chance for statistics, not for secrets
    return [
        (i, i + 1, CONFUSED[char]) for i, char in enumerate(text) if char in CONFUSED and random.random() < OCR_SHARE
    ]


def american(text: str) -> list[Edit]:
    """Write American spellings."""
    return _respelt(text, AMERICAN)


def british(text: str) -> list[Edit]:
    """Write British spellings."""
    return _respelt(text, {other: one for one, other in AMERICAN.items()})


def _respelt(text: str, pairs: dict[str, str]) -> list[Edit]:
    forms = {one + ending: other + ending for one, other in pairs.items() for ending in ENDINGS}
    forms |= {one.removesuffix("e") + "ing": other.removesuffix("e") + "ing" for one, other in pairs.items()}
    edits = []
    for match in re.finditer(r"[A-Za-z]+", text):
        other = forms.get(match[0].lower())
        if other is not None:
            edits.append((*match.span(), other.capitalize() if match[0][0].isupper() else other))
    return edits


DAMAGES: dict[str, Callable[[str], list[Edit]]] = {
    "as it is": as_it_is,
    "UPPER CASE": upper_case,
    "no marks, small letters": transcript,
    "OCR noise, 2 % of letters": ocr,
    "American spelling": american,
    "British spelling": british,
}
