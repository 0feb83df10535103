"""Scores events on sentences: PLOVER and CAMEO sentence sets, and the false positives on random news."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from evaluation.bootstrap import Sample, of_f1, of_share, total
from evaluation.crosswalk import (
    PENTACLASS,
    QUADS,
    SYMMETRIC,
    coded_root,
    coded_type,
    main_trigger,
    named_source,
    spoken_dyad,
)
from evaluation.score import Score, f1, load_lines
from onrecord.model import Block, Report, Source
from onrecord.stages.grammar import conjuncts, edges
from onrecord.stages.pipeline import STAGES, draft_report

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from onrecord.stages.draft import Draft
    from onrecord.stages.tokens import Token

PLOVER_PEERS = {"UniversalPetrarch, PETR-2": (0.484, "measured"), "zero-shot NLI, given the dyad": (0.821, "measured")}
QUAD_PEERS = {"UniversalPetrarch, PETR-2": (0.634, "measured"), "zero-shot NLI, given the dyad": (0.892, "measured")}
WITHOUT = frozenset({"acl:relcl", "acl", "case", "conj", "cc", "punct"})


FINDERS = tuple(stage for stage in STAGES if stage.gives in {"syntax", "toponyms", "triggers"})


def evaluate(data: Path) -> list[Score]:
    """Score the three sets."""
    folder = data / "data"
    return [
        *score_plover(load_lines(folder / "plover_sentences" / "plv_train.jsonl")),
        *score_cameo(load_lines(folder / "cameo_sentences" / "cameo_train.jsonl")),
        *score_raters(load_lines(folder / "cameo_raters" / "rounds_1_7.jsonl.gz")),
    ]


def read_sentence(text: str) -> Draft:
    """Read one sentence as a report of one paragraph."""
    source = Source(ref="sentence", media_type="text/plain", sha256="")
    block = Block(kind="paragraph", span=(0, len(text)))
    return draft_report(Report(id="s", text_id="s", source=source, language="en", text=text, blocks=[block]), FINDERS)


def macro_f1(pairs: Sequence[tuple[Any, Any]]) -> float:
    """Mean F1 over the gold classes; a pair is (gold, predicted), None where nothing was found."""
    classes = sorted({gold for gold, _ in pairs})
    gold, found = Counter(g for g, _ in pairs), Counter(p for _, p in pairs)
    right = Counter(g for g, p in pairs if g == p)
    return sum(f1(right[c], found[c], gold[c])[2] for c in classes) / len(classes)


def _macro(
    name: str,
    metric: str,
    pairs: list[tuple[Any, Any]],
    peers: dict[str, tuple[float, str]] | None = None,
    misses: list[str] | None = None,
) -> Score:
    """Score classes; the baseline gives every sentence the most frequent one."""
    most = Counter(gold for gold, _ in pairs).most_common(1)[0][0]
    default = macro_f1([(gold, most) for gold, _ in pairs])
    sample = Sample(pairs, macro_f1)
    return Score("events", name, metric, macro_f1(pairs), len(pairs), default, peers or {}, misses or [], sample)


def score_plover(records: list[dict[str, Any]]) -> list[Score]:
    """One type a sentence, from the raw sentence."""
    types, quads, misses = [], [], []
    for record in records:
        trigger = main_trigger(read_sentence(record["text"]))
        kind = coded_type(trigger) if trigger is not None else None
        types.append((record["type"], kind))
        quads.append((record["quad"], QUADS.get(kind) if kind else None))
        if kind != record["type"]:
            words = trigger.reason if trigger else "nothing"
            misses.append(f"{record['type']} as {kind} ({words}): {record['text'][:160]}")
    return [
        _macro("plover_sentences", "type, macro-F1", types, PLOVER_PEERS, misses),
        _macro("plover_sentences", "quad, macro-F1", quads, QUAD_PEERS),
    ]


def score_cameo(records: list[dict[str, Any]]) -> list[Score]:
    """Five classes a sentence (0: nothing that counts), and overlap of source and target."""
    classes: list[tuple[Any, Any]] = []
    counts: dict[str, list[tuple[int, int, int]]] = {"source": [], "target": []}
    misses: dict[str, list[str]] = {"quad": [], "source": [], "target": []}
    for record in records:
        draft = read_sentence(record["text"])
        trigger = main_trigger(draft)
        if record["quad"] is not None:
            coded = PENTACLASS[coded_root(trigger)] if trigger is not None else 0
            classes.append((record["quad"], coded))
            if coded != record["quad"]:
                misses["quad"].append(
                    f"{record['quad']} as {coded} ({trigger and trigger.reason}): {record['text'][:160]}"
                )
        if record["sources"] is not None:
            source, target = _dyad(draft)
            for name, heads in (("source", source), ("target", target)):
                gold = [tuple(span) for span in record[name + "s"]]
                counts[name].append((_matched(heads, gold), len(heads), len(gold)))
                if counts[name][-1][0] < len(gold):
                    wanted = [record["text"][a:b] for a, b in gold]
                    misses[name].append(f"{wanted} got {heads} ({trigger and trigger.reason}): {record['text'][:160]}")
    return [
        _macro("cameo_sentences", "class, macro-F1", classes, misses=misses["quad"]),
        *(
            Score(
                "events",
                "cameo_sentences",
                f"{name}, overlap F1",
                of_f1(items),
                total(items)[2],
                misses=misses[name],
                sample=Sample(items, of_f1),
            )
            for name, items in counts.items()
        ),
    ]


def _dyad(draft: Draft) -> tuple[list[Token], list[Token]]:
    """Who does it to whom in the main event; of sides, the first is the source and the others are targets.

    Where no act is coded the speaker is the source; where nobody is acted on, the place is the target.
    """
    trigger = main_trigger(draft)
    if trigger is None:
        return spoken_dyad(draft)
    targets = trigger.recipients or trigger.places
    if not trigger.recipients and trigger.type in SYMMETRIC and len(trigger.actors) > 1:
        first = [head for head in trigger.actors if head in conjuncts(trigger.actors[0])]
        return first, [head for head in trigger.actors if head not in first]
    return [named_source(head) for head in trigger.actors], targets


def _matched(heads: list[Token], gold: list[tuple[int, ...]]) -> int:
    """Count spans that match by overlap, one to one."""
    left = list(gold)
    matched = 0
    for span in (edges(head, WITHOUT) for head in heads):
        hit = next((other for other in left if span[0] < other[1] and other[0] < span[1]), None)
        if hit is not None:
            left.remove(hit)
            matched += 1
    return matched


def score_raters(records: list[dict[str, Any]]) -> list[Score]:
    """How many irrelevant sentences get a code, and how often the CAMEO root is right where it is no mere statement."""
    coded: list[tuple[int, int]] = []
    right: list[tuple[int, int]] = []
    misses: list[str] = []
    for record in records:
        last = record["majority"].get("7", {})
        trigger = main_trigger(read_sentence(record["text"]))
        if last.get("relevant") is False:
            coded.append((trigger is not None, 1))
            if trigger is not None:
                misses.append(f"irrelevant, coded {trigger.reason}: {record['text'][:160]}")
        root = last.get("cameo_root_first_action")
        if last.get("relevant") and root not in {None, "01"}:
            right.append((trigger is not None and coded_root(trigger) == root, 1))
            if trigger is None or coded_root(trigger) != root:
                misses.append(f"root {root}, got {trigger and (trigger.cameo, trigger.reason)}: {record['text'][:160]}")
    sample, others = Sample(coded, of_share), Sample(right, of_share)
    name, metric = "cameo_raters", "irrelevant sentences coded"
    return [
        Score("events", name, metric, of_share(coded), len(coded), misses=misses, sample=sample, less=True),
        Score("events", name, "root where it is not 01, accuracy", of_share(right), len(right), sample=others),
    ]
