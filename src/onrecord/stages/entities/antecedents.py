"""Resolves definite nominals: to what bears the same noun or title, or is of the kind that a general noun names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.knowledge.registry import demonym_country
from onrecord.stages.entities.groups import agrees, taken_up_by
from onrecord.stages.entities.words import entity_words

if TYPE_CHECKING:
    from onrecord.stages.entities.groups import Group
    from onrecord.stages.entities.nodes import Node

SAME_HEAD_REACH = 60
GENERAL_REACH = 3
SPOKESPERSON_REACH = 4
"""Sentences back to which a noun with the same head, a general noun, and a name for "a spokesman" look."""
RARE_SECTORS = {"REB", "SPY", "JUD", "REL", "CRM"}
"""A report seldom has two single persons of these: "the executioner" is the militant of ten sentences before."""
SAME_HEAD, SAME_ORGAN = 1e6, 1e5
"""Ranks above every salience."""


def is_anaphoric(node: Node) -> bool:
    """Tell whether a nominal may take up something said before."""
    if node.opening in {"definite", "possessive"}:
        return True
    return node.opening == "bare" and (
        node.number != "one" or node.head.dep == "compound" or node.head.sentence.kind == "title"
    )


def nominal_score(node: Node, group: Group) -> float:
    """Rank a candidate for a nominal; 0 where it may not be meant."""
    if not _compatible(node, group):
        return 0.0
    salience = group.salience(node.sentence)
    distance = node.sentence - group.last.sentence
    taken_up = not group.head_words.isdisjoint(taken_up_by(node))
    if taken_up and distance <= SAME_HEAD_REACH and _modifiers_agree(node, group):
        return SAME_HEAD + salience
    if _is_same_organ(node, group):
        return SAME_ORGAN + salience
    if node.opening == "definite" or (node.opening == "bare" and node.head.sentence.kind == "title"):
        return salience + 1.0 if _takes_up(node, group, distance) else 0.0
    return 0.0


def _takes_up(node: Node, group: Group, distance: int) -> bool:
    """Tell whether a definite nominal with another noun takes a group up: by its kind, or by the same trade."""
    if _is_rare(node, group):
        return True
    if distance > GENERAL_REACH:
        return False
    if node.head.lemma in entity_words().general:
        return _adds_nothing(node, group) and _of_kind(node, group)
    return group.person and node.number == "one" and node.sector == group.sector not in {"CVL", None}


def _is_rare(node: Node, group: Group) -> bool:
    """Tell whether both are single unnamed persons of a trade of which a report seldom has two."""
    return node.sector in RARE_SECTORS and node.sector == group.sector and group.person and not group.named


def is_awaited(node: Node, group: Group) -> bool:
    """Tell whether a name is the one for an unnamed person ("The soldier …") or intelligence service told of before."""
    first = group.nodes[0]
    if first.head.lemma in entity_words().spokespersons and not group.named and node.type == "person":
        return (
            not node.before
            and node.sentence - first.sentence <= SPOKESPERSON_REACH
            and agrees(group.gender, node.gender)
        )
    if group.named or first.opening not in {"definite", "possessive"} or group.number == "many":
        return False
    if node.sector != group.sector or not agrees(group.gender, node.gender) or not agrees(group.country, node.country):
        return False
    if node.type == "person":
        return group.person and first.opening == "definite" and node.sector not in {None, "CVL"}
    return group.type == "government" and node.sector == "SPY" and group.country is not None


def _compatible(node: Node, group: Group) -> bool:
    if node.number is not None and group.number is not None and node.number != group.number:
        return False
    if not agrees(node.gender, group.gender) or not agrees(node.country, group.country):
        return False
    return (node.type == "person") == group.person or group.type is None


def _is_same_organ(node: Node, group: Group) -> bool:
    """Tell whether both are the one intelligence service, or the armed forces, of the same country."""
    if node.country is None or node.country != group.country or node.type != group.type or node.number == "many":
        return False
    return node.sector == group.sector == "SPY" and node.type == "government"


def _adds_nothing(node: Node, group: Group) -> bool:
    """Tell whether a general noun comes alone, or with words that only narrow its kind or were said before."""
    own = [word for word in node.words if word != node.head.lemma]
    if not own or f"{own[-1]} {node.head.lemma}" in entity_words().nouns:
        return True
    return group.said.issuperset(own)


def _of_kind(node: Node, group: Group) -> bool:
    if len(node.words) > 1 and f"{node.words[-2]} {node.head.lemma}" in entity_words().nouns:
        return group.type == node.type
    taken_up = entity_words().taken_up.get(node.head.lemma)
    if taken_up is not None:
        return group.type in taken_up and group.number != "many"
    return node.type == group.type


def _modifiers_agree(node: Node, group: Group) -> bool:
    """Tell whether what the nominal adds was already said of the group, or it adds nothing.

    Bare plurals ("U.S. officials") are the same only in the same words, or with none at all. Countries were compared
    before.
    """
    own = {word for word in node.words if word != node.head.lemma}
    if not own:
        return node.opening != "bare" or node.number != "one" or node.head.sentence.kind == "title" or not group.person
    if node.opening in {"bare", "possessive"}:
        return frozenset(node.words) in group.phrases
    added = {word for word in own - group.said if demonym_country(word.title()) is None}
    return len(added) * 2 <= len(own)
