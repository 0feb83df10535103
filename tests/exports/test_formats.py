"""What each format holds, on a small reading; what hostile words in it can do: nothing."""

from __future__ import annotations

import csv
import io
import json

import pytest
from jsonschema import Draft202012Validator
from lxml import html
from markdown_it import MarkdownIt
from msgspec.structs import replace
from tests.exports.sample import TEXT, hostile, sample

from onrecord.errors import OptionError
from onrecord.exports import EXPORTS, export_named
from onrecord.exports.explanation import explain_reading
from onrecord.exports.page import frame_html
from onrecord.exports.schema import json_schema
from onrecord.exports.table import ACLED_COLUMNS, COLUMNS, guarded
from onrecord.model import Published, Reading
from onrecord.model.canonical import decode_reading, encode_reading

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style></title><svg onload=alert(1)>",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    '=HYPERLINK("http://x.example")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "![x](javascript:alert(1)) [y](http://x.example) <http://x.example> http://x.example",
    "# heading\n\n---\n> quote",
    "\x1b]0;owned\x07\x1b[31mred\x9b31m\u202egnp.exe",
)  # fmt: skip


def written(name: str, *readings: Reading) -> str:
    return "".join(export_named(name).write(readings))


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
def test_every_format_takes_none_one_and_many(export: object) -> None:
    name = export.name  # type: ignore[attr-defined]
    assert isinstance(written(name), str)
    assert "Port Amal" in written(name, sample())
    assert written(name, sample(), sample()).count("two officials") > written(name, sample()).count("two officials")


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
def test_every_format_takes_a_reading_without_records_title_or_blocks(export: object) -> None:
    name = export.name  # type: ignore[attr-defined]
    report = sample().report
    assert written(name, Reading(report=report))
    untitled = replace(report, title=None, blocks=report.blocks[1:], published=Published())
    assert written(name, Reading(report=untitled))
    assert written(name, replace(sample(), report=replace(untitled, blocks=[])))
    assert written(name, Reading(report=replace(untitled, text="", blocks=[])))


def test_an_unknown_format_is_answered_with_the_known_ones() -> None:
    with pytest.raises(OptionError, match="jsonl"):
        export_named("pdf")


def test_jsonl_gives_back_the_reading_without_its_capture() -> None:
    line = written("jsonl", sample())
    assert line.endswith("\n")
    assert line.count("\n") == 1
    again = decode_reading(line)
    assert again.report.capture is None
    assert again.events == sample().events
    assert encode_reading(again) == encode_reading(sample())


def test_json_is_an_array_of_the_same_objects() -> None:
    assert json.loads(written("json", sample(), sample())) == [json.loads(written("jsonl", sample()))] * 2
    assert json.loads(written("json")) == []


def test_the_schema_accepts_a_reading_and_refuses_a_wrong_one() -> None:
    validator = Draft202012Validator(json.loads(json_schema()))
    good = json.loads(written("jsonl", sample()))
    assert validator.is_valid(good)
    good["events"][0]["factuality"][0]["value"] = "maybe"
    assert not validator.is_valid(good)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_csv_has_a_row_an_event_in_acled_columns_and_ours() -> None:
    first, second = rows(written("csv", sample()))
    assert tuple(first) == COLUMNS
    assert COLUMNS[: len(ACLED_COLUMNS)] == ACLED_COLUMNS
    assert (first["event_date"], first["time_precision"], first["actor1"], first["actor2"]) == (
        "2024-05-03",
        "1",
        "Rebels",
        "dockers",
    )
    assert (first["event_type"], first["sub_event_type"]) == (
        "Explosions/Remote violence",
        "Shelling/artillery/missile attack",
    )
    assert (first["location"], first["latitude"], first["geo_precision"]) == ("Port Amal", "-1.5", "1")
    assert (first["fatalities"], first["fatalities_low"], first["fatalities_high"]) == ("27", "27", "33")
    assert (first["factuality_author"], first["factuality_holders"]) == ("Uu", "s1=CT+; s2=CT-")
    assert (first["attributed_to"], first["anonymous"]) == ("two officials; Coast Front", "partly")
    assert (second["time_precision"], second["tense"]) == ("3", "future")
    assert second["words"] == "It may strike again next month, the harbour master said."
    start, end = (int(part) for part in second["span"].split("-"))
    assert TEXT[start:end] == "strike"


