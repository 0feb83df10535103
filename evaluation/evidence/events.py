"""Scores events: triggers with type, roles end to end, and factuality by holder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evaluation.evidence.matching import any_covers, covers_half, pair
from evaluation.evidence.tally import Tally, words_of

if TYPE_CHECKING:
    from evaluation.evidence.gold import Gold, GoldEvent
    from evaluation.evidence.predicted import Predicted
    from evaluation.evidence.statements import Pairs as StatementPairs
    from onrecord.model import Event

Pairs = list[tuple["Event", "GoldEvent"]]
AUTHOR = "factuality author (of matched)"


def score_events(ours: Predicted, statements: StatementPairs, tally: Tally) -> None:
    """Pair events with gold by trigger and type, then score what hangs on them."""
    found, gold, text = ours.reading.events, ours.gold.events, ours.gold.text
    triggers = [ours.spans(event.trigger) for event in found]

    def weight(i: int, other: GoldEvent) -> float:
        if found[i].type != other.type:
            return 0
        return float(sum(any(covers_half((a,), (b,)) for b in triggers[i]) for a in other.trigger))

    indices = pair(range(len(found)), gold, weight)
    tally.count("events trigger+type", len(indices), len(found), len(gold))
    triggered = pair(triggers, [g.trigger for g in gold], lambda a, b: float(any_covers(a, b)))
    tally.count("events trigger", len(triggered), len(found), len(gold))
    matched, reached = {i for i, _ in indices}, {j for _, j in indices}
    for j, other in enumerate(gold):
        if j not in reached:
            tally.miss("events trigger+type", f"missed {other.type} {words_of(text, other.trigger)}")
    for i, event in enumerate(found):
        if i not in matched:
            tally.miss("events trigger+type", f"extra {event.type} {words_of(text, triggers[i])} [{event.rule}]")
    pairs = [(found[i], gold[j]) for i, j in indices]
    for role in ("actors", "recipients"):
        _score_role(role, ours, pairs, tally)
    _score_author(ours.gold, pairs, tally)
    _score_holders(ours, pairs, statements, tally)


def _score_role(role: str, ours: Predicted, pairs: Pairs, tally: Tally) -> None:
    text, matched = ours.gold.text, 0
    for event, other in pairs:
        entities = {ours.entity.get(participant.entity) for participant in getattr(event, role)}
        matched += len(entities & set(getattr(other, role)))
        if missing := sorted(set(getattr(other, role)) - entities):
            names = [words_of(text, ours.gold.entities.get(key, ())[:1]) for key in missing]
            got = [words_of(text, ours.spans([participant.span])) for participant in getattr(event, role)]
            tally.miss(f"events {role}", f"{other.type} {words_of(text, other.trigger[:2])}: missed {names}, got {got}")
    predicted = sum(len(getattr(event, role)) for event in ours.reading.events)
    tally.count(f"events {role}", matched, predicted, sum(len(getattr(event, role)) for event in ours.gold.events))


def _score_author(gold: Gold, pairs: Pairs, tally: Tally) -> None:
    right = 0
    for event, other in pairs:
        value = next((item.value for item in event.factuality if item.holder == "author"), None)
        wanted = other.factuality.get("author")
        right += value == wanted
        tally.default[AUTHOR] += wanted == _default(other, gold)
        if value != wanted:
            tally.miss(AUTHOR, f"{other.type} {words_of(gold.text, other.trigger)}: {value} for {wanted}")
    tally.count(AUTHOR, right, len(pairs), len(pairs))


def _default(event: GoldEvent, gold: Gold) -> str:
    """All-default baseline: uncommitted inside the content of a statement, else certain."""
    contents = [span for statement in gold.statements for span in statement.content]
    return "Uu" if any_covers(event.trigger[:1], tuple(contents)) else "CT+"


def _score_holders(ours: Predicted, pairs: Pairs, statements: StatementPairs, tally: Tally) -> None:
    gold_id = {statement.id: other.id for statement, other in statements}
    matched = 0
    for event, other in pairs:
        values = {gold_id.get(item.holder, item.holder): item.value for item in event.factuality}
        for holder, wanted in other.factuality.items():
            if holder == "author":
                continue
            matched += values.get(holder) == wanted
            if values.get(holder) != wanted:
                name = f"{other.type} {words_of(ours.gold.text, other.trigger)}"
                tally.miss("factuality holders", f"{name}: {holder} {values.get(holder)} for {wanted}")
    predicted = sum(item.holder != "author" for event in ours.reading.events for item in event.factuality)
    gold = sum(holder != "author" for event in ours.gold.events for holder in event.factuality)
    tally.count("factuality holders", matched, predicted, gold)
