"""Scores figures on news sentences (NewsQuant) and on lists of unit cases.

Both sets count durations and ages as quantities. Durations are taken from our times; ages are no figures here, so they
count as missed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from evaluation.bootstrap import Sample, of_f1, total
from evaluation.read import report_of
from evaluation.score import Score, f1, load_lines
from onrecord.lexicon import load_words
from onrecord.stages.figures.words import Units, numbers
from onrecord.stages.pipeline import STAGES, draft_report

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from onrecord.model import Figure, Time
    from onrecord.stages.draft import Draft

NEEDED = {"syntax", "time_expressions", "numbers", "published", "times", "figures"}
NEWSQUANT = "data/newsquant/newsquant_dev.jsonl"
METRICS = ("value", "value+unit", "value+change")
CASES = ("age", "currency", "dimension", "temperature")
CHANGES = {
    "exact": "=",
    "between": "=",
    "about": "~",
    "more_than": ">",
    "at_least": ">",
    "less_than": "<",
    "at_most": "<",
}
DURATION = re.compile(r"PT?(\d+(?:\.\d+)?)(DE|CE|[A-Z])$")
TIME_UNITS = {
    "Y": "year",
    "M": "month",
    "W": "week",
    "D": "day",
    "H": "hour",
    "S": "second",
    "Q": "quarter",
    "DE": "decade",
    "CE": "century",
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity as the sets give it: value (or "low-high"), unit words, change."""

    value: str
    unit: str
    change: str


Read: TypeAlias = "Callable[[str], list[Quantity]]"


def evaluate(data: Path) -> list[Score]:
    """Score NewsQuant by value, unit and change, and each list of unit cases by value and unit."""
    scores = score_quantities("newsquant", load_lines(data / NEWSQUANT), METRICS)
    for name in CASES:
        records = load_lines(data / f"data/unit_cases/{name}.jsonl")
        scores += score_quantities(f"unit cases: {name}", records, METRICS[:2])
    return scores


def read_quantities(text: str) -> list[Quantity]:
    """Give the figures and durations of a text as quantities."""
    draft = _draft(text)
    found = [quantity_of(figure) for figure in _counted(draft)]
    return found + [
        quantity for time in draft.times if (quantity := _of_time(time, text[slice(*time.span)])) is not None
    ]


def read_figures(text: str) -> list[Figure]:
    """Give the figures of a text that count as quantities."""
    return _counted(_draft(text))


def _draft(text: str) -> Draft:
    return draft_report(report_of(text), tuple(s for s in STAGES if s.gives in NEEDED))


def _counted(draft: Draft) -> list[Figure]:
    return [figure for figure in draft.figures if figure.rule != "figures.term"]


def quantity_of(figure: Figure) -> Quantity:
    """Give a figure as a quantity."""
    value = number(figure.value) if figure.value is not None else f"{number(figure.low)}-{number(figure.high)}"
    change = figure.direction if figure.direction and figure.qualifier == "exact" else CHANGES[figure.qualifier]
    return Quantity(value, figure.unit or "", change)


def _of_time(time: Time, words: str) -> Quantity | None:
    """Give a duration as a quantity, and "two years" of "two years ago"; "a year", "the decade" are none."""
    change = {"APPROX": "~", "MORE_THAN": ">", "LESS_THAN": "<"}.get(time.mod or "", "=")
    if time.rule == "times.away":
        first, *rest = words.lower().split()
        count = first if first.isdecimal() else numbers().cardinals.get(first)
        return Quantity(number(count), rest[0].removesuffix("s"), change) if count and rest else None
    match = DURATION.match(time.value or "") if time.type in {"DURATION", "SET"} else None
    if match is None or (match[1] == "1" and not words.lower().startswith(("one", "1"))):
        return None
    unit = "minute" if match[2] == "M" and "PT" in (time.value or "") else TIME_UNITS[match[2]]
    return Quantity(number(match[1]), unit, change)


