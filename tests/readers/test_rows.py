"""Many articles in one file."""

from __future__ import annotations

import gzip
import io
import json
from typing import TYPE_CHECKING

import pytest
from tests.readers.pages import FIRST, SECOND, THIRD, TITLE, article, html, outcomes, report

from onrecord.errors import OptionError
from onrecord.model import Report
from onrecord.options import Options
from onrecord.readers import Refused, read_bytes, read_source

if TYPE_CHECKING:
    from pathlib import Path

ROW = {
    "headline": TITLE,
    "body": f"{FIRST}\n\n{THIRD}",
    "date": "2021-05-04",
    "source": "Harbour Herald",
    "author": "By Ann Lee and Bo Ek",
    "link": "https://herald.example/a",
}


def test_json_lines_with_usual_names() -> None:
    found = report(json.dumps(ROW) + "\n", "a.jsonl")
    assert found.text == f"{TITLE}\n\n{FIRST}\n\n{THIRD}"
    assert (found.title, found.publisher, found.url) == (TITLE, "Harbour Herald", "https://herald.example/a")
    assert found.authors == ["Ann Lee", "Bo Ek"]
    assert (found.published.value, found.published.basis) == ("2021-05-04", "metadata")
    assert found.source.ref == "a.jsonl:1"


def test_bad_lines_are_set_aside_with_their_number_and_the_rest_is_read() -> None:
    lines = [json.dumps(ROW), "{broken", "", "[1, 2]", '{"title": "x"}', '{"text": "  "}', json.dumps(ROW)]
    found = outcomes("\n".join(lines), "a.jsonl")
    assert [isinstance(one, Report) for one in found] == [True, False, False, False, False, True]
    assert [one.ref for one in found if isinstance(one, Refused)] == [
        "a.jsonl:2",
        "a.jsonl:4",
        "a.jsonl:5",
        "a.jsonl:6",
    ]
    assert all(one.reason and one.advice for one in found if isinstance(one, Refused))


def test_columns_are_mapped() -> None:
    data = json.dumps({"kop": TITLE, "artikel": FIRST, "text": "wrong"})
    found = report(data, "a.jsonl", columns={"title": "kop", "text": "artikel"})
    assert found.text == f"{TITLE}\n\n{FIRST}"


def test_mapping_of_an_unknown_field_is_an_option_error() -> None:
    with pytest.raises(OptionError, match="columns"):
        outcomes("x", "a.csv", columns={"headline": "kop"})


@pytest.mark.parametrize(("delimiter", "ref"), [(",", "a.csv"), ("\t", "a.tsv"), (";", "a.csv")])
def test_tables(delimiter: str, ref: str) -> None:
    text = FIRST.replace('"', '""')
    rows = [
        f"title{delimiter}text{delimiter}date",
        f'"{TITLE}"{delimiter}"{text}\n\n{THIRD}"{delimiter}2021',
        f"{delimiter * 2}",
    ]
    (found,) = outcomes("\r\n".join(rows), ref)
    assert isinstance(found, Report)
    assert found.text == f"{TITLE}\n\n{FIRST}\n\n{THIRD}"
    assert (found.published.earliest, found.published.latest) == ("2021-01-01", "2021-12-31")


def test_table_row_without_text_is_set_aside() -> None:
    found = outcomes(f'title,text\nA,\nB,"{FIRST}"\n', "a.csv")
    assert [isinstance(one, Report) for one in found] == [False, True]


def test_table_from_a_spreadsheet() -> None:
    assert report(f"title\ttext\nA\t{FIRST}\n".encode("utf-16"), "a.tsv").text == f"A\n\n{FIRST}"
    assert "é" in report(f"title;text\nA;Café owners fled. {FIRST}\n".encode("cp1252"), "a.csv").text


def test_json_array_and_object() -> None:
    assert len(outcomes(json.dumps([ROW, ROW, 5]), "a.json")) == 3
    assert report(json.dumps(ROW), "a.json").title == TITLE
    assert report(json.dumps({**ROW, "big": 10**30}), "a.json").title == TITLE


def test_standard_input_is_told_by_its_first_bytes() -> None:
    for data in (json.dumps(ROW).encode(), f'title,text\nA,"{FIRST}"'.encode(), html(article()), FIRST.encode()):
        (found,) = read_source("-", Options(), stdin=io.BytesIO(data))
        assert isinstance(found, Report)
        assert FIRST in found.text
        assert found.source.ref.startswith("-")


def test_folder_is_read_by_name_and_everything_in_it_comes_out(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep/b.html").write_bytes(html(article()))
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "c.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "d.html.gz").write_bytes(gzip.compress(html(article())))
    (tmp_path / "e.txt").write_bytes(b"")
    (tmp_path / "f.html.gz").write_bytes(b"\x1f\x8b\x08 no gzip")
    (tmp_path / ".hidden").write_text("x", encoding="utf-8")
    found = list(read_source(str(tmp_path), Options()))
    names = [(one.source.ref if isinstance(one, Report) else one.ref).removeprefix(f"{tmp_path}/") for one in found]
    assert names == ["a.txt", "c.png", "d.html.gz", "e.txt", "f.html.gz", "deep/b.html"]
    assert [isinstance(one, Report) for one in found] == [True, False, True, False, False, True]


def test_empty_folder_and_missing_file_are_not_silent(tmp_path: Path) -> None:
    (found,) = read_source(str(tmp_path), Options())
    assert isinstance(found, Refused)
    (gone,) = read_source(str(tmp_path / "gone.html"), Options())
    assert isinstance(gone, Refused)
    assert gone.reason == "does not exist"


def test_long_file_of_rows_is_read_as_it_comes() -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
            line = json.dumps(ROW).encode() + b"\n"
            buffer[: len(line)] = line
            return len(line)

    rows = read_source("-", Options(), stdin=io.BufferedReader(Endless()))
    assert [isinstance(next(rows), Report) for _ in range(5)] == [True] * 5


@pytest.mark.parametrize("value", ["soon", "2020-13", "2020-02-30", "20-1-1", ""])
def test_published_that_is_no_date(value: str) -> None:
    if not value:
        assert len(list(read_bytes(FIRST.encode(), "a.txt", Options(published=None)))) == 1
        return
    with pytest.raises(OptionError, match="published"):
        list(read_bytes(SECOND.encode(), "a.txt", Options(published=value)))
