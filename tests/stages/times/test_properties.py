"""Whatever the words, spans slice to them, intervals run forward, and nothing fails."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reports import report_of

from onrecord.stages.pipeline import STAGES, draft_report

WORDS = [
    "the",
    "a",
    "last",
    "next",
    "this",
    "past",
    "two",
    "24",
    "16",
    "-",
    "year",
    "years",
    "day",
    "days",
    "week",
    "ago",
    "earlier",
    "later",
    "before",
    "early",
    "late",
    "mid",
    "of",
    "in",
    "on",
    ",",
    ".",
    "May",
    "March",
    "28",
    "2017",
    "1990s",
    "'",
    "'90s",
    "Thursday",
    "Friday",
    "morning",
    "3:30",
    "p.m.",
    "GMT",
    "noon",
    "third",
    "quarter",
    "20th",
    "century",
    "every",
    "each",
    "half-year",
    "99999",
    "0000",
    "31",
    "first",
    "nine",
    "months",
    "few",
    "several",
    "$5",
    "now",
    "soon",
    "400",
    "BCE",
    "9/11",
    "05/28/2017",
    "½",
    "1/0",
    "to",
    "from",
    "and",
    "said",
    "will",
]
NEEDED = {"syntax", "time_expressions", "numbers", "published", "times", "figures"}
CHOSEN = tuple(stage for stage in STAGES if stage.gives in NEEDED)


@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=25), st.sampled_from([None, "2018-05-04", "0001", "9999-12"])
)
@settings(max_examples=150, deadline=None)
def test_any_order_of_words(words: list[str], published: str | None) -> None:
    text = " ".join(words)
    draft = draft_report(report_of(text, published), CHOSEN)
    assert not draft.problems
    end = 0
    for time in draft.times:
        assert end <= time.span[0] < time.span[1] <= len(text)
        assert time.earliest is None or time.latest is None or time.earliest <= time.latest
        end = time.span[1]
    for figure in draft.figures:
        assert 0 <= figure.span[0] < figure.span[1] <= len(text)
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        assert figure.unit != ""
