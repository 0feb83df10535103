"""Scores incidents across reports on ECB+: gold mentions of actions, grouped over all development documents at once."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from msgspec import structs

from evaluation.conll import conll_f1
from evaluation.read import report_of
from evaluation.score import Score, load_lines
from onrecord.model import overlaps
from onrecord.stages.draft import Draft
from onrecord.stages.pipeline import read_report
from onrecord.stages.syntax import find_syntax
from onrecord.standing.clusters import cluster
from onrecord.standing.happenings import happenings_of
from onrecord.standing.pairs import WEIGHTS, Happening, score_pair, stem_of
from onrecord.standing.profile import profile_of

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.model import Span
    from onrecord.stages.tokens import Token
    from onrecord.standing.profile import Profile

NAMES = {"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART"}


def evaluate(data: Path) -> list[Score]:
    """CoNLL F1 of incidents within topic and subtopic (as the field reports it), and without being told either."""
    documents = load_lines(data / "data/ecbplus/dev.jsonl.gz")
    happenings, gold, lemma, scope = _mentions(documents)
    profiles = {str(d["id"]): profile_of(d["text"]) for d in documents}
    scores = []
    for name in ("topic", "subtopic"):
        groups = _baseline(lemma, {key: s[name] for key, s in scope.items()})
        base = conll_f1(groups, gold)
        ours = conll_f1(group_within(happenings, {key: str(s[name]) for key, s in scope.items()}, profiles), gold)
        metric = f"incidents within {name}, gold mentions, CoNLL F1"
        scores.append(Score("incidents", "ecbplus dev", metric, ours, len(happenings), base))
    free = conll_f1(group_within(happenings, dict.fromkeys(scope, ""), profiles), gold)
    scores.append(Score("incidents", "ecbplus dev", "incidents, topics not given, CoNLL F1", free, len(happenings)))
    return [*scores, *_own_mentions(documents, profiles)]


def _own_mentions(documents: list[dict[str, Any]], profiles: dict[str, Profile]) -> list[Score]:
    """Group the events that our own readings find in the sentences that were annotated, within topics.

    An event that overlaps a gold mention stands for it; a mention that only one side has stands alone on the other.
    """
    happenings: list[Happening] = []
    gold: defaultdict[tuple[Any, str], set[str]] = defaultdict(set)
    scope: dict[str, str] = {}
    for document in documents:
        reading = read_report(report_of(document["text"]))
        mentions = _annotated(document)
        for key, (_, cluster_) in mentions.items():
            gold[document["topic"], cluster_ or key].add(key)
        known = happenings_of(reading)
        lines = {i: span for i, span in enumerate(_lines(document["text"])) if i in document["validated_sentences"]}
        for event in reading.events:
            start = event.trigger[0][0]
            if not any(first <= start < last for first, last in lines.values()):
                continue
            hit = next((k for k, (spans, _) in mentions.items() if any(overlaps(a, b) for a in spans for b in event.trigger)), None)  # fmt: skip  # noqa: E501
            key = hit or f"{document['id']} own {event.id}"
            if key not in scope:
                happenings.append(structs.replace(known[event.id], key=key))
                scope[key] = str(document["topic"])
    groups = group_within(happenings, scope, profiles)
    wanted = [frozenset(group) for group in gold.values()]
    hits = frozenset(key for key in scope if " own " not in key)
    both = [[group & hits for group in side if group & hits] for side in (groups, wanted)]
    total = sum(len(group) for group in wanted)
    metric = f"incidents within topic, our own mentions, CoNLL F1 (P, R of mentions: {len(hits) / len(scope):.2f}, {len(hits) / total:.2f})"  # noqa: E501
    return [
        Score("incidents", "ecbplus dev", metric, conll_f1(groups, wanted), total),
        Score("incidents", "ecbplus dev", "the same, of mentions that both have", conll_f1(*both), len(hits)),
    ]


def _annotated(document: dict[str, Any]) -> dict[str, tuple[list[Span], str | None]]:
    return {
        f"{document['id']} {m['id']}": ([tuple(document["tokens"][i]) for i in m["tokens"]], m["cluster"])
        for m in document["mentions"]
        if m["type"].startswith(("ACTION", "NEG")) and m["sentence"] in document["validated_sentences"]
    }


def _lines(text: str) -> list[Span]:
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append((at, at + len(line)))
        at += len(line) + 1
    return spans


def group_within(
    happenings: list[Happening], scope: dict[str, str], profiles: dict[str, Profile]
) -> list[frozenset[str]]:
    """Group the happenings of each scope by themselves; their keys start with the report's id."""
    report = {h.key: h.key.split(" ", 1)[0] for h in happenings}
    alike = {(one, other): profiles[one].likeness(profiles[other]) for one in profiles for other in profiles}
    parts: defaultdict[str, list[Happening]] = defaultdict(list)
    for happening in happenings:
        parts[scope[happening.key]].append(happening)
    found: list[frozenset[str]] = []
    for _, part in sorted(parts.items()):
        scores = {}
        for i, one in enumerate(part):
            for other in part[:i]:
                pair = score_pair(one, other, alike[report[one.key], report[other.key]])
                if pair is not None:
                    scores[one.key, other.key] = pair.value
        found += [frozenset(group) for group in cluster([h.key for h in part], scores, WEIGHTS.threshold)]
    return found


def _baseline(lemma: dict[str, str], scope: dict[str, Any]) -> list[frozenset[str]]:
    groups: defaultdict[tuple[Any, str], set[str]] = defaultdict(set)
    for key, words in lemma.items():
        groups[scope[key], words].add(key)
    return [frozenset(group) for group in groups.values()]


def _mentions(
    documents: list[dict[str, Any]],
) -> tuple[list[Happening], list[frozenset[str]], dict[str, str], dict[str, dict[str, Any]]]:
    happenings: list[Happening] = []
    gold: defaultdict[tuple[Any, str], set[str]] = defaultdict(set)
    lemma: dict[str, str] = {}
    scope: dict[str, dict[str, Any]] = {}
    for document in documents:
        draft = Draft(report_of(document["text"]))
        draft.syntax = find_syntax(draft)
        for mention in document["mentions"]:
            if not mention["type"].startswith(("ACTION", "NEG")):
                continue
            if mention["sentence"] not in document["validated_sentences"]:
                continue
            key = f"{document['id']} {mention['id']}"
            tokens = [t for i in mention["tokens"] if (t := draft.syntax.at(document["tokens"][i][0]))]
            gold[document["topic"], mention["cluster"] or key].add(key)
            lemma[key] = " ".join(sorted({token.lemma for token in tokens}))
            scope[key] = document
            happenings.append(_happening(key, tokens))
    return happenings, [frozenset(group) for group in gold.values()], lemma, scope


def _happening(key: str, tokens: list[Token]) -> Happening:
    head = next((token for token in tokens if token.head not in tokens), tokens[0])
    words = [token for token in tokens if token is head or token.pos in {"NOUN", "VERB", "ADJ", "PROPN", "NUM"}]
    beside = [*head.children, *([head.head] if head.head else [])]
    return Happening(
        key=key,
        stem=stem_of(head.lemma),
        stems=frozenset(stem_of(word.lemma) for word in words),
        names=frozenset(token.lower for token in head.sentence.tokens if token.entity in NAMES),
        near=frozenset(token.lemma for token in beside if token.pos in {"NOUN", "PROPN", "VERB"}),
    )
