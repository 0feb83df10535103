"""Reads years, intervals of years, decades, centuries, quarters and halves of a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.line import DASHES, low, tag
from onrecord.stages.times.found import Reading
from onrecord.stages.times.line import open_left, ordinal, pointer_before, small_number, year_at
from onrecord.stages.times.meaning import Calendar, Era
from onrecord.stages.times.words import times, word_sets

if TYPE_CHECKING:
    from onrecord.stages.tokens import Token

COUNTS = frozenset(
    {
        "about",
        "than",
        "some",
        "least",
        "nearly",
        "almost",
        "over",
        "roughly",
        "approximately",
        "around",
        "to",
        "$",
        "#",
        "no.",
        "number",
        "up",
        "only",
        "just",
        "flight",
        "boeing",
        "route",
        "highway",
        "room",
        "page",
    }
)
ERAS = frozenset({"bc", "bce", "ad", "ce"})
PARTS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "last": 4,
    "final": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}


def read_year(tokens: list[Token], i: int) -> Reading | None:
    """Read a year of four digits where it is not a count, and an interval of years that it opens."""
    if (found := _of_era(tokens, i)) is not None:
        return found
    year = year_at(tokens, i)
    if year is None or not 1000 <= year <= 2100 or not _is_year(tokens, i, year):
        return None
    first, last, meaning = i, i, Calendar(year=year)
    if _tied(tokens, i + 1) and (end := _end_year(low(tokens, i + 2), year)) is not None:
        last, meaning = i + 2, Calendar(year=year, until=Calendar(year=end))
    if low(tokens, i - 1) == "fiscal":
        first = i - 1
    first, mod = open_left(tokens, first)
    if low(tokens, first - 1) == "fiscal":
        first -= 1
    return Reading("year", first, last, "DATE", meaning, 0.9, mod)


def _of_era(tokens: list[Token], i: int) -> Reading | None:
    """Read "400 BCE" and "394 AD"."""
    number, first, last = small_number(low(tokens, i)), i, i + 1
    era = low(tokens, i + 1).replace(".", "")
    if era not in ERAS and low(tokens, i - 1) in {"ad", "a.d."}:
        era, first, last = "ad", i - 1, i
    if number is None or number < 1 or era not in ERAS or not tokens[last if first == i else first].text[0].isupper():
        return None
    sign = -1 if era.startswith("b") else 1
    value = f"{sign * number:05}" if sign < 0 else f"{number:04}"
    return Reading("year", first, last, "DATE", Era(value, sign * number, sign * number), 0.9)


def _end_year(word: str, start: int) -> int | None:
    number = small_number(word)
    if number is None or len(word) not in {2, 4}:
        return None
    end = number if len(word) == 4 else start // 100 * 100 + number
    return end if start < end <= 2200 else None


def _tied(tokens: list[Token], i: int) -> bool:
    """Tell whether a dash stands here without spaces: "2012-2014" is one interval, "1710 – 1774" are two years."""
    return (
        low(tokens, i) in DASHES
        and i + 1 < len(tokens)
        and tokens[i].start == tokens[i - 1].end
        and tokens[i + 1].start == tokens[i].end
    )


def _is_year(tokens: list[Token], i: int, year: int) -> bool:
    """Tell a year from a count: by the words before, by what it modifies, by its century."""
    token = tokens[i]
    before, after = low(tokens, i - 1), low(tokens, i + 1)
    if before in COUNTS and not (
        before in {"about", "around", "to", "over", "than"} and 1500 <= year <= 2059 and _bare(tokens, i)
    ):
        return False
    if token.head is not None and token.dep == "nummod" and token.head.i > token.i:
        known = before in {
            "the",
            "this",
            "that",
            "'s",
            "’s",
            "in",
            "his",
            "her",
            "their",
            "its",
            "a",
            "of",
            "since",
        } or tag(tokens, i - 1) in {"PRP$", "JJ"}
        return (1900 if token.head.tag == "NNS" else 1700) <= year <= 2059 and (
            known or token.head.tag in {"NN", "NNP"} or token.head.lemma in word_sets()["yearly"]
        )
    if before in {"-", "/"} or after in {"%", "percent", "meters", "metres", "feet", "km", "miles"}:
        return False
    if 1700 <= year <= 2059 or (before == "(" and after == ")"):
        return True
    return before in {"in", "since", "until", "by", "of", "from", "before", "after", "year"} and _bare(tokens, i)


def _bare(tokens: list[Token], i: int) -> bool:
    return not tag(tokens, i + 1).startswith(("NN", "JJ", "CD"))


def read_decade(tokens: list[Token], i: int) -> Reading | None:
    """Read "1990s", "1990's", "the '90s", "mid-1990s", "the nineties"."""
    word, last, first = low(tokens, i).lstrip("'’`"), i, i
    digits = word.removesuffix("s").rstrip("'’")
    number = small_number(digits)
    if word in times().decades:
        number = 1900 + times().decades[word]
    elif number is None or number % 10:
        return None
    elif not word.endswith("s"):
        if (
            low(tokens, i + 1) not in {"'s", "’s", "s"}
            or tag(tokens, i + 1) not in {"POS", "NNS", "NN"}
            or len(digits) != 4
            or low(tokens, i - 1) != "the"
        ):
            return None
        last = i + 1
    elif len(digits) == 2:
        if low(tokens, i - 1) in {"his", "her", "their", "my"} or (
            tokens[i].lower == word and low(tokens, i - 1) not in {"'", "’", "`"}
        ):
            return None
        number += 1900 if number > 20 else 2000
        first = i if tokens[i].lower != word else i - 1
    if not 1000 <= number <= 2100:
        return None
    first, mod = open_left(tokens, first)
    start, end = {"START": (0, 3), "MID": (4, 6), "END": (5, 9)}.get(mod or "", (0, 9))
    return Reading("decade", first, last, "DATE", Era(f"{number // 10}X", number + start, number + end), 0.92, mod)


def read_century(tokens: list[Token], i: int) -> Reading | None:
    """Read "the 20th century" at its last word."""
    at = i - 2 if low(tokens, i - 1) == "-" else i - 1
    number = ordinal(low(tokens, at))
    if number is None or not 1 <= number <= 30:
        return None
    first, mod = open_left(tokens, at)
    start = (number - 1) * 100
    return Reading("century", first, i, "DATE", Era(f"{number - 1:02}XX", max(start, 1), start + 99), 0.9, mod)


def read_quarter(tokens: list[Token], i: int, *, parts: int) -> Reading | None:
    """Read "the third quarter of 2017", "fourth-quarter", "the first half of 2018"; `parts` of a year are 4 or 2."""
    at = i - 2 if low(tokens, i - 1) == "-" else i - 1
    number = PARTS.get(low(tokens, at))
    if number is None or (parts == 2 and low(tokens, i + 1) != "of"):
        return None
    number = min(number, parts)
    year, last = year_at(tokens, i + 1), i + 1
    if year is None and low(tokens, i + 1) in {"of", ","}:
        year, last = year_at(tokens, i + 2), i + 2
    pointer = years = None
    if year is None:
        last = i
        if low(tokens, i + 1) == "of" and low(tokens, i + 3) == "year":
            years, last = times().pointers.get(low(tokens, i + 2)), i + 3
    first = at
    if year is None and (year := year_at(tokens, at - 1)) is not None:
        first = at - 1
    elif year is None and low(tokens, at - 1) in {"'s", "’s"} and low(tokens, at - 2) == "year":
        years, first = times().pointers.get(low(tokens, at - 3)), at - 3
    elif year is None and low(tokens, at - 1) in {"earlier", "ago"} and low(tokens, at - 3) == "year":
        years, first = -1, at - 3
    if parts == 2 and year is None and years is None:
        return None
    if low(tokens, first - 1) == "fiscal":
        first -= 1
    if years is None and year is None and (pointer := pointer_before(tokens, first)) is not None:
        first -= 1
    first = first - 1 if low(tokens, first - 1) == "the" else first
    meaning = Calendar(
        year=year,
        quarter=number if parts == 4 else None,
        half=number if parts == 2 else None,
        pointer=pointer,
        years=years,
    )
    return Reading("quarter", first, last, "DATE", meaning, 0.85)


def read_short_quarter(tokens: list[Token], i: int) -> Reading | None:
    """Read "Q3", "Q3 2018" and "H1"."""
    word = tokens[i].text
    number = small_number(word[1:])
    if number is None or not 1 <= number <= (4 if word[0] == "Q" else 2):
        return None
    year = year_at(tokens, i + 1)
    meaning = Calendar(year=year, quarter=number if word[0] == "Q" else None, half=number if word[0] == "H" else None)
    return Reading("quarter", i, i if year is None else i + 1, "DATE", meaning, 0.85)
