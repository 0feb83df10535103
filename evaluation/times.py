"""Scores time expressions on TimeBank and AQUAINT (TempEval-3, task A) and calendar dates on GUM."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, TypeAlias

from evaluation.bootstrap import Sample, of_f1, of_share, total
from evaluation.read import report_of
from evaluation.score import Score, f1, load_lines
from onrecord.stages.pipeline import STAGES, draft_report

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from onrecord.model import Span, Time

NEEDED = {"syntax", "time_expressions", "published", "times"}
TBAQ = "data/tbaq/tbaq.jsonl"
LENGTH = re.compile(r"P(T?)(\d+|X)(DE|CE|Q|E|C|[A-Z])$")
TIMES_TEN = {"DE": 10, "E": 10, "CE": 100, "C": 100}
PEERS = {
    "strict": {"HeidelTime": (0.813, "unverified"), "SUTime": (0.796, "unverified")},
    "relaxed": {"HeidelTime": (0.903, "unverified"), "SUTime": (0.903, "unverified")},
    "value": {"HeidelTime": (0.776, "unverified"), "SUTime": (0.674, "unverified")},
}


Read: TypeAlias = "Callable[[str, str], list[Time]]"


def evaluate(data: Path) -> list[Score]:
    """Run both sets; only the stages that times need are run."""
    return [*score_tbaq(load_lines(data / TBAQ)), *_gum(data / "data/gum_dates/dates.jsonl")]


def read_times(text: str, published: str) -> list[Time]:
    """Give the times of a text."""
    return draft_report(report_of(text, published), tuple(s for s in STAGES if s.gives in NEEDED)).times


def same_value(value: str | None) -> str:
    """Write a value in one form: decades and centuries as TempEval-3 does, long durations in years."""
    value = (value or "").rstrip("X") if re.match(r"\d\d(\d)?X", value or "") else value or ""
    if (match := LENGTH.match(value)) and match[3] in TIMES_TEN:
        count = "X" if match[2] == "X" else str(int(match[2]) * TIMES_TEN[match[3]])
        return f"P{count}Y"
    return re.sub(r"(T\d\d)(:00)?$", r"\1", value)


def score_tbaq(records: list[dict[str, Any]], read: Read | None = None) -> list[Score]:
    """Score stories; `read` gives another reader's times of a text and its publication day."""
    counts: dict[str, list[tuple[int, int, int]]] = {"strict": [], "relaxed": [], "value": []}
    misses: dict[str, list[str]] = {"relaxed": [], "value": []}
    for record in records:
        found = (read or read_times)(record["text"], record["dct"][:10])
        matched = _match(record, found, misses)
        for metric, items in counts.items():
            items.append((matched[metric], len(found), len(record["timex3"])))
    scores = []
    for metric, items in counts.items():
        precision, recall, value = f1(*total(items))
        label = f"{metric} F1 (P {precision:.2f}, R {recall:.2f})"
        wrong, sample = misses.get(metric, []), Sample(items, of_f1)
        scores.append(Score("times", "tbaq", label, value, total(items)[2], None, PEERS[metric], wrong, sample))
    return scores


def _match(record: dict[str, Any], found: list[Time], misses: dict[str, list[str]]) -> Counter[str]:
    """Pair each gold expression with the first of ours that overlaps it and is free."""
    used: set[int] = set()
    counts: Counter[str] = Counter()
    for gold in record["timex3"]:
        span = (gold["start"], gold["end"])
        hits = [i for i, time in enumerate(found) if i not in used and _overlap(time.span, span)]
        where = f"{record['id']}: {_around(record['text'], span)}"
        if not hits:
            misses["relaxed"].append(f"missed {where} {gold['value']}")
            continue
        best = next((i for i in hits if found[i].span == span), hits[0])
        used.add(best)
        right = same_value(found[best].value) == same_value(gold["value"])
        counts.update(strict=found[best].span == span, relaxed=1, value=right)
        if not right:
            misses["value"].append(f"{record['dct']} {where}: {found[best].value} for {gold['value']}")
    for i, time in enumerate(found):
        if i not in used:
            misses["relaxed"].append(
                f"extra {record['id']}: {_around(record['text'], time.span)} {time.value} [{time.rule}]"
            )
    return counts


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _around(text: str, span: Span) -> str:
    before, after = text[max(0, span[0] - 40) : span[0]], text[span[1] : span[1] + 30]
    return f"{before}[{text[span[0] : span[1]]}]{after}".replace("\n", " ")


def _gum(path: Path) -> list[Score]:
    counts: dict[str, list[tuple[int, int]]] = {"found": [], "right": []}
    misses = []
    for record in load_lines(path):
        found = read_times(record["text"], record["published"])
        for gold in record["dates"]:
            span = (gold["spans"][0][0], gold["spans"][-1][1])
            hits = [time for time in found if _overlap(time.span, span)]
            right = any(_same_days(time, gold) for time in hits)
            counts["found"].append((bool(hits), 1))
            counts["right"].append((right, 1))
            if not right:
                got = hits[0].value if hits else None
                wanted = {key: value for key, value in gold.items() if key not in {"spans", "tag"}}
                misses.append(
                    f"{record['id']} {record['published']}: {_around(record['text'], span)}: {got} for {wanted}"
                )
    metrics = {"found": "found", "right": "right value (from and to as days)"}
    return [
        Score(
            "times",
            "gum dates",
            metric,
            of_share(counts[key]),
            len(counts[key]),
            misses=misses if key == "right" else [],
            sample=Sample(counts[key], of_share),
        )
        for key, metric in metrics.items()
    ]


def _same_days(time: Time, gold: dict[str, Any]) -> bool:
    """Compare with TEI: `when` is our value, `from` and `to` our first and last day."""
    if "when" in gold:
        when = gold["when"].replace("--", "XXXX-", 1) if gold["when"].startswith("--") else gold["when"]
        value = time.value or ""
        if gold["tag"] == "time" and "T" in value:
            return value.split("T")[1] == str(when).split("T")[-1][:5]
        return value.split("T")[0].zfill(4) == str(when).split("T")[0].zfill(4)
    start, end = gold.get("from") or gold.get("notBefore"), gold.get("to") or gold.get("notAfter")
    return _on_edge(time.earliest, start) and _on_edge(time.latest, end) and bool(start or end)


def _on_edge(ours: str | None, gold: str | None) -> bool:
    return gold is None or (ours or "").startswith(gold)
