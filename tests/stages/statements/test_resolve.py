"""Records of statements: order, nesting, titles that repeat, and that every span lies in the text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reports import report_of

from onrecord.model import Block, Report, Source, Statement, slice_of
from onrecord.stages.pipeline import draft_report


def read(text: str) -> list[Statement]:
    draft = draft_report(report_of(text))
    assert not draft.problems
    return draft.statements


def with_title(title: str, body: str) -> tuple[str, list[Statement]]:
    text = f"{title}\n{body}"
    blocks = [Block(kind="title", span=(0, len(title))), Block(kind="paragraph", span=(len(title) + 1, len(text)))]
    source = Source(ref="test", media_type="text/plain", sha256="")
    draft = draft_report(Report(id="t", text_id="t", source=source, language="en", text=text, blocks=blocks))
    return text, draft.statements


def test_ids_follow_the_text() -> None:
    statements = read("Doctors said ten died. Police said nine died. The mayor said nobody knew.")
    assert [statement.id for statement in statements] == ["s1", "s2", "s3"]
    assert [statement.content[0][0] for statement in statements] == sorted(s.content[0][0] for s in statements)


def test_a_title_that_repeats_a_statement_is_counted_once() -> None:
    text, statements = with_title(
        "Bridge over the Elbe to close: minister",
        "The bridge over the Elbe will close in June, the transport minister said on Monday.",
    )
    assert len(statements) == 1
    assert [slice_of(text, span) for span in statements[0].also] == ["Bridge over the Elbe to close"]


def test_a_title_of_its_own_stays_a_statement() -> None:
    text, statements = with_title("Minister says the ferry is lost", "Rain fell on Tuesday in the whole of the north.")
    assert [slice_of(text, s.content[0]) for s in statements] == ["the ferry is lost"]


def test_every_statement_says_why_it_is_there() -> None:
    for statement in read("According to police, the van was stolen. “It was mine,” said its owner."):
        assert statement.rule is not None
        assert statement.rule.startswith("statements.")
        assert statement.reason
        assert 0 < statement.score < 1


WORDS = [
    "he",
    "said",
    "that",
    "the",
    "army",
    "denied",
    '"',
    "“",
    "”",
    ",",
    ".",
    "it",
    "accused",
    "of",
    "according",
    "to",
]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_spans_lie_in_the_text_and_nesting_has_no_ring(words: list[str]) -> None:
    text = " ".join(words)
    statements = read(text)
    outer = {statement.id: statement.within for statement in statements}
    for statement in statements:
        for start, end in [*statement.content, *statement.cue, *(source.span for source in statement.sources)]:
            assert 0 <= start < end <= len(text)
        seen, above = {statement.id}, outer[statement.id]
        while above is not None:
            assert above not in seen
            seen.add(above)
            above = outer[above]
