"""What holds for every input whatsoever."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.readers.pages import FIRST, SECOND, THIRD, TITLE

from onrecord.model import Report, slice_of
from onrecord.options import Options
from onrecord.readers import Refused, read_bytes
from onrecord.readers.language import find_language

REFS = st.sampled_from(["a.html", "a.txt", "a.json", "a.jsonl", "a.csv", "a"])
PIECES = st.lists(
    st.sampled_from(
        [FIRST, SECOND, THIRD, TITLE, "<p>", "</p>", "<div class=related>", "</div>", "<h1>", "<li>", "<article>",
         "<figure><img src=x>", "<figcaption>", "<br><br>", "\n", "\n\n", "Share", "- said one", "• item", "\x00",
         "\u2028", "😀", "<", "&amp;"]
    ) | st.text(max_size=30),
    max_size=40,
)  # fmt: skip


def check(found: Report | Refused) -> None:
    if isinstance(found, Refused):
        assert found.ref
        assert found.reason
        assert found.advice
        return
    last = 0
    for block in found.blocks:
        assert last <= block.span[0] < block.span[1] <= len(found.text)
        assert slice_of(found.text, block.span).strip()
        last = block.span[1]
    outside = "".join(
        found.text[a[1] : b[0]]
        for a, b in zip(found.blocks[:-1], found.blocks[1:], strict=True)
        for a, b in [(a.span, b.span)]
    )
    assert not outside.strip()
    found.text.encode("utf-8")


@settings(max_examples=120, deadline=None)
@given(st.binary(max_size=600), REFS)
def test_random_bytes_come_out_as_report_or_refusal(data: bytes, ref: str) -> None:
    found = list(read_bytes(data, ref, Options()))
    assert found
    for one in found:
        check(one)


@settings(max_examples=120, deadline=None)
@given(PIECES, REFS)
def test_random_pages_give_blocks_that_slice_to_words(pieces: list[str], ref: str) -> None:
    data = " ".join(pieces).encode("utf-8", "surrogatepass")
    found = list(read_bytes(data, ref, Options()))
    assert found
    for one in found:
        check(one)
    assert found == list(read_bytes(data, ref, Options()))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_language_is_always_told(text: str) -> None:
    assert 2 <= len(find_language(text)) <= 3
