"""One PLOVER type for a sentence: the crosswalk from our events to sets that code one act a sentence.

Those sets code what the speaker does in words where the act itself is only announced: "will send", "offers to send" is
AGREE, "will not accept" is REJECT, "must withdraw" is REQUEST, "will attack" is THREATEN. Our records keep the act and
say how certain it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.grammar import case_of

if TYPE_CHECKING:
    from onrecord.stages.draft import Draft
    from onrecord.stages.found import TriggerFound
    from onrecord.stages.tokens import Token

COOPERATIVE = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"}
SYMMETRIC = {"CONSULT", "AGREE", "COOPERATE", "RETREAT"}
SET_TYPES = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
QUADS = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "YIELD": 2, "COOPERATE": 2, "AID": 2, "REQUEST": 3, "ACCUSE": 3,
    "REJECT": 3, "THREATEN": 3, "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
PENTACLASS = {
    "01": 0, "02": 0, "03": 1, "04": 1, "05": 1, "06": 2, "07": 2, "08": 2, "09": 3, "10": 3, "11": 3, "12": 3,
    "13": 3, "16": 3, "14": 4, "15": 4, "17": 4, "18": 4, "19": 4, "20": 4,
}  # fmt: skip
"""CAMEO root → class of the CAMEO sentence set, which counts reduced relations and sanctions as words."""
TYPE_ROOTS = {"AGREE": "03", "REJECT": "12", "REQUEST": "10", "THREATEN": "13"}
STATEMENT_VERBS = {
    "say",
    "express",
    "claim",
    "deny",
    "voice",
    "comment",
    "decline",
    "reject",
    "dismiss",
    "issue",
    "hope",
    "tell",
    "consider",
}
TOPIC = {"by", "from", "to", "about", "over", "for", "at", "of", "on", "towards", "toward"}
EMBEDDED = {"acl:relcl", "acl", "advcl", "amod", "appos", "parataxis", "nmod", "obl"}


def main_trigger(draft: Draft) -> TriggerFound | None:
    """Give the trigger that stands highest in its sentence's tree, main clause before embedded ones.

    None where the sentence only tells what somebody feels, claims or declines to say about it.
    """
    strong = [trigger for trigger in draft.triggers if not trigger.weak and trigger.type in QUADS | SET_TYPES]
    best = min(strong, key=_rank, default=None)
    if best is None or (_rank(best)[0] and best.head.sentence.root.lemma in STATEMENT_VERBS):
        return None
    above = best.head.head
    refuted = (
        best.type == "ACCUSE"
        and best.head.pos == "NOUN"
        and above is not None
        and above.lemma in {"deny", "reject", "dismiss"}
    )
    return None if refuted else best


def named_source(head: Token) -> Token:
    """Stand for a pronoun the subject of the clause above it: "Netanyahu says he will …"."""
    if head.pos != "PRON":
        return head
    for above in head.ancestors():
        subject = above.child("nsubj", "nsubj:pass")
        if subject is not None and subject.pos != "PRON":
            return subject
    return head


def spoken_dyad(draft: Draft) -> tuple[list[Token], list[Token]]:
    """Speaker, and addressee or topic, of a sentence in which no act is coded.

    The topic is what "to", "about", "over" … marks beside the verb, else the subject of what is said.
    """
    if not draft.syntax.sentences:
        return [], []
    root = draft.syntax.sentences[0].root
    subject = root.child("nsubj", "nsubj:pass")
    said = [
        *root.each("ccomp", "xcomp", "obj"),
        *(acl for noun in root.each("obj") for acl in noun.each("acl", "ccomp")),
    ]
    marked = [child for token in (root, *said) for child in token.each("obl", "nmod") if case_of(child) in TOPIC]
    topics = [child for child in marked if child.entity not in {"DATE", "TIME"}]
    topics += [child for token in said for child in token.each("nsubj", "nsubj:pass", "obj") if child.pos != "PRON"]
    return ([subject] if subject is not None else []), topics[: root.lemma != "decline"]


def _rank(trigger: TriggerFound) -> tuple[int, int, int]:
    path = [trigger.head, *trigger.head.ancestors()]
    embedded = sum(token.dep in EMBEDDED for token in path)
    return (embedded, len(path), trigger.head.i)


def coded_type(trigger: TriggerFound) -> str:
    """Give the type that such a set would code for a trigger, by how the act is put."""
    kind = "SUPPORT" if trigger.cameo == "057" else SET_TYPES.get(trigger.type, trigger.type)
    auxiliaries = {token.lower for token in _auxiliaries(trigger.head)}
    negated = bool({"not", "n't", "n’t", "never"} & auxiliaries)
    if auxiliaries & {"must", "should", "ought", "needs"}:
        return "REQUEST"
    if negated and auxiliaries & {"will", "wo", "would", "can", "ca"}:
        return "REJECT"
    if auxiliaries & {"will", "'ll", "would"} or _is_planned(trigger.head):
        return "AGREE" if trigger.type in COOPERATIVE else "THREATEN" if kind in {"ASSAULT", "SANCTION"} else kind
    return kind


def coded_root(trigger: TriggerFound) -> str:
    """Give the CAMEO root that such a set would code; sanctions count as reduced relations."""
    kind = coded_type(trigger)
    if kind not in {SET_TYPES.get(trigger.type, trigger.type), "SUPPORT"}:
        return TYPE_ROOTS.get(kind, "01")
    return "16" if trigger.cameo == "163" else (trigger.cameo or "01")[:2]


def _auxiliaries(head: Token) -> list[Token]:
    return [child for child in head.children if child.dep in {"aux", "advmod"}]


def _is_planned(head: Token) -> bool:
    """Tell whether the act is what somebody is willing, ready or going to do."""
    above = head.head
    return head.dep in {"xcomp", "advcl"} and above is not None and above.lower in {
        "willing", "ready", "prepared", "going", "plans", "intends", "set",
    }  # fmt: skip