def test_csv_keeps_numbers_and_guards_words_that_a_spreadsheet_would_run() -> None:
    assert guarded(-1.5) == -1.5
    assert guarded("-1.5 degrees") == "'-1.5 degrees"
    assert guarded("  =1+1") == "'  =1+1"
    assert guarded("plain") == "plain"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_csv_cell_is_a_formula(payload: str) -> None:
    for row in rows(written("csv", hostile(payload))):
        for name, cell in row.items():
            assert not cell.lstrip().startswith(("=", "+", "@", "|", "%")), name
            assert not cell.startswith("-") or name in {"latitude", "longitude"}


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_words_stay_words_in_the_page(payload: str) -> None:
    text = written("html", hostile(payload))
    page = html.document_fromstring(text)
    assert len(page.findall(".//script")) == 1
    assert len(page.findall(".//style")) == 1
    assert not page.xpath("//img | //iframe | //object | //embed | //form[@action] | //base")
    for element in page.iter():
        for name, value in element.attrib.items():
            assert not name.lower().startswith("on"), (element.tag, name)
            assert name.lower() != "style", element.tag
            if name in {"href", "src"}:
                assert value.startswith(("#", "data:,")), value
    if "\x1b" not in payload:
        assert " ".join(payload.split()) in " ".join(page.text_content().split())


def test_the_page_asks_for_nothing_and_allows_only_its_own_script() -> None:
    page = html.document_fromstring(written("html", sample()))
    policy = page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not page.xpath("//link[@rel='stylesheet'] | //script[@src]")


def test_every_record_is_in_the_page_and_its_words_lead_to_it() -> None:
    page = html.document_fromstring(written("html", sample()))
    for record in ("s1", "s2", "s3", "v1", "v2", "f1", "r1"):
        assert page.xpath(f"//*[@id='{record}']"), record
        assert page.xpath(f"//*[contains(concat(' ', @data-a, ' '), ' {record} ')]"), record
    words = page.xpath("//*[contains(concat(' ', @data-a, ' '), ' v1 ')]")
    assert [word.text for word in words] == ["shell", "shelled", "the attack"]


def test_the_text_of_the_page_is_the_text_of_the_report() -> None:
    page = html.document_fromstring(written("html", sample()))
    for mark in page.xpath("//sup"):
        mark.drop_tree()
    shown = [
        " ".join(block.text_content().split())
        for block in page.xpath("//*[@class='words']/*[self::h1 or self::p[not(@class)]]")
    ]
    assert shown == [" ".join(part.split()) for part in TEXT.split("\n\n")]


def test_reports_on_one_page_keep_their_ids_apart() -> None:
    page = html.document_fromstring(written("html", sample(), sample()))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert "2-v1" in ids
    assert all(target[1:] in ids for target in page.xpath("//a/@href"))


def test_a_notebook_gets_the_page_in_a_sealed_frame() -> None:
    frame = html.fragment_fromstring(frame_html(hostile("<script>alert(1)</script>\"'")))
    assert frame.tag == "iframe"
    assert frame.get("sandbox") == "allow-scripts"
    assert "<title>" in frame.get("srcdoc")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_words_are_no_markup_in_markdown(payload: str) -> None:
    tokens = MarkdownIt("commonmark").parse(written("md", hostile(payload)))
    inline = [child for token in tokens for child in token.children or []]
    assert not [token for token in tokens if token.type in {"html_block", "fence", "code_block", "hr"}]
    assert not [child for child in inline if child.type in {"html_inline", "link_open", "image", "code_inline"}]
    assert sum(token.type == "heading_open" for token in tokens) == 6


@pytest.mark.parametrize("name", ["text", "md"])
@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_printed_commands_the_terminal(name: str, payload: str) -> None:
    text = written(name, hostile(payload))
    assert not [
        char for char in text if (ord(char) < 32 and char not in "\n\t") or 0x7F <= ord(char) < 0xA0 or char == "\u202e"
    ]


def test_text_says_who_did_what_according_to_whom_and_how_sure() -> None:
    text = written("text", sample())
    assert "Rebels → dockers  assault · heavy-weapons" in text
    assert "━━━ ○ two officials (official, unnamed) says so" in text
    assert "━╳━ ● Coast Front (armed group) denies it" in text
    assert "unnamed: because talks go on" in text
    assert "\x1b" not in text
    assert max(len(line) for line in text.splitlines()) <= 100


def test_an_explanation_gives_rule_reason_score_and_marks_the_words() -> None:
    said = str(explain_reading(sample(), "v2")[0])
    assert "It may ⟦strike⟧ again next month" in said
    assert "events.verb  (score 0.875)" in said
    assert "cue of events.verb" in said
    assert len(explain_reading(sample())) == 7
    with pytest.raises(OptionError, match="v1"):
        explain_reading(sample(), "v99")


def test_a_reading_that_was_incomplete_says_so() -> None:
    broken = replace(sample(), incomplete=True)
    assert "Incomplete" in written("text", broken)
