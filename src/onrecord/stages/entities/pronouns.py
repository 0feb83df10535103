"""Resolves pronouns: by quotation for "I" and "we", by gender, number, kind, place in the sentence and salience."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.grammar import relative_referent, subject_of

if TYPE_CHECKING:
    from onrecord.stages.entities.groups import Group
    from onrecord.stages.entities.nodes import Node
    from onrecord.stages.tokens import Token

REACH = {"one": 3, "many": 3}
PERSON_REACH = 12
"""How many sentences back a pronoun looks; "he" and "she" are taken up over long quotations."""
SPEAKER = {"i", "me", "my", "mine", "we", "us", "our", "ours"}
THING = {"it", "its", "itself"}
REFLEXIVE = {"himself", "herself", "itself", "themselves"}
PARALLEL = 35.0
SPEAKING = 80.0
"""Raised for the same role, and for whoever spoke last where the pronoun speaks ("he said")."""
CATAPHORIC_VERBS = {"seem", "appear", "happen", "take", "rain", "snow", "matter", "turn", "emerge"}
JUDGEMENTS = {
    "say", "believe", "think", "report", "expect", "understand", "know", "hope", "assume", "allege", "announce",
    "estimate", "fear",
}  # fmt: skip
CLAUSES = {"ccomp", "csubj", "advcl", "xcomp", "acl"}


def is_pleonastic(token: Token) -> bool:
    """Tell whether "it" refers to nothing: "it is unclear whether", "it is believed that", "it seems"."""
    if token.lower != "it" or token.head is None:
        return False
    if token.dep == "expl":
        return True
    head = token.head
    clause = any(child.dep in CLAUSES and child.i > head.i for child in head.children)
    if head.lemma in CATAPHORIC_VERBS and clause:
        return True
    if head.child("cop") is not None:
        return clause and head.pos in {"ADJ", "ADV", "NOUN"} and (head.pos != "NOUN" or head.child("acl:relcl") is None)
    return token.dep == "nsubj:pass" and head.lemma in JUDGEMENTS and clause


def fits_pronoun(node: Node, group: Group) -> bool:
    """Tell whether a group may be meant by a third-person pronoun, by number, gender and kind."""
    lower = node.head.lower
    if node.gender is not None:
        return group.person and group.gender in {None, node.gender}
    if lower in THING:
        return not group.person and group.type != "group" and (group.number != "many" or group.named)
    if node.number == "many":
        return (
            group.number == "many"
            or (group.corporate and group.number is None)
            or (group.corporate and group.type != "government")
        )
    return False


def pronoun_score(node: Node, group: Group, *, speaks: bool) -> float:
    """Rank a candidate: salience, raised for the same role, lowered for a body behind "they"."""
    score = group.salience(node.sentence)
    last = group.last
    if last.head.dep == node.head.dep or (last.head.dep.startswith("nsubj") and node.head.dep.startswith("nsubj")):
        score += PARALLEL
    if speaks and group.spoke_at is not None:
        score += SPEAKING * 0.5 ** min(60, node.sentence - group.spoke_at)
    if node.number == "many" and group.number != "many":
        score *= 0.6
    if node.gender is not None and group.gender == node.gender:
        score *= 1.3
    if node.gender is not None and group.named:
        score *= 1.2
    return score


def is_bound(node: Node, group: Group) -> bool:
    """Tell whether grammar forbids the pair: an object pronoun is not its own clause's subject, unless reflexive."""
    verb = node.head.head
    if verb is None or node.head.lower in REFLEXIVE:
        return False
    if node.head.dep == "nmod:poss":
        return any(other.head is verb for other in group.nodes[-2:])
    if node.head.dep in {"obj", "iobj", "obl", "obl:agent"}:
        subject = subject_of(verb)
        return subject is not None and any(other.head is subject for other in group.nodes[-3:])
    if node.head.dep in {"nsubj", "nsubj:pass"}:
        return any(other.head.head is verb and other.head.dep in {"obj", "obl", "iobj"} for other in group.nodes[-2:])
    return False


def referent_of(node: Node) -> Token | None:
    """Give the noun that a relative pronoun stands for, or None."""
    referent = relative_referent(node.head)
    return referent if referent is not node.head else None


def named_before(node: Node) -> Token | None:
    """Give the name that "which" follows after a comma ("a faction of the Front, which formed in …")."""
    tokens, at = node.head.sentence.tokens, node.head.i - node.head.sentence.tokens[0].i
    if at < 2 or tokens[at - 1].text != ",":
        return None
    before = tokens[at - 2]
    if before.text == ")" and at > 3:
        before = tokens[at - 3]
    return before if before.pos == "PROPN" and node.head.lower == "which" else None
