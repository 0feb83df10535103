"""Scores figures, places and times: spans first, then what they resolve to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from evaluation.evidence.matching import any_covers, covers_half, pair
from evaluation.evidence.tally import Tally, same, words_of

if TYPE_CHECKING:
    from evaluation.evidence.predicted import Predicted
    from onrecord.model import Figure

VAGUE = {"PAST_REF", "PRESENT_REF", "FUTURE_REF"}
FULL = "figures value+unit+qualifier"


def score_figures(ours: Predicted, tally: Tally) -> None:
    """Score numbers with their bounds, then those that also have unit and qualifier right."""
    found, gold, text = ours.reading.figures, ours.gold.figures, ours.gold.text
    spans = [ours.spans([figure.span]) for figure in found]

    def weight(i: int, other: dict[str, Any]) -> float:
        numbers = (found[i].value, found[i].low, found[i].high) == (other["value"], other["low"], other["high"])
        return float(numbers and covers_half(spans[i], other["span"]))

    pairs = pair(range(len(found)), gold, weight)
    tally.count("figures value", len(pairs), len(found), len(gold))
    full = [(i, j) for i, j in pairs if _same_kind(found[i], gold[j])]
    tally.count(FULL, len(full), len(found), len(gold))
    matched, reached = {i for i, _ in full}, {j for _, j in full}
    for j, other in enumerate(gold):
        if j not in reached:
            tally.miss(FULL, f"missed {words_of(text, other['span'])} [{other['unit']}, {other['qualifier']}]")
    for i, figure in enumerate(found):
        if i not in matched:
            kind = f"[{figure.value} {figure.unit}, {figure.qualifier}, {figure.rule}]"
            tally.miss(FULL, f"extra {words_of(text, spans[i])} {kind}")


def _same_kind(ours: Figure, gold: dict[str, Any]) -> bool:
    return ours.qualifier == gold["qualifier"] and same_unit(ours.unit or "", gold["unit"])


def same_unit(ours: str, gold: str) -> bool:
    """Tell whether two units share a content word, plural or not ("diplomats", "Russian diplomats")."""
    return ours == gold or bool(_stems(ours) & _stems(gold))


def _stems(unit: str) -> set[str]:
    words = "".join(char if char.isalnum() else " " for char in unit.lower()).split()
    return {word.rstrip("s") for word in words if word not in {"of", "the", "and", "in", "from"}}


def score_places(ours: Predicted, tally: Tally) -> None:
    """Score place mentions, and the country of those that match.

    The gold leaves out the names that stand for governments, which we keep as places with a `seat`: ours count
    only where they match.
    """
    gold, text = ours.gold.places, ours.gold.text
    named = [span for place in gold for span in place["span"]]
    found = [p for p in ours.reading.places if p.seat is None or any_covers(ours.spans([p.span]), tuple(named))]
    spans = [ours.spans([place.span]) for place in found]
    pairs = pair(spans, [place["span"] for place in gold], same)
    tally.count("places mention", len(pairs), len(found), len(gold))
    matched, reached = {i for i, _ in pairs}, {j for _, j in pairs}
    for j, other in enumerate(gold):
        if j not in reached:
            tally.miss("places mention", f"missed {words_of(text, other['span'])}")
    for i, span in enumerate(spans):
        if i not in matched:
            tally.miss("places mention", f"extra {words_of(text, span)} [{found[i].rule}]")
    right = sum(found[i].country == gold[j]["country"] for i, j in pairs)
    tally.count("places country (of matched)", right, len(pairs), len(pairs))
    for i, j in pairs:
        if found[i].country != gold[j]["country"]:
            words = f"{words_of(text, gold[j]['span'])}: {found[i].country} for {gold[j]['country']}"
            tally.miss("places country (of matched)", words)


def score_times(ours: Predicted, tally: Tally) -> None:
    """Score time expressions and TIMEX3 values; vague words are left out on both sides."""
    found = [time for time in ours.reading.times if time.value not in VAGUE]
    gold = [time for time in ours.gold.times if time["value"] not in VAGUE]
    spans = [ours.spans([time.span]) for time in found]
    pairs = pair(spans, [time["span"] for time in gold], same)
    tally.count("times mention", len(pairs), len(found), len(gold))
    value = {j: found[i].value for i, j in pairs}
    right = sum(value.get(j) == other["value"] for j, other in enumerate(gold))
    tally.count("times value (all)", right, len(found), len(gold))
    if ours.gold.published:
        tally.count("times value (publication known)", right, len(found), len(gold))
    for j, other in enumerate(gold):
        if value.get(j) != other["value"]:
            words = f"{words_of(ours.gold.text, other['span'])}: {value.get(j)} for {other['value']}"
            tally.miss("times value (all)", words)
    matched = {i for i, _ in pairs}
    for i, time in enumerate(found):
        if i not in matched:
            tally.miss("times mention", f"extra {words_of(ours.gold.text, spans[i])} {time.value} [{time.rule}]")
