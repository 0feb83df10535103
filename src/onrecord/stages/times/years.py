"""Reads years and intervals of years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.line import DASHES, low, tag
from onrecord.stages.times.eras import read_era
from onrecord.stages.times.found import Reading
from onrecord.stages.times.line import open_left, small_number, year_at
from onrecord.stages.times.meaning import Calendar
from onrecord.stages.times.words import word_sets

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


def read_year(tokens: list[Token], i: int) -> Reading | None:
    """Read a year of four digits where it is not a count, and an interval of years that it opens."""
    if (found := read_era(tokens, i)) is not None:
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
