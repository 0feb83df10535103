"""News pages: story in order, title once, furniture apart, what the page says about itself."""

from __future__ import annotations

import json

import pytest
from tests.readers.pages import FIRST, SECOND, THIRD, TITLE, article, dropped, html, of_kind, outcomes, report

from onrecord.model import slice_of

FURNITURE = (
    '<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>'
    '<div class="share-tools"><a href="#">Share on Facebook</a></div>'
)
RELATED = (
    '<aside class="related"><h3>Related stories</h3><ul>'
    '<li><a href="/x">Another harbour, another day</a></li></ul></aside>'
)


def linked(**data: object) -> str:
    known = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE, **data}
    return f'<script type="application/ld+json">{json.dumps(known)}</script>'


def test_story_is_text_and_furniture_is_dropped() -> None:
    found = report(html(FURNITURE + article() + RELATED))
    assert found.text == f"{TITLE}\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}"
    for word in ("Share on Facebook", "World", "Another harbour"):
        assert word not in found.text
        assert word in dropped(found)
    assert all(one.reason and one.place for one in found.dropped)


def test_title_stands_once_though_the_page_shows_it_thrice() -> None:
    found = report(html(f"<p>{TITLE}</p>" + article(TITLE, FIRST, SECOND, THIRD)))
    assert found.text.count(TITLE) == 1
    assert of_kind(found, "title") == [TITLE]
    assert found.title == TITLE


def test_blocks_know_their_element() -> None:
    found = report(html(article()))
    steps = [(block.place or "").removeprefix("html/body/article[1]/") for block in found.blocks]
    assert steps == ["h1[1]", "p[1]", "p[2]", "p[3]"]


def test_caption_belongs_to_its_picture() -> None:
    figure = '<figure><img src="/boats.jpg"><figcaption>Smoke rises over the pier at Velm.</figcaption></figure>'
    body = article().replace(f"<p>{SECOND}</p>", f"{figure}<p>{SECOND}</p>")
    found = report(html(body, '<link rel="canonical" href="https://herald.example/2021/05/boats">'))
    assert of_kind(found, "caption") == ["Smoke rises over the pier at Velm."]
    (picture,) = found.media
    assert (picture.kind, picture.ref) == ("image", "https://herald.example/boats.jpg")
    assert picture.caption is not None
    assert slice_of(found.text, picture.caption) == "Smoke rises over the pier at Velm."


def test_marked_pull_quote_and_repeated_words_are_pull_quotes() -> None:
    marked = '<aside><blockquote class="pullquote">We saw smoke over the pier</blockquote></aside>'
    found = report(html(article().replace(f"<p>{THIRD}</p>", f"<p>We saw smoke over the pier</p><p>{THIRD}</p>")))
    assert of_kind(found, "pull_quote") == ["We saw smoke over the pier"]
    assert "We saw smoke over the pier" in report(html(article() + marked)).text


def test_line_under_the_title_and_byline_are_kept_as_what_they_are() -> None:
    line = "Fishermen saw smoke while officials denied any loss at sea"
    head = f'<p class="standfirst">{line}</p><p class="byline">By Ann Lee</p>'
    found = report(html(article().replace("</h1>", f"</h1>{head}")))
    assert of_kind(found, "kicker") == [line]
    assert of_kind(found, "byline") == ["By Ann Lee"]


def test_page_speaks_for_itself_in_json_ld() -> None:
    data = linked(
        datePublished="2021-05-04T09:10:11Z",
        author=[{"@type": "Person", "name": "Ann Lee"}, {"@type": "Person", "name": "Bo Ek"}],
        publisher={"@type": "Organization", "name": "Harbour Herald"},
    )
    found = report(html(article(), data))
    assert found.authors == ["Ann Lee", "Bo Ek"]
    assert found.publisher == "Harbour Herald"
    assert (found.published.value, found.published.basis) == ("2021-05-04", "metadata")
    assert found.published.evidence == "2021-05-04T09:10:11Z"


def test_meta_elements_speak_where_json_ld_is_broken() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", </script>'
        '<meta property="article:published_time" content="2020-02-29T23:00:00+02:00">'
        '<meta name="author" content="By Ann Lee and Bo Ek">'
        '<meta property="og:site_name" content="Harbour Herald"><meta property="og:url" content="https://herald.example/a">'
    )
    found = report(html(article(), head))
    assert found.authors == ["Ann Lee", "Bo Ek"]
    assert (found.publisher, found.url) == ("Harbour Herald", "https://herald.example/a")
    assert found.published.value == "2020-02-29"


