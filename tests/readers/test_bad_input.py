"""Bad input, as the list in the issue has it: a clear outcome, bounded, never a traceback, never silence."""

from __future__ import annotations

import pytest
from tests.readers.pages import FIRST, SECOND, THIRD, TITLE, article, html, outcomes, refused, report

from onrecord.model import Report, slice_of

STORY = f"{FIRST} {SECOND} {THIRD}"


@pytest.mark.parametrize("ref", ["a.html", "a.txt", "a.json", "a.jsonl", "a.csv", "a"])
@pytest.mark.parametrize("data", [b"", b"  \n\t\r\n", b"\x00\x00\x00"])
def test_empty_file(data: bytes, ref: str) -> None:
    (found,) = outcomes(data, ref)
    assert not isinstance(found, Report)
    assert found.ref.startswith(ref)
    assert found.reason
    assert found.advice


def test_page_of_fifty_megabytes_with_a_script_in_it() -> None:
    page = html(f"<script>{'var a = 1; ' * 4_600_000}</script>{article()}")
    assert len(page) > 50_000_000
    found = report(page)
    assert FIRST in found.text
    assert "var a" not in found.text


def test_page_of_fifty_megabytes_of_text_is_set_aside() -> None:
    assert "characters" in refused(html(f"<p>{FIRST * 500_000}</p>")).reason


def test_text_of_fifty_megabytes_is_set_aside() -> None:
    assert "characters" in refused(f"{FIRST}\n" * 500_000, "a.txt").reason


def test_hundred_thousand_nested_tags() -> None:
    found = report(html("<div>" * 100_000 + article() + "</div>" * 100_000))
    assert THIRD in found.text
    assert any("too deep" in problem.message for problem in found.problems)


def test_hundred_thousand_unclosed_inline_tags() -> None:
    assert THIRD in report(html("<b><i>" * 50_000 + article())).text


def test_nesting_just_below_the_parsers_limit_loses_nothing() -> None:
    assert THIRD in report(html("<div>" * 400 + article() + "</div>" * 400)).text


def test_hundred_thousand_attributes() -> None:
    attributes = " ".join(f"a{n}=x" for n in range(100_000))
    assert FIRST in report(html(f"<div {attributes}>{article()}</div>")).text


@pytest.mark.parametrize("ref", ["a.html", "a.txt", "a"])
def test_binary(ref: str) -> None:
    assert "binary" in refused(bytes(range(256)) * 200, ref).reason


def test_picture_under_a_pages_name() -> None:
    assert "binary" in refused(b"\x89PNG\r\n\x1a\n" + b"\x00" * 200, "a.html").reason


def test_wrong_charset_declared() -> None:
    words = "Le président a déclaré à Genève qu’il était prêt à négocier avec les rebelles, selon un porte-parole."
    found = report(b'<meta charset="utf-8"><article>' + f"<p>{words}</p>".encode("cp1252") * 2, "a.html")
    assert words in found.text
    assert any("encoding" in problem.message for problem in found.problems)


def test_declared_charset_is_used() -> None:
    words = "Министр заявил в понедельник, что два катера пострадали при нападении у города."
    page = b'<meta charset="koi8-r"><article>' + f"<p>{words}</p><p>{words} Вот.</p>".encode("koi8-r")
    assert words in report(page).text


def test_missing_charset() -> None:
    words = "Министр заявил в понедельник, что два катера пострадали при нападении у пограничного города. "
    found = report((words * 4).encode("cp1251"), "a.txt")
    assert words.strip() in found.text
    assert found.language == "ru"


def test_few_damaged_bytes_in_utf8_stay_few() -> None:
    found = report(
        "Ein Sprecher sagte: Größe. ".encode() + b"\xff" + "Der Größe nach wäre das möglich. ".encode() * 3, "a.txt"
    )
    assert "Größe" in found.text
    assert found.text.count("�") == 1


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
def test_wide_encodings(encoding: str) -> None:
    assert report(STORY.encode(encoding), "a.txt").text == STORY
    assert FIRST in report(html(article()).decode().encode(encoding)).text


