"""A verb in the active voice and what it brings: "X says that …", "…, said X", "X urged Y to …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stages.statements.build import attribute
from onrecord.stages.statements.clauses import after_cue, around, before_cue, before_next_voice
from onrecord.stages.statements.sources import sources_at, subject
from onrecord.stages.statements.words import hearers, idle_objects, light_verbs, nouns

if TYPE_CHECKING:
    from onrecord.model import Span
    from onrecord.stages.found import Attribution, SourceFound
    from onrecord.stages.statements.scene import Scene
    from onrecord.stages.statements.words import VerbFrames
    from onrecord.stages.tokens import Token

CLAUSAL = ("ccomp", "xcomp", "acl", "advcl", "dep")
WH = {"WP", "WRB", "WDT", "WP$"}


def active(scene: Scene, verb: Token, frames: VerbFrames) -> Attribution | None:
    """Give what a verb with a subject attributes to it, by the first frame that fits."""
    head = subject(scene, verb)
    if head is None or _idle(verb, frames, head):
        return None
    sources = sources_at(scene, head, verb)
    if not sources:
        return None
    for frame in (
        _clause,
        _parenthesis,
        _infinitive,
        _plea,
        _command,
        _accusation,
        _predication,
        _naming,
        _gerund,
        _about,
        _object,
    ):
        found = frame(scene, verb, frames, sources)
        if found is not None:
            return _heard(found, head) if verb.lemma == "hear" else found
    return None


def _heard(found: Attribution, hearer: Token) -> Attribution:
    """Leave out who only listened: what a court heard is no word of the court."""
    if hearer.lemma in hearers():
        found.sources = []
        found.reason = f"cue “heard”, before “{hearer.text}”, no source"
    return found


def _clause(scene: Scene, verb: Token, frames: VerbFrames, sources: list[SourceFound]) -> Attribution | None:
    if "clause" not in frames and "question" not in frames:
        return None
    clauses = [*verb.each("ccomp"), *(c for c in verb.each("advcl") if _asks_why(c))]
    for clause in sorted(clauses, key=lambda clause: (clause.child("mark") is None, clause.i)):
        if not _is_finite(clause) and not ("evidence" in frames and clause.child("nsubj") is not None):
            continue
        if clause.i > verb.i:
            asks = _asks(clause)
            if ("question" if asks else "clause") not in frames and "quotation" not in frames:
                continue
            return attribute(scene, verb, sources, [after_cue(scene, clause, verb)], [clause], rule="clause")
        if "clause" in frames or "quotation" in frames:
            return _fronted(scene, verb, clause, sources)
    return None


def _fronted(scene: Scene, verb: Token, clause: Token, sources: list[SourceFound]) -> Attribution | None:
    """Match "…, officials said": the clause before the cue, with nothing but a comma or a mark between them."""
    firsts = [token.i for source in sources for token in scene.syntax.within(source.span)[:1]]
    start = min([verb.i, *(i for i in firsts if i > clause.i)])
    if start > 1 and scene.tokens[start - 1].lower in {";", ":"}:
        return None
    return attribute(scene, verb, sources, [before_cue(scene, clause, start, verb)], [clause], rule="fronted")


def _idle(verb: Token, frames: VerbFrames, head: Token) -> bool:
    """Tell whether "I think", "you know" only fills the speech."""
    return verb.dep == "parataxis" and "thought" in frames and head.lower in {"i", "we", "you"}


def _is_finite(clause: Token) -> bool:
    """Tell whether a clause has a subject of its own or a finite verb; "wants them to go" is no clause."""
    if any(child.tag == "TO" for child in clause.children):
        return False
    if clause.tag in {"VBG", "VBN"} and clause.child("aux", "aux:pass", "cop") is None:
        return clause.tag == "VBN" and clause.child("nsubj", "nsubj:pass") is not None
    return True


def _asks(clause: Token) -> bool:
    return any(
        (child.lower in {"whether", "if"} and child.dep == "mark") or child.tag in WH for child in clause.children
    )


def _asks_why(clause: Token) -> bool:
    return any(child.lower in {"why", "how", "whether"} for child in clause.children)


def _parenthesis(scene: Scene, verb: Token, frames: VerbFrames, sources: list[SourceFound]) -> Attribution | None:
    """Match "The mayor, police said, has resigned", "As police said, …": the clause around or before the cue."""
    if "clause" not in frames or verb.head is None:
        return None
    mark = verb.child("mark")
    as_clause = verb.dep == "advcl" and mark is not None and mark.lower == "as"
    if verb.dep not in {"parataxis", "dep"} and not as_clause:
        return None
    host = verb.head
    if host.pos not in {"VERB", "AUX"} and host.child("cop", "nsubj", "nsubj:pass") is None:
        return None
    content = around(scene, scene.left[host.i], scene.right[host.i], scene.left[verb.i], scene.right[verb.i])
    return attribute(scene, verb, sources, list(content), [host], rule="parenthesis")


def _infinitive(scene: Scene, verb: Token, frames: VerbFrames, sources: list[SourceFound]) -> Attribution | None:
    if "infinitive" not in frames:
        return None
    for clause in verb.each("xcomp"):
        if clause.i > verb.i and any(child.tag == "TO" for child in clause.children) and verb.child("obj") is None:
            return attribute(scene, verb, sources, [after_cue(scene, clause, verb)], [clause], rule="infinitive")
    return None


def _plea(scene: Scene, verb: Token, frames: VerbFrames, sources: list[SourceFound]) -> Attribution | None:
    """Match "X pleaded not guilty to murder": the charge is the content, the plea the cue."""
    plea = verb.child("xcomp", "acomp", "advmod")
    if "plea" not in frames or plea is None or plea.lower not in {"guilty", "innocent"}:
        return None
    for charge in [*plea.children, *verb.children]:
        bring = charge.child("case", "mark")
        if charge.i > plea.i and bring is not None and bring.lower == "to":
            cue = [token for token in scene.tokens[verb.i + 1 : bring.i + 1] if token.i <= bring.i]
            span = after_cue(scene, charge, verb, bring.i + 1)
            return attribute(scene, verb, sources, [span], [charge], rule="object", with_cue=cue)
    return None


def _command(scene: Scene, verb: Token, frames: VerbFrames, sources: list[SourceFound]) -> Attribution | None:
    if "command" not in frames and "bidding" not in frames:
        return None
    for clause in verb.each("xcomp", "ccomp", "advcl"):
        if clause.i < verb.i or not any(child.tag == "TO" for child in clause.children):
            continue
        addressee = verb.child("obj", "iobj") or clause.child("nsubj", "nsubj:pass")
        if addressee is None or addressee.i < verb.i:
            continue
        span = after_cue(scene, clause, verb)
        if "command" in frames and span is not None:
            span = (min(scene.tokens[scene.left[addressee.i]].start, span[0]), span[1])
        return attribute(scene, verb, sources, [span], [clause], rule="command")
    return None


def _accusation(scene: Scene, verb: Token, frames: VerbFrames, sources: list[SourceFound]) -> Attribution | None:
    target = verb.child("obj")
    if not frames.accusation or target is None or target.i < verb.i:
        return None
    for charge in [*verb.children, *target.children]:
        bring = charge.child("case", "mark")
        if charge.i > target.i and bring is not None and bring.lower in frames.accusation:
            first = scene.left[charge.i if "told" in frames else target.i]
            span = after_cue(scene, charge, verb, first)
            return attribute(scene, verb, sources, [span], [charge], rule="accusation")
    return None


def _predication(scene: Scene, verb: Token, frames: VerbFrames, sources: list[SourceFound]) -> Attribution | None:
    target = verb.child("obj")
    if "predication" not in frames or target is None:
        return None
    mark = _as_after(scene, verb, target)
    if mark is None or mark.head is None:
        return None
    judgement = mark.head if mark.dep in {"case", "mark"} else mark
    if target.i > verb.i:
        content: list[Span | None] = [after_cue(scene, judgement, verb, scene.left[target.i])]
    else:
        content = [relative_object(scene, verb, target), after_cue(scene, judgement, verb, mark.i)]
    return attribute(scene, verb, sources, content, [judgement], rule="predication")


def _as_after(scene: Scene, verb: Token, target: Token) -> Token | None:
    """Give the "as" that brings what the object is called, wherever the parser hung it."""
    last = max([scene.right[target.i], *(scene.right[child.i] for child in verb.each("obl", "advcl", "xcomp"))])
    for token in scene.tokens[max(target.i, verb.i) + 1 : last + 1]:
        if token.lower == "as" and token.pos in {"ADP", "SCONJ"} and not _is_finite_mark(token):
            return token
    return None


def _is_finite_mark(token: Token) -> bool:
    return token.dep == "mark" and token.head is not None and token.head.child("nsubj", "nsubj:pass") is not None


def _naming(scene: Scene, verb: Token, frames: VerbFrames, sources: list[SourceFound]) -> Attribution | None:
    if "naming" not in frames:
        return None
    for judgement in verb.each("xcomp", "ccomp", "obl:unmarked"):
        if judgement.i < verb.i or judgement.tag in {"VB", "VBZ", "VBP", "VBD", "VBG", "MD"}:
            continue
        target = verb.child("obj") or judgement.child("nsubj")
        if target is not None and verb.i < target.i:
            span = after_cue(scene, judgement, verb, scene.left[target.i])
            return attribute(scene, verb, sources, [span], [judgement], rule="naming")
    return None


def _gerund(scene: Scene, verb: Token, frames: VerbFrames, sources: list[SourceFound]) -> Attribution | None:
    if "gerund" not in frames:
        return None
    for clause in verb.each("xcomp", "ccomp"):
        if clause.i > verb.i and clause.tag == "VBG":
            return attribute(scene, verb, sources, [after_cue(scene, clause, verb)], [clause], rule="gerund")
    return None


def _about(scene: Scene, verb: Token, frames: VerbFrames, sources: list[SourceFound]) -> Attribution | None:
    if not frames.about:
        return None
    particle = next((p for p in verb.each("compound:prt") if p.lower in frames.about), None)
    if particle is not None:
        for topic in verb.each("obj", "xcomp", "ccomp"):
            if topic.i > particle.i:
                span = after_cue(scene, topic, verb, particle.i + 1)
                return attribute(scene, verb, sources, [span], [topic], rule="about")
    for topic in verb.each("obl", "advcl"):
        bring = topic.child("case", "mark")
        if topic.i > verb.i and bring is not None and bring.lower in frames.about:
            span = after_cue(scene, topic, verb, bring.i + 1)
            return attribute(scene, verb, sources, [span], [topic], rule="about", with_cue=[bring])
    return None


def _object(scene: Scene, verb: Token, frames: VerbFrames, sources: list[SourceFound]) -> Attribution | None:
    target = verb.child("obj")
    if "object" not in frames or target is None:
        return None
    if target.i < verb.i:
        return _relative(scene, verb, target, sources)
    carried = target.lemma in nouns() and verb.lemma in light_verbs()
    if target.pos == "PRON" or target.lemma in idle_objects() or carried:
        return None
    span = after_cue(scene, target, verb)
    return attribute(scene, verb, sources, [span], [target], rule="object")


def _relative(scene: Scene, verb: Token, target: Token, sources: list[SourceFound]) -> Attribution | None:
    """Match "A charge that Russia denies", "what it claims are crimes"."""
    following = scene.tokens[verb.i + 1] if verb.i + 1 < len(scene.tokens) else verb
    if target.tag == "WP" and following.tag in {"VBZ", "VBP", "VBD", "MD"}:
        clause = following.head or following
        span = scene.span(following.i, max(scene.right[clause.i], following.i))
        return attribute(scene, verb, sources, [span], [clause], rule="clause")
    return attribute(scene, verb, sources, [relative_object(scene, verb, target)], [target], rule="object")


def _loose(scene: Scene, verb: Token, frames: VerbFrames, sources: list[SourceFound]) -> Attribution | None:
    """Take the words after a verb of saying where the parser lost the clause: from "that", or with a finite verb."""
    if "clause" not in frames or "thought" in frames or scene.quote_of[verb.i] >= 0:
        return None
    start = min([verb.i, *(token.i for source in sources for token in scene.syntax.within(source.span)[:1])])
    if start > verb.sentence.tokens[0].i and scene.tokens[start - 1].pos == "PUNCT":
        return None
    last = verb.sentence.tokens[-1].i
    first = _past_adjuncts(scene, verb)
    rest = scene.tokens[first : last + 1]
    that = next((t.i for t in rest[:14] if t.lower == "that" and t.tag == "IN"), None)
    if that is not None:
        first = that + 1
    elif not any(t.tag in {"VBZ", "VBP", "VBD", "MD"} and t.dep not in {"acl:relcl", "advcl"} for t in rest):
        return None
    last = before_next_voice(scene, verb, first, last)
    return attribute(scene, verb, sources, [scene.span(first, last)], [], rule="loose")


def _past_adjuncts(scene: Scene, verb: Token) -> int:
    """Give the first token after a verb and the listener and date beside it."""
    first = verb.i + 1
    for child in verb.children:
        told = child.dep in {"obj", "iobj"} and child.pos in {"NOUN", "PROPN", "PRON"} and verb.lemma == "tell"
        if scene.left[child.i] == first and (told or child.entity in {"DATE", "TIME"}):
            first = scene.right[child.i] + 1
    return first


def relative_object(scene: Scene, verb: Token, target: Token) -> Span | None:
    """Give the words for a relative object: the noun before "that", or ", which" itself."""
    if target.lower == "that" and verb.dep == "acl:relcl" and verb.head is not None:
        return scene.span(scene.left[verb.head.i], scene.left[verb.i] - 1)
    return scene.span(scene.left[target.i], scene.right[target.i])
