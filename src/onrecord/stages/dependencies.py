"""Turns the engine's ClearNLP trees into Universal Dependencies, so that rules do not depend on the engine.

Source of both schemes: Choi & Palmer 2012, "Guidelines for the CLEAR style"; universaldependencies.org, version 2.
`evaluation/` scores the outcome on UD English EWT.
"""

from onrecord.stages.tokens import Token

RELABEL = {
    "ROOT": "root", "auxpass": "aux:pass", "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "dobj": "obj",
    "neg": "advmod",
    "prt": "compound:prt", "poss": "nmod:poss", "relcl": "acl:relcl", "npadvmod": "obl:unmarked",
    "quantmod": "advmod", "predet": "det:predet", "preconj": "cc:preconj", "intj": "discourse", "meta": "dep",
    "oprd": "xcomp", "attr": "xcomp", "acomp": "xcomp", "pobj": "obl", "pcomp": "advcl", "dative": "iobj",
}  # fmt: skip
NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "DET", "SYM", "X"}


def to_universal(tokens: list[Token], heads: list[int], deps: list[str]) -> Token:
    """Link a sentence's tokens by UD relations and give its root.

    `heads[i]` is the index of token i's head inside the sentence (its own index for a root), `deps[i]` its CLEAR
    relation.
    """
    tree = _Tree(tokens, heads, deps)
    tree.raise_objects()
    tree.raise_predicates()
    tree.flatten_conjuncts()
    return tree.link()


class _Tree:
    def __init__(self, tokens: list[Token], heads: list[int], deps: list[str]) -> None:
        self.tokens, self.heads = tokens, list(heads)
        self.deps = [
            ("amod" if token.pos == "ADJ" else "compound") if dep == "nmod" else dep  # CLEAR's nmod is a bare word
            for token, dep in zip(tokens, deps, strict=True)
        ]
        for i, dep in enumerate(deps):
            if self.heads[i] == i and dep != "ROOT":
                self.deps[i] = "ROOT"

    def children(self, head: int) -> list[int]:
        return [i for i, h in enumerate(self.heads) if h == head and i != head]

    def raise_objects(self) -> None:
        """Put the object of a preposition in the preposition's place, with the preposition as its case or mark."""
        for i, dep in enumerate(self.deps):
            if dep in {"prep", "agent", "dative"} and (self.tokens[i].pos in {"ADP", "SCONJ", "ADV", "VERB", "PART"}):
                self._raise_object(i)

    def _raise_object(self, prep: int) -> None:
        below = self.children(prep)
        objects = [i for i in below if self.deps[i] == "pobj"] or [i for i in below if self.deps[i] == "pcomp"]
        if not objects or (self.deps[objects[0]] == "pcomp" and self.tokens[objects[0]].pos == "ADP"):
            inner = objects or [i for i in below if self.deps[i] == "prep"]
            if not inner:
                if self.deps[prep] == "prep":
                    self.deps[prep] = "advmod"
                return
            self._raise_object(inner[0])
            objects = [i for i in self.children(prep) if self.deps[i] in {"nmod", "obl", "acl", "advcl"} and i > prep]
            if not objects:
                return
        target, head = objects[0], self.heads[prep]
        clausal = self.deps[target] in {"pcomp", "acl", "advcl"} and self.tokens[target].pos in {"VERB", "AUX"}
        nominal_head = head != prep and self.tokens[head].pos in NOMINAL
        if clausal:
            raised = "acl" if nominal_head else "advcl"
        elif self.deps[prep] == "agent":
            raised = "obl:agent"
        else:
            raised = "nmod" if nominal_head else "obl"
        was_root = head == prep
        self.deps[target] = "ROOT" if was_root else raised
        self.heads[target] = target if was_root else head
        self.heads[prep], self.deps[prep] = target, "mark" if clausal else "case"
        for i in below:
            if i != target and self.heads[i] == prep:
                self.heads[i] = target

    def raise_predicates(self) -> None:
        """Make the predicate of "be" the head of its clause, with the verb as its copula."""
        for verb in range(len(self.tokens)):
            if self.tokens[verb].lemma == "be" and self.deps[verb] not in {"aux", "auxpass"}:
                self._raise_predicate(verb)

    def _raise_predicate(self, verb: int) -> None:
        below = self.children(verb)
        deps = [self.deps[i] for i in below]
        if "expl" in deps:
            for i in below:
                if self.deps[i] == "attr":
                    self.deps[i] = "nsubj"
            return
        predicates = [i for i in below if self.deps[i] in {"attr", "acomp"}]
        if not predicates and "nsubj" in deps:
            predicates = [i for i in below if self.deps[i] == "obl" and i > verb][:1]
        if not predicates:
            return
        predicate = predicates[-1] if self.tokens[predicates[0]].tag in {"WP", "WDT"} else predicates[0]
        was_root = self.heads[verb] == verb
        self.deps[predicate] = self.deps[verb]
        self.heads[predicate] = predicate if was_root else self.heads[verb]
        self.heads[verb], self.deps[verb] = predicate, "cop"
        for i in below:
            if i != predicate:
                self.heads[i] = predicate

    def flatten_conjuncts(self) -> None:
        """Attach every conjunct to the first, and each conjunction to the conjunct that follows it."""
        for i, dep in enumerate(self.deps):
            if dep == "conj":
                head = self.heads[i]
                while self.deps[head] == "conj" and self.heads[head] != head:
                    head = self.heads[head]
                self.heads[i] = head
        for i, dep in enumerate(self.deps):
            if dep == "cc":
                head = self.heads[i]
                first = self.heads[head] if self.deps[head] == "conj" else head
                following = [j for j in self.children(first) if self.deps[j] == "conj" and j > i]
                if following:
                    self.heads[i] = following[0]

    def link(self) -> Token:
        root: Token | None = None
        for i, token in enumerate(self.tokens):
            dep = self.deps[i]
            token.dep = "mark" if dep == "aux" and token.tag == "TO" else RELABEL.get(dep, dep)
            if self.heads[i] == i:
                token.head, token.dep = None, "root"
                root = root or token
            else:
                token.head = self.tokens[self.heads[i]]
                token.head.children.append(token)
        return root or self.tokens[0]
