"""Finds pairs of mentions that their grammar makes one: appositions, aliases, a name before its own noun."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.stages.entities.words import entity_words

if TYPE_CHECKING:
    from onrecord.stages.entities.nodes import Node
    from onrecord.stages.tokens import Token

NAMING = {"know", "call", "name", "dub", "nickname", "rename", "title", "brand", "style", "refer"}
LISTING = {"conj", "cc"}


@dataclass(frozen=True, slots=True)
class Tie:
    """Two mentions of one entity, and the rule that says so."""

    one: Node
    other: Node
    rule: str


def find_ties(nodes: list[Node]) -> list[Tie]:
    """Give the ties in text order of their later mention."""
    by_head = {node.head.i: node for node in nodes}
    ties: list[Tie] = []
    for node in nodes:
        if node.found.form in {"pronoun", "adjective"}:
            continue
        tie = (
            _own_noun(node, by_head)
            or _bracket(node, by_head)
            or _apposition(node, by_head)
            or _double_title(node, by_head)
            or _alias(node, by_head)
        )
        if tie is not None:
            ties.append(tie)
    return ties


def _apposition(node: Node, by_head: dict[int, Node]) -> Tie | None:
    """Tie "Andrew Feinstein, a former member of parliament": at least one of the two is no name."""
    head = node.head
    if head.dep != "appos" or head.head is None:
        return None
    other = by_head.get(head.head.i)
    if (
        other is None
        or other.found.form == "pronoun"
        or head.child("conj") is not None
        or head.head.child("conj") is not None
    ):
        return None
    if not _one_kind(node, other) or (node.name and other.name):
        return None
    return Tie(other, node, "apposition")


def _one_kind(one: Node, other: Node) -> bool:
    if one.number is not None and other.number is not None and one.number != other.number:
        return False
    if one.gender is not None and other.gender is not None and one.gender != other.gender:
        return False
    if (one.type == "person") != (other.type == "person"):
        return False
    return one.country is None or other.country is None or one.country == other.country or one.type == "person"


def _own_noun(node: Node, by_head: dict[int, Node]) -> Tie | None:
    """Tie "the Islamic State group" to "Islamic State"."""
    head = node.head.head
    if not node.name or head is None or node.head.dep not in {"compound", "amod", "appos"} or head.i not in by_head:
        return None
    other = by_head[head.i]
    if other.name or (head.child("nmod:poss") is not None and node.type != "person"):
        return None
    if (
        node.type not in {"person", "government", "group"}
        and head.lemma in entity_words().same
        and other.number != "many"
    ):
        return Tie(node, other, "own_noun")
    return None


def _bracket(node: Node, by_head: dict[int, Node]) -> Tie | None:
    """Tie "Islamic Movement of Uzbekistan (IMU)" and "People's Protection Units, or YPG"."""
    text = node.head.text
    if not node.name or node.type == "person" or not 1 < sum(char.isupper() for char in text) <= len(text) <= 8:
        return None
    tokens, at = node.head.sentence.tokens, node.head.i - len(node.name) - node.head.sentence.tokens[0].i + 1
    for token in reversed(_before(tokens, at)):
        other = by_head.get(token.i)
        if other is not None and len(other.name) > 1 and other.type != "person":
            if other.type == "government" and other.kind is None and not _matches_initials(node.head.lower, other.name):
                return None
            near = other.found.span[1] + 2 >= node.found.span[0] or tokens[at - 1].lower == "or"
            if near or _matches_initials(node.head.lower, other.name):
                return Tie(other, node, "acronym")
    return None


def _double_title(node: Node, by_head: dict[int, Node]) -> Tie | None:
    """Tie "State Councilor and Foreign Minister Wang Yi", where the first title stands bare, like another person."""
    head = node.head.head
    if (
        node.type != "person"
        or not node.name
        or not node.found.description
        or node.head.dep not in {"conj", "appos"}
        or head is None
    ):
        return None
    other = by_head.get(head.i)
    followed = head.sentence.tokens[head.i - head.sentence.tokens[0].i + 1].lower in {"and", ",", "of"}
    titled = followed and other is not None and not other.name and other.type == "person" and other.opening == "bare"
    return Tie(other, node, "double_title") if other is not None and titled and other.number != "many" else None


def _before(tokens: list[Token], at: int) -> list[Token]:
    opens = at > 0 and tokens[at - 1].text == "("
    either = at > 1 and tokens[at - 1].lower == "or" and tokens[at - 2].text == ","
    return tokens[max(0, at - 12) : at - 1] if opens or either else []


def _matches_initials(acronym: str, name: tuple[str, ...]) -> bool:
    letters = acronym.replace(".", "")
    return (
        bool(letters)
        and letters[0] in {word[0] for word in name}
        and sum(c in {w[0] for w in name} for c in letters) >= len(letters) - 1
    )


def _alias(node: Node, by_head: dict[int, Node]) -> Tie | None:
    """Tie "The Afghan arm of ISIS, known as ISIS Khorasan" and "…, formerly called the KGB"."""
    verb = node.head.head
    if not node.name or verb is None or verb.lemma not in NAMING or node.head.dep not in {"obl", "xcomp", "obj"}:
        return None
    named = verb.head if verb.dep in {"acl", "acl:relcl", "advcl", "amod"} else None
    subject = verb.child("nsubj:pass")
    for token in (subject, named, _noun_before(verb)):
        if token is not None and (other := by_head.get(token.i)) is not None and other.type != "person":
            return Tie(other, node, "alias")
    return None


def _noun_before(verb: Token) -> Token | None:
    """Give the word that a participle follows ("… the Bureau, formerly called")."""
    tokens, at = verb.sentence.tokens, verb.i - verb.sentence.tokens[0].i - 1
    while at > 0 and (tokens[at].pos in {"ADV", "AUX"} or tokens[at].text == ","):
        at -= 1
    return tokens[at] if at >= 0 else None
