"""Attribution without a reporting verb: "according to X", "reportedly", "X's claim that …", "aware that …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.grammar import subject_of
from onrecord.stages.statements.build import attribute
from onrecord.stages.statements.clauses import after_cue, around
from onrecord.stages.statements.sources import is_speaker, sources_at, subject
from onrecord.stages.statements.words import light_verbs, unowned_nouns

if TYPE_CHECKING:
    from onrecord.model import Span
    from onrecord.stages.found import Attribution, SourceFound
    from onrecord.stages.statements.scene import Scene
    from onrecord.stages.tokens import Token

BROUGHT = ("acl", "ccomp", "nmod", "acl:relcl", "advcl", "obl")


def according(scene: Scene, word: Token) -> Attribution | None:
    """Match "According to police, three people died": the clause that the phrase hangs on, without the phrase."""
    head = word.head
    if head is None or word.dep != "case" or head.head is None:
        return None
    to = [child for child in head.each("case") if child.i != word.i]
    sources = sources_at(scene, head, word)
    host = _clause_above(head)
    first, last = scene.left[host.i], scene.right[host.i]
    if head.i > host.i and scene.left[head.i] > host.i:
        last = max(scene.right[head.i], host.i)
        if scene.right[head.i] < scene.right[host.i] and host.head is not None:
            last = scene.right[host.i]
    content = around(scene, first, last, scene.left[head.i], scene.right[head.i])
    return attribute(scene, word, sources, list(content), [host], rule="according", with_cue=to)


def _clause_above(token: Token) -> Token:
    """Give the head of the clause that a phrase stands in."""
    clause = token.head or token
    while clause.head is not None and clause.pos not in {"VERB", "AUX"} and clause.child("cop") is None:
        clause = clause.head
    while clause.head is not None and clause.dep in {"xcomp", "conj", "aux"} and clause.child("nsubj") is None:
        clause = clause.head
    return clause


def adverb(scene: Scene, word: Token) -> Attribution | None:
    """Match "The company reportedly paid": the clause without the adverb, and no source."""
    host = word.head
    if host is None or scene.quote_of[word.i] >= 0:
        return None
    if host.pos in {"VERB", "AUX"} or host.child("cop") is not None:
        content = around(scene, scene.left[host.i], scene.right[host.i], word.i, word.i)
    else:
        content = [span for span in [scene.span(word.i + 1, scene.right[host.i])] if span is not None]
    return attribute(scene, word, [], list(content), [host], rule="adverb")


def noun(scene: Scene, word: Token, takes: frozenset[str]) -> Attribution | None:
    """Match "The claim that …", "Russia's request for …": a noun of speech or thought with its content."""
    if any(child.lower == "no" for child in word.each("det")):
        return None
    owner, carrier = _owner(scene, word)
    sources = sources_at(scene, owner, word) if owner is not None and is_speaker(owner) else []
    for clause in [
        *word.each(*BROUGHT),
        *(carrier.each("ccomp", "xcomp", "obl", "advcl") if carrier is not None else ()),
    ]:
        if clause.i < word.i or clause is owner:
            continue
        bring = _bring(clause)
        if carrier is not None and clause.dep == "acl:relcl" and scene.tokens[scene.left[clause.i]].lower == "that":
            bring = "that"  # "issued a warning that …", taken for a relative clause
        if bring not in takes or (not sources and (bring != "that" or word.lemma not in unowned_nouns())):
            continue
        first = scene.left[clause.i]
        first += scene.tokens[first].lower in {"that", "of"}
        with_cue = [carrier] if carrier is not None else []
        content = [after_cue(scene, clause, word, first)]
        return attribute(scene, word, sources, content, [clause], rule="noun", with_cue=with_cue)
    return None


def _owner(scene: Scene, word: Token) -> tuple[Token | None, Token | None]:
    """Give whose words a noun means ("his", "by X", the subject of "issued a …") and the verb carrying it."""
    carrier = word.head if word.dep == "obj" and word.head is not None and word.head.lemma in light_verbs() else None
    if carrier is not None and (head := subject(scene, carrier)) is not None:
        return head, carrier
    owner = word.child("nmod:poss") or _by(word)
    return owner or next((child for child in word.each("amod") if child.entity == "NORP"), None), None


def _by(word: Token) -> Token | None:
    for child in word.each("nmod", "obl:agent"):
        case = child.child("case")
        if case is not None and case.lower in {"by", "from", "among"}:
            return child
    return None


def _bring(clause: Token) -> str:
    if any(child.tag == "TO" for child in clause.children):
        return "to"
    mark = clause.child("mark", "case")
    if mark is not None:
        return mark.lower
    return "that" if clause.dep == "ccomp" else ""


def adjective(scene: Scene, word: Token, takes: frozenset[str]) -> Attribution | None:
    """Match "The group is aware that …", "allies concerned about …": the holder is the adjective's subject."""
    if word.lower == "clear":
        return _made_clear(scene, word)
    head = word.child("nsubj") or (word.head if word.dep in {"acl", "amod"} and word.head else None) or subject_of(word)
    if head is None or not is_speaker(head) or head.lower == "it":
        return None
    sources: list[SourceFound] = sources_at(scene, head, word)
    for clause in word.each("ccomp", "xcomp", "obl", "advcl", "nmod"):
        bring = _bring(clause) or ("that" if clause.dep == "ccomp" else "")
        if clause.i > word.i and bring in takes:
            span: Span | None = after_cue(scene, clause, word)
            with_cue: list[Token] = []
            marker = clause.child("case")
            if marker is not None and span is not None:
                span, with_cue = after_cue(scene, clause, word, marker.i + 1), [marker]
            return attribute(scene, word, sources, [span], [clause], rule="adjective", with_cue=with_cue)
    return None


def _made_clear(scene: Scene, word: Token) -> Attribution | None:
    """Match "The president made (it) clear that …"."""
    make = next((token for token in scene.tokens[max(0, word.i - 3) : word.i] if token.lemma == "make"), None)
    head = subject(scene, make) if make is not None else None
    if make is None or head is None:
        return None
    for clause in [*word.each("ccomp", "advcl"), *make.each("ccomp", "advcl")]:
        if clause.i > word.i and (clause.dep == "ccomp" or _bring(clause) == "that"):
            content = [after_cue(scene, clause, make, word.i + 1)]
            return attribute(
                scene, make, sources_at(scene, head, make), content, [clause], rule="clause", with_cue=[word]
            )
    return None
