"""Scores incidents across reports on ECB+: gold mentions of actions, grouped over all development documents at once."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from evaluation.conll import conll_f1
from evaluation.read import report_of
from evaluation.score import Score, load_lines
from onrecord.stages.draft import Draft
from onrecord.stages.syntax import find_syntax
from onrecord.standing.clusters import cluster
from onrecord.standing.pairs import WEIGHTS, Happening, score_pair, stem_of
from onrecord.standing.profile import profile_of

if TYPE_CHECKING:
    from pathlib import Path

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
    return scores


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
