"""Plain text, clean and scraped."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from tests.readers.pages import FIRST, SECOND, THIRD, TITLE, dropped, of_kind, report

from onrecord.model import Report, slice_of
from onrecord.options import Options
from onrecord.readers import read_source

SHARED = Path(os.environ.get("ONRECORD_DATA", "../shared"))

SCRAPED = f"""Home Contact Careers Our Team
Screen Shot 2019-03-14 at 10.02.11 AM.png
harbour_velm.jpg

{TITLE}


{TITLE}

By Ann Lee and Bo Ek
WATCH | Our reporter went to the pier the morning after the boats were hit.

{FIRST}

{SECOND}

We saw smoke over the pier
- a fisherman in Velm

ADVERTISEMENT

{THIRD}

Read more: What the harbour ministry does
Ann Lee reported from Velm. Bo Ek contributed reporting from the capital.

Follow Ann Lee on Twitter @annleeexample

Read Comments
Facebook Twitter Instagram Menu Close Search Arrow Left Arrow Right Play Mail Bookmark
"""


@pytest.fixture(scope="module")
def scraped() -> Report:
    return report(SCRAPED, "scraped.txt")


def test_furniture_of_a_scraped_page_is_dropped_with_reasons(scraped: Report) -> None:
    for line in (
        "Home Contact Careers Our Team",
        "ADVERTISEMENT",
        "Read Comments",
        "Follow Ann Lee",
        "Facebook Twitter",
        "Read more: What",
        "harbour_velm.jpg",
    ):
        assert line not in scraped.text
        assert line in dropped(scraped)
    assert all(one.reason for one in scraped.dropped)


def test_nothing_of_the_story_is_dropped(scraped: Report) -> None:
    assert of_kind(scraped, "paragraph") == [FIRST, SECOND, THIRD]
    assert of_kind(scraped, "title") == [TITLE]
    assert scraped.text.count(TITLE) == 1
    assert of_kind(scraped, "byline") == ["By Ann Lee and Bo Ek"]
    assert of_kind(scraped, "caption")[0].startswith("WATCH | Our reporter")
    assert of_kind(scraped, "note")[0].startswith("Ann Lee reported")


def test_pull_quote_keeps_its_speaker(scraped: Report) -> None:
    assert of_kind(scraped, "pull_quote") == ["We saw smoke over the pier\n- a fisherman in Velm"]


def test_screenshots_name_bounds_publication_from_below(scraped: Report) -> None:
    published = scraped.published
    assert (published.value, published.earliest, published.latest) == (None, "2019-03-14", None)
    assert published.evidence == "Screen Shot 2019-03-14 at 10.02.11 AM.png"
    assert published.basis == "inferred"


def test_places_point_into_the_source(scraped: Report) -> None:
    for block in scraped.blocks:
        assert block.place is not None
        start, end = (int(n) for n in block.place.removeprefix("chars ").split("-"))
        assert SCRAPED[start:end].split() == slice_of(scraped.text, block.span).split()
    for one in scraped.dropped:
        start, end = (int(n) for n in (one.place or "").removeprefix("chars ").split("-"))
        assert SCRAPED[start:end] == one.text


def test_clean_text_stays_as_it_is() -> None:
    clean = f"{TITLE}\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}"
    found = report(clean, "a.txt")
    assert found.text == clean
    assert found.dropped == []


def test_dateline_stays_in_the_text() -> None:
    found = report(f"VELM (Harbour News) — {FIRST}\n\n{THIRD}", "a.txt")
    assert found.text.startswith("VELM (Harbour News) — The harbour")


def test_lines_wrapped_at_a_column_become_one_paragraph() -> None:
    wrapped = (
        "Two patrol boats hit near border town\n\n"
        "The harbour ministry said on Monday that two patrol boats had been\n"
        "hit near the border town of Velm, and that the crews of both were\n"
        "safe in a hospital of the capital.\n\n"
        "Officials there denied that any vessel was lost, and said that an\n"
        "inquiry would begin this week.\n"
    )
    found = report(wrapped, "a.txt")
    assert of_kind(found, "paragraph")[0].startswith(
        "The harbour ministry said on Monday that two patrol boats had been hit"
    )
    assert len(of_kind(found, "paragraph")) == 2


def test_one_paragraph_a_line_stays_one_a_line() -> None:
    assert of_kind(report(f"{TITLE}\n{FIRST}\n{SECOND}\n{THIRD}", "a.txt"), "paragraph") == [FIRST, SECOND, THIRD]


def test_single_short_sentence_is_a_report() -> None:
    for words in ("Israel attacked Syria.", "Israel failed to attack", "Bomb kills 3 in Velm"):
        found = report(words, "a.txt")
        assert of_kind(found, "paragraph") == [words]
        assert found.language == "en"


@pytest.mark.parametrize(
    ("line", "value", "latest"),
    [
        ("Published June 19, 2017 | 8:58 PM EDT", "2017-06-19", "2017-06-19"),
        ("19 June 2017", "2017-06-19", "2017-06-19"),
        ("Monday, 19 June 2017 10:34 GMT", "2017-06-19", "2017-06-19"),
        ("Updated: Jun. 20, 2017 at 9am", None, "2017-06-20"),
    ],
)
def test_date_lines(line: str, value: str | None, latest: str) -> None:
    found = report(f"{TITLE}\n{line}\n\n{FIRST}\n\n{THIRD}", "a.txt")
    assert (found.published.value, found.published.latest, found.published.basis) == (value, latest, "text")
    assert found.published.evidence == line
    assert line not in found.text


def test_date_in_a_sentence_does_not_date_the_page() -> None:
    assert report(f"{FIRST} It was first reported on June 19, 2017.", "a.txt").published.value is None


def test_related_headlines_go_and_the_story_after_them_stays() -> None:
    found = report(
        f"{TITLE}\n\n{FIRST}\n\nRelated stories\nHarbour reopens after storm\nFleet gets new chief\n\n{THIRD}", "a.txt"
    )
    assert of_kind(found, "paragraph") == [FIRST, THIRD]
    assert "Harbour reopens after storm" in dropped(found)


def test_readers_comments_go() -> None:
    comments = (
        "Leave a comment\n\nI was there and it was loud, believe me.\nNobody asked you about it, friend of the sea."
    )
    found = report(f"{TITLE}\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}\n\n{comments}", "a.txt")
    assert "loud" not in found.text
    assert "loud" in dropped(found)


@pytest.mark.parametrize(
    "sentence",
    [
        "Share prices fell on Monday.", "Watch officers saw the boats first.", "More than 40 people were held.",
        "Search teams found two bodies.", "Close aides of the minister denied it.", "Follow-up talks failed.",
        "Comments by the minister angered Velm.", "Print workers went on strike.", "Advertisement rules were changed.",
        "Home raids continued in Velm.", "Related charges were dropped.", "Subscribe, he told them, or leave.",
    ],
)  # fmt: skip
def test_sentences_that_begin_like_furniture_stay(sentence: str) -> None:
    assert sentence in report(f"{TITLE}\n\n{FIRST}\n\n{sentence}\n\n{THIRD}", "a.txt").text


@pytest.mark.skipif(not (SHARED / "articles/circa-2017.txt").exists(), reason="the scraped page is not here")
def test_scraped_page_gives_the_gold_text() -> None:
    (found,) = read_source(str(SHARED / "articles/circa-2017.txt"), Options())
    gold = json.loads((SHARED / "gold/circa-2017.json").read_text(encoding="utf-8"))["text"]
    assert isinstance(found, Report)
    assert found.text == gold.strip()
    assert len(of_kind(found, "pull_quote")) == 1
    assert found.published.earliest == "2017-06-19"


def test_byline_with_a_date_dates_the_text() -> None:
    found = report(f"{TITLE}\nBy Ann Lee | June 19, 2017\n\n{FIRST}\n\n{THIRD}", "a.txt")
    assert found.published.value == "2017-06-19"
    assert of_kind(found, "byline") == ["By Ann Lee | June 19, 2017"]


def test_menus_and_teasers_apart_from_the_story_go() -> None:
    menu = "\n".join(
        f"Section {name}" for name in ("North", "South", "East", "West", "Coast", "Hills", "Lakes", "Isles")
    )
    teaser = "Ferry prices are to rise by a tenth next year, the line said."
    page = (
        f"{teaser}\n{menu}\n{TITLE}\nBy Ann Lee\n\n" + "\n\n".join((FIRST, SECOND, THIRD) * 4) + f"\n{menu}\n{teaser}"
    )
    found = report(page, "a.txt")
    assert found.title == TITLE
    assert "Section North" not in found.text
    assert teaser not in found.text
    assert dropped(found).count(teaser) == 2
    assert FIRST in found.text
    assert THIRD in found.text


def test_two_short_lines_are_not_taken_for_wrapped_text() -> None:
    found = report("The ministry threatened to close the harbour of Velm\nIt denied this on Monday.", "a.txt")
    assert found.title == "The ministry threatened to close the harbour of Velm"
    assert of_kind(found, "paragraph") == ["It denied this on Monday."]


def test_quote_with_its_speaker_alone_is_a_report() -> None:
    assert of_kind(report('"We will not yield."\n- the harbour minister', "a.txt"), "pull_quote")