@pytest.mark.parametrize(
    "odd",
    [
        {"@type": [{"a": 1}]},
        {"author": 7},
        {"author": [None, {"name": ["A B", 3]}]},
        {"datePublished": 2020},
        {"publisher": []},
        {"mainEntityOfPage": ["x"]},
        {"articleBody": 5},
        {"url": "http://[bad"},
    ],
)
def test_odd_json_ld_spoils_nothing(odd: dict[str, object]) -> None:
    assert FIRST in report(html(article(), linked(**odd))).text


def test_date_given_goes_before_the_page() -> None:
    head = '<meta property="article:published_time" content="2020-02-01">'
    assert report(html(article(), head), published="2020-01").published.latest == "2020-01-31"
    assert report(html(article(), head), published="2020-01-05").published.basis == "given"


def test_address_dates_a_page_without_other_date() -> None:
    found = report(html(article(), '<link rel="canonical" href="https://herald.example/world/2019/sep/07/boats">'))
    assert (found.published.value, found.published.basis, found.published.evidence) == (
        "2019-09-07",
        "url",
        "2019/sep/07",
    )


def test_visible_line_dates_a_page_without_data() -> None:
    found = report(html(article().replace("</h1>", "</h1><div>Published 7 September 2019, 10:15 GMT</div>")))
    assert (found.published.value, found.published.basis) == ("2019-09-07", "text")


def test_date_of_change_only_bounds_from_above() -> None:
    published = report(html(article(), '<meta property="article:modified_time" content="2019-09-09">')).published
    assert (published.value, published.earliest, published.latest) == (None, None, "2019-09-09")


def test_page_without_date_stays_without() -> None:
    published = report(html(article())).published
    assert (published.value, published.earliest, published.latest, published.evidence) == (None, None, None, None)


def test_paywall_stub_says_so() -> None:
    found = report(html(article(FIRST), linked(isAccessibleForFree=False)))
    assert any("not free to read" in problem.message for problem in found.problems)


def test_text_for_machines_is_used_where_the_page_shows_none() -> None:
    found = report(html("<div id=app></div>", linked(articleBody=f"{FIRST}\n\n{SECOND}\n\n{THIRD}")))
    assert [slice_of(found.text, block.span) for block in found.blocks] == [TITLE, FIRST, SECOND, THIRD]


def test_publisher_is_the_host_where_the_page_names_none() -> None:
    found = report(html(article(), '<link rel="canonical" href="https://www.news.co.uk/a/b">'))
    assert found.publisher == "news.co.uk"


def test_two_papers_with_one_wire_text_are_two_reports_of_one_text() -> None:
    one = report(html(article(), '<link rel="canonical" href="https://one.example/a">'))
    other = report(html(article(), '<link rel="canonical" href="https://other.example/b">'))
    assert one.text_id == other.text_id
    assert one.id != other.id


def test_same_bytes_give_the_same_report() -> None:
    data = html(FURNITURE + article() + RELATED)
    assert report(data) == report(data)


def test_table_rows_keep_their_cells_together() -> None:
    table = (
        "<table><tr><th>Port</th><th>Boats</th></tr><tr><td>Velm</td><td>two boats were hit on Monday</td></tr></table>"
    )
    found = report(html(article(FIRST, SECOND, THIRD).replace("</article>", f"{table}</article>")))
    assert "Velm two boats" in found.text or "Velm two boats" in dropped(found)


def test_page_that_only_lists_links_is_no_report() -> None:
    links = "".join(f'<li><a href="/{n}">Harbour story number {n}</a></li>' for n in range(60))
    (found,) = outcomes(html(f"<ul>{links}</ul>"))
    assert not hasattr(found, "text")


def test_stamp_in_universal_time_gives_way_to_the_papers_own_day() -> None:
    head = '<link rel="canonical" href="https://herald.example/2019/11/18/boats">'
    stamp = '<meta property="article:published_time" content="2019-11-19T02:34:30Z">'
    found = report(html(article(), head + stamp)).published
    assert (found.value, found.basis) == ("2019-11-18", "url")
    local = '<meta property="article:published_time" content="2019-11-19T02:34:30-05:00">'
    assert report(html(article(), head + local)).published.value == "2019-11-19"


def test_date_beside_the_byline_dates_a_page_without_data() -> None:
    found = report(html(article().replace("</h1>", "</h1><p>by Ann Lee, Monday, November 18, 2019</p>")))
    assert (found.published.value, found.published.basis) == ("2019-11-18", "text")
