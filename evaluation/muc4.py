"""Scores whom an incident is blamed on and in whose voice: MUC-4's slot PERP: ORGANIZATION CONFIDENCE.

The texts are in upper case and are recased first. Templates are not filled here: the fills of a document's templates
are put together, ours are read off its events, and a fill is right where organisation and confidence both are. That is
easier than the scoring of 1992 in one way (which incident is not asked) and harder in another (no partial credit).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from evaluation.bootstrap import Sample, of_share
from evaluation.evidence.matching import pair
from evaluation.muc4_recase import forms_of, recase
from evaluation.read import read_plain
from evaluation.score import Score, load_lines
from onrecord.model.event import AUTHOR

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.model import Entity, Event, Participant, Reading, Statement

PARTS = ("TST1", "TST2")
MIXED_CASE = (
    "data/lgl/lgl.jsonl.gz",
    "data/polnear/train.jsonl.gz",
    "data/tbaq/tbaq.jsonl",
    "data/ecbplus/dev.jsonl.gz",
)
"""Texts from which the recaser learns the usual case of words."""
INCIDENTS = frozenset({"ASSAULT", "COERCE", "CRIME", "THREATEN"})
BODIES = frozenset({"organisation", "government", "military", "armed_group", "party", "group", "other"})
FACT, CLAIMED, POSSIBLE, ACQUITTED = "REPORTED AS FACT", "CLAIMED OR ADMITTED", "POSSIBLE", "ACQUITTED"
ACCUSED, BY_AUTHORITIES = "SUSPECTED OR ACCUSED", "SUSPECTED OR ACCUSED BY AUTHORITIES"
OFFICIAL = frozenset({"official"})
Ours = tuple[frozenset[str], str]
Gold = tuple[frozenset[str], frozenset[str], bool]


def evaluate(data: Path) -> list[Score]:
    """Recall, precision, and how often the confidence is right where the organisation is."""
    forms = forms_of(line["text"] for file in MIXED_CASE for line in load_lines(data / file))
    documents = [d for d in load_lines(data / "data/muc4/muc4.jsonl.gz") if d["part"] in PARTS]
    recall, precision, given, misses = [], [], [], []
    for document in documents:
        ours, gold = fills_of(read_plain(recase(document["text"], forms))), _gold(document)
        named = pair(ours, gold, _same_body)
        right = {(i, j) for i, j in named if ours[i][1] in gold[j][1]}
        wanted = sum(not optional for _, _, optional in gold)
        recall.append((sum(not gold[j][2] for _, j in right), wanted))
        precision.append((len(right), len(ours)))
        given.append((len(right), len(named)))
        misses += [f"wrong {ours[i]} for {gold[j]}" for i, j in named if (i, j) not in right]
        misses += [f"missed {g}" for j, g in enumerate(gold) if j not in {j for _, j in named}]
        misses += [f"extra {o}" for i, o in enumerate(ours) if i not in {i for i, _ in named}]
    slot = "PERP: ORGANIZATION CONFIDENCE"
    return [
        _score(f"{slot}, recall", recall, misses),
        _score(f"{slot}, precision", precision, []),
        _score("confidence where the organisation is right, accuracy", given, []),
    ]


def _score(metric: str, items: list[tuple[int, int]], misses: list[str]) -> Score:
    number = sum(total for _, total in items)
    return Score("blame", "muc4", metric, of_share(items), number, misses=misses, sample=Sample(items, of_share))


def _gold(document: dict[str, Any]) -> list[Gold]:
    fills = {
        (frozenset(fill["of"]), frozenset(fill["values"]), bool(fill["optional"]))
        for template in document["templates"]
        for fill in template["perp_org_confidence"]
        if fill.get("of")
    }
    return sorted(fills, key=lambda fill: (sorted(fill[0]), sorted(fill[1])))


def _same_body(ours: Ours, gold: Gold) -> float:
    """Weigh names: the share of words that a name of ours and one of the gold's have in common; half is enough."""
    best = max(
        (
            len(one & other) / max(len(one), len(other))
            for one in map(_words, ours[0])
            for other in map(_words, gold[0])
        ),
        default=0.0,
    )
    return best + (ours[1] in gold[1]) / 10 if best >= 0.5 else 0.0


def _words(name: str) -> frozenset[str]:
    return frozenset(word for word in name.upper().replace("-", " ").split() if word not in {"THE", "OF", "AND", "FOR"})


def fills_of(reading: Reading) -> list[Ours]:
    """Give (names of the body, confidence) of every body that an incident is laid on, each pair once."""
    entities = {entity.id: entity for entity in reading.entities}
    statements = {statement.id: statement for statement in reading.statements}
    found: dict[tuple[str, str], None] = {}
    for event in reading.events:
        named = event.recipients if event.type == "ACCUSE" else event.actors if event.type in INCIDENTS else []
        for participant in named:
            value = _confidence(event, participant, statements, entities)
            found |= {(body, value): None for body in _bodies(participant, reading)}
    return [(_names(entities[key], reading), value) for key, value in found]


def _bodies(participant: Participant, reading: Reading) -> list[str]:
    """Give the named body that a participant is, or those that its words name ("members of the …")."""
    start, end = participant.span
    named = {
        entity.id: [mention.span for mention in entity.mentions if mention.form == "name"]
        for entity in reading.entities
        if entity.type in BODIES
    }
    if named.get(participant.entity):
        return [participant.entity]
    return [key for key, spans in named.items() if any(start <= span[0] and span[1] <= end for span in spans)]


def _confidence(event: Event, actor: Participant, statements: dict[str, Statement], entities: dict[str, Entity]) -> str:
    if event.type == "ACCUSE":
        accusers = [entities[one.entity] for one in event.actors]
        return BY_AUTHORITIES if any(one.type in {"government", "military"} for one in accusers) else ACCUSED
    values = {item.holder: item.value for item in event.factuality}
    holders = [statements[holder] for holder in values if holder in statements]
    if any(source.entity == actor.entity for statement in holders for source in statement.sources):
        return CLAIMED
    author, doubted = values.get(AUTHOR, "Uu"), bool(actor.factuality)
    if author == "CT-":
        return ACQUITTED
    if author == "CT+" and not doubted:
        return FACT
    if author in {"Uu", "CT+"} and holders:
        return BY_AUTHORITIES if any(one.source_kind in OFFICIAL for one in holders) else ACCUSED
    return ACCUSED if doubted else POSSIBLE


def _names(entity: Entity, reading: Reading) -> frozenset[str]:
    text = reading.report.text
    return frozenset({entity.name} | {text[slice(*m.span)] for m in entity.mentions if m.form == "name"})