def test_nul_bytes_inside_words() -> None:
    found = report(STORY.replace("ministry", "mini\x00stry"), "a.txt")
    assert found.text == STORY
    assert any("NUL" in problem.message for problem in found.problems)
    assert FIRST in report(html(article()).replace(b"harbour", b"har\x00bour")).text


@pytest.mark.parametrize("ref", ["a.txt", "a.html"])
def test_one_endless_line_is_cut_into_blocks(ref: str) -> None:
    line = f"{FIRST} " * 4000
    found = report(html(f"<p>{line}</p>") if ref == "a.html" else line, ref)
    longest = max(end - start for start, end in (block.span for block in found.blocks))
    assert longest <= 20_000
    assert "".join(slice_of(found.text, block.span).strip() for block in found.blocks[-3:])[-20:] == FIRST[-20:]


def test_endless_line_without_a_blank() -> None:
    found = report("abcdefghij" * 60_000, "a.txt")
    assert sum(end - start for start, end in (block.span for block in found.blocks)) == 600_000


def test_page_without_an_article() -> None:
    assert refused(html('<nav><a href="/">Home</a> <a href="/n">News</a></nav>')).reason == "holds no article"


def test_page_without_words() -> None:
    assert refused(html("<p>*** ---- ***</p>")).reason


def test_paywall_stub_is_a_report_with_a_problem() -> None:
    head = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>'
    found = report(html(article(FIRST), head))
    assert FIRST in found.text
    assert found.problems


def test_mixed_languages_are_told() -> None:
    french = "Le ministre a déclaré lundi que les deux navires avaient été touchés près de la ville. "
    french += "Il a dit que rien n’est sûr et que l’enquête est en cours."
    found = report(
        f"{FIRST} It was the third such case.\n\n{french}\n\n{THIRD} It is not clear who fired on them.", "a.txt"
    )
    assert found.language == "en"
    assert any("fr" in problem.message for problem in found.problems)


def test_right_to_left_text() -> None:
    words = "قال مسؤولون في الوزارة يوم الاثنين إن زورقين أصيبا قرب بلدة حدودية، وإن التحقيق سيبدأ هذا الأسبوع."
    found = report(f"<article><h1>إصابة زورقين</h1><p>{words}</p><p>{words} نعم.</p></article>")
    assert found.language == "ar"
    assert words in found.text


def test_ten_thousand_quotation_marks() -> None:
    for mark in ('"', "“", "'"):
        assert FIRST in report(mark * 10_000 + " " + FIRST, "a.txt").text


def test_emoji_count_as_code_points() -> None:
    found = report(f"😀👩‍👩‍👧‍👦 {FIRST}\n\n{THIRD} 🎉 It was said.", "a.txt")
    assert slice_of(found.text, found.blocks[-1].span).startswith("Officials")
    assert slice_of(found.text, found.blocks[-1].span).endswith("said.")


@pytest.mark.parametrize(
    "data",
    [
        "<" * 100_000,
        "<p " * 50_000,
        "&" * 100_000,
        "<!--" * 20_000,
        "<script>" * 5_000,
        "</div>" * 50_000,
        "<![CDATA[" * 9_000,
    ],
)
def test_broken_markup_ends_one_way_or_the_other(data: str) -> None:
    (found,) = outcomes(data, "a.html")
    assert isinstance(found, Report) or found.reason


@pytest.mark.parametrize("ref", ["a.json", "a.jsonl"])
def test_deeply_nested_json(ref: str) -> None:
    assert "not" in refused("[" * 200_000, ref).reason
    assert refused('{"text":' * 200_000, ref).reason


def test_title_of_the_page_is_kept_with_bad_bytes_around_it() -> None:
    assert report(html(article()) + b"\xff\xfe\xfa").title == TITLE
