"""The report as the rules of attribution see it: tree edges and quotations by token, and spans cut to convention."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.model import Span
    from onrecord.stages.draft import Draft
    from onrecord.stages.found import Quotation
    from onrecord.stages.tokens import Sentence, Syntax, Token

QUOTE_MARKS = frozenset("\"“”„«»'‘’") | {"``", "''"}
TRIMMED = frozenset(",;:.-–—―") | {"--", "..."}


class Scene:
    """Tokens with the first and last token below each (`left`, `right`), and the quotation that each stands in."""

    def __init__(self, draft: Draft) -> None:
        self.text = draft.text
        self.syntax: Syntax = draft.syntax
        self.tokens: list[Token] = draft.syntax.tokens
        self.quotations: list[Quotation] = draft.quotations
        self.left = [token.i for token in self.tokens]
        self.right = [token.i for token in self.tokens]
        for sentence in draft.syntax.sentences:
            self._set_edges(sentence)
        self.quote_of = self._quote_of()
        words = [token.pos != "PUNCT" for token in self.tokens]
        self.words_before = [0, *accumulate(words)]
        self.quoted_before = [0, *accumulate(w and q >= 0 for w, q in zip(words, self.quote_of, strict=True))]

    def _set_edges(self, sentence: Sentence) -> None:
        order: list[Token] = [token for token in sentence.tokens if token.head is None]
        for token in order:
            order.extend(token.children)
        for token in reversed(order):
            if token.head is not None:
                head = token.head.i
                self.left[head] = min(self.left[head], self.left[token.i])
                self.right[head] = max(self.right[head], self.right[token.i])

    def _quote_of(self) -> list[int]:
        inside, n = [-1] * len(self.tokens), 0
        for token in self.tokens:
            while n < len(self.quotations) and self.quotations[n].span[1] <= token.start:
                n += 1
            if n < len(self.quotations) and self.quotations[n].span[0] <= token.start:
                inside[token.i] = n
        return inside

    def quotation_of(self, token: Token) -> Quotation | None:
        """Give the quotation that a token stands in."""
        n = self.quote_of[token.i]
        return self.quotations[n] if n >= 0 else None

    def span(self, first: int, last: int) -> Span | None:
        """Give the characters of tokens `first`…`last` without loose punctuation at either end, or None."""
        tokens = self.tokens
        while first <= last and (tokens[first].lower in TRIMMED or tokens[first].pos == "SPACE"):
            first += 1
        while last >= first and tokens[last].lower in TRIMMED:
            last -= 1
        if first > last:
            return None
        return (tokens[first].start, tokens[last].end)

    def widen(self, span: Span, cue: Token | None) -> Span:
        """Take in the whole of every quotation that a span cuts; keep it inside the one that its cue stands in."""
        own = self.quotation_of(cue) if cue is not None else None
        start, end = span
        if own is not None:
            return (max(start, own.inner[0]), min(end, own.inner[1])) if start < own.inner[1] else span
        for position in (start, end - 1):
            token = self.syntax.at(position)
            quotation = self.quotation_of(token) if token is not None else None
            if quotation is not None:
                start, end = min(start, quotation.span[0]), max(end, quotation.span[1])
        return (start, end)

    def speech_of(self, content: list[Span], cue: Token | None) -> str:
        """Tell whether a content is quoted wholly ("direct"), in part ("mixed") or not ("indirect")."""
        if cue is not None and self.quote_of[cue.i] >= 0:
            return "indirect"
        quoted = words = 0
        for start, end in content:
            first, last = self.syntax.first_after(start), self.syntax.first_after(end)
            words += self.words_before[last] - self.words_before[first]
            quoted += self.quoted_before[last] - self.quoted_before[first]
        if not quoted:
            return "indirect"
        return "direct" if quoted == words else "mixed"
