"""`python -m evaluation.ablation`: what each rule family of statements and of events brings.

A family is switched off by leaving out the records whose `rule` starts with its name, after the reading: what another
rule would have found in its place is not counted, so the figures are upper bounds of what a family brings.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from evaluation.evidence.gold import load_gold
from evaluation.evidence.task import read_article, score_articles
from evaluation.known import key_of
from evaluation.score import data_folder, load_lines
from evaluation.statements import POLNEAR, read_statements, score_polnear
from evaluation.tables import table, write_part

if TYPE_CHECKING:
    from collections.abc import Iterable

    from evaluation.evidence.gold import Gold
    from evaluation.evidence.predicted import Predicted

PAGE = Path("docs/measured.md")
SAMPLE = 40
"""Documents of PolNeAR that are read: the first ones."""
WHOLE_OVERLAP = "statements | polnear dev | whole (overlap) F1"
WHOLE, EVENTS = "evidence | gold | statements whole, F1", "evidence | gold | events trigger+type, F1"


def main(arguments: list[str] | None = None) -> int:
    """Print both tables; 0 with a word where the data sets are not there."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.ablation", description=__doc__)
    parser.add_argument("--write", action="store_true", help=f"put the tables into {PAGE}")
    chosen = parser.parse_args(arguments)
    if not data_folder().is_dir():
        print(f"No data sets at {data_folder()}: nothing is scored.")
        return 0
    articles = [read_article(gold) for gold in load_gold(data_folder() / "gold")]
    text = statements_table(articles) + "\n" + events_table(articles)
    print(text)
    if chosen.write:
        write_part(PAGE, "ablation", text)
    return 0


def statements_table(articles: list[Predicted]) -> str:
    """Say what each rule of statements brings on the PolNeAR sample and on the gold."""
    documents = load_lines(data_folder() / POLNEAR)[:SAMPLE]
    found = {document["text"]: read_statements(document) for document in documents}
    records = Counter(roles.rule for rows in found.values() for roles in rows)

    def without(rule: str) -> float:
        scores = score_polnear(documents, lambda d: [one for one in found[d["text"]] if one.rule != rule])
        return {key_of(score): score.value for score in scores.scores("polnear dev")}[WHOLE_OVERLAP]

    every, gold = without(""), gold_without(articles, "")[WHOLE]
    rows = [("all", str(records.total()), f"{every:.3f}", f"{gold:.3f}")]
    for rule in _most_first(records):
        here, there = every - without(rule), gold - gold_without(articles, rule)[WHOLE]
        rows.append((f"`{rule}`", str(records[rule]), f"{here:+.3f}", f"{there:+.3f}"))
    head = ("statements: rule", "records", f"PolNeAR, first {SAMPLE}: whole F1 that it brings", "gold: whole F1")
    return table(head, rows)


def events_table(articles: list[Predicted]) -> str:
    """Say what each rule of events brings on the gold."""
    records = Counter(str(event.rule) for ours in articles for event in ours.reading.events)
    every = gold_without(articles, "")[EVENTS]
    rows = [("all", str(records.total()), f"{every:.3f}")]
    for rule in _most_first(records):
        lost = every - gold_without(articles, rule)[EVENTS]
        rows.append((f"`{rule}`", str(records[rule]), f"{lost:+.3f}"))
    return table(("events: rule", "records", "gold: F1 of trigger and type that it brings"), rows)


def gold_without(articles: Iterable[Predicted], rule: str) -> dict[str, float]:
    """Score the gold with the records of a rule left out ("": none)."""
    readings = {ours.gold.name: ours for ours in articles}

    def read(gold: Gold) -> Predicted:
        ours = readings[gold.name]
        statements = [one for one in ours.reading.statements if one.rule != rule]
        events = [one for one in ours.reading.events if one.rule != rule]
        reading = structs.replace(ours.reading, statements=statements, events=events)
        return type(ours)(reading, ours.gold, ours.move, ours.entity)

    return {key_of(score): score.value for score in score_articles([o.gold for o in readings.values()], read)}


def _most_first(records: Counter[str]) -> list[str]:
    return sorted(records, key=lambda rule: (-records[rule], rule))


if __name__ == "__main__":
    sys.exit(main())