def number(value: Any) -> str:
    """Write a number to four significant digits, so that 2/3 and 0.667 are the same."""
    try:
        return f"{float(value):.4g}"
    except (TypeError, ValueError):
        low, _, high = str(value).rpartition("-")
        return f"{number(low)}-{number(high)}" if low else str(value)


def same_unit(ours: str, gold: str) -> bool:
    """Tell whether two units share a content word, singular or plural; none equals "-"."""
    one, other = _stems(ours), _stems(gold)
    return one == other or bool(one & other)


def _stems(unit: str) -> set[str]:
    """Give the words of a unit in one form, with all names that the lexicon has for it."""
    names = " ".join(known_names().get(part, part) for part in unit.split(" per "))
    words = names.lower().replace("-", " ").split()
    return {_stem(word) for word in words if word not in {"of", "a", "per", "&", "-"}}


def _stem(word: str) -> str:
    if word == "times":
        return "count"
    word = f"{word[:-3]}y" if word.endswith("ies") else word
    return word.removesuffix("s").removesuffix("e").replace("men", "man")


@cache
def known_names() -> dict[str, str]:
    """Give unit as a record says it → its names."""
    units = load_words("units", Units)
    names = {currency.code: " ".join(currency.names) for currency in units.currencies}
    names |= {measure.unit: " ".join([measure.unit, *measure.names, *measure.plurals]) for measure in units.measures}
    return names | {"percent": "percentage"}


def score_quantities(
    name: str, records: list[dict[str, Any]], metrics: tuple[str, ...], read: Read | None = None
) -> list[Score]:
    """Score records by each metric; `read` gives another reader's quantities of a text."""
    counts: dict[str, list[tuple[int, int, int]]] = {metric: [] for metric in metrics}
    misses: dict[str, list[str]] = {metric: [] for metric in metrics}
    for record in records:
        found = (read or read_quantities)(record["text"])
        gold = [Quantity(number(q["value"]), q["normalized_unit"], q.get("change", "=")) for q in record["quantities"]]
        for metric in metrics:
            matched, left, extra = _pair(found, gold, SAME[metric])
            counts[metric].append((matched, len(found), len(gold)))
            if left or extra:
                misses[metric].append(f"{record['text'][:160]}: missed {_shown(left)}, extra {_shown(extra)}")
    scores = []
    for metric, items in counts.items():
        precision, recall, value = f1(*total(items))
        label = f"{metric} F1 (P {precision:.2f}, R {recall:.2f})"
        scores.append(
            Score("figures", name, label, value, total(items)[2], misses=misses[metric], sample=Sample(items, of_f1))
        )
    return scores


def _shown(quantities: list[Quantity]) -> str:
    return ", ".join(f"{one.change} {one.value} {one.unit}" for one in quantities) or "none"


def _same_value(one: Quantity, other: Quantity) -> bool:
    return one.value == other.value


def _same_value_and_unit(one: Quantity, other: Quantity) -> bool:
    return one.value == other.value and same_unit(one.unit, other.unit)


def _same_value_and_change(one: Quantity, other: Quantity) -> bool:
    return one.value == other.value and one.change == other.change


def _pair(
    found: list[Quantity], gold: list[Quantity], same: Callable[[Quantity, Quantity], bool]
) -> tuple[int, list[Quantity], list[Quantity]]:
    """Pair one to one; give the count, the gold left over and ours left over."""
    free, left = list(found), []
    for other in gold:
        hit = next((i for i, one in enumerate(free) if same(one, other)), None)
        if hit is None:
            left.append(other)
        else:
            free.pop(hit)
    return len(gold) - len(left), left, free


SAME: dict[str, Callable[[Quantity, Quantity], bool]] = {
    "value": _same_value,
    "value+unit": _same_value_and_unit,
    "value+change": _same_value_and_change,
}
