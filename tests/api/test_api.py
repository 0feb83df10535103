"""The public names, as a program uses them."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import onrecord

if TYPE_CHECKING:
    from pathlib import Path

STORY = "Gunmen attacked a checkpoint near Mopti on Friday, two officials said. The army denied that it had fled."


def test_a_file_becomes_a_reading_whose_words_are_in_its_text(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_text(STORY, encoding="utf-8")
    reading = onrecord.read(file, published="2024-05-12", publisher="The Post")
    assert reading.report.publisher == "The Post"
    assert reading.report.published.value == "2024-05-12"
    cues = [reading.report.text[slice(*span)] for statement in reading.statements for span in statement.cue]
    assert "said" in cues
    assert "denied" in cues


def test_a_text_that_is_there_already_gives_the_same_records() -> None:
    one, other = onrecord.read_text(STORY, ref="a"), onrecord.read_text(STORY, ref="b")
    assert one.statements == other.statements
    assert one.report.id != other.report.id


def test_what_cannot_be_read_is_an_error_that_says_so(tmp_path: Path) -> None:
    with pytest.raises(onrecord.UnreadableError, match="does not exist"):
        onrecord.read("nosuch.html")
    with pytest.raises(onrecord.UnreadableError, match="is empty"):
        onrecord.read_text("")
    rows = tmp_path / "rows.jsonl"
    rows.write_text(f'{{"text": "{STORY}"}}\n{{"text": "Another one. {STORY}"}}\n', encoding="utf-8")
    with pytest.raises(onrecord.UnreadableError, match="more than one"):
        onrecord.read(rows)
    assert [type(one) for one in onrecord.read_all([rows, "nosuch"])] == [onrecord.Reading] * 2 + [onrecord.Refused]


def test_an_unknown_option_is_answered_with_the_known_ones() -> None:
    with pytest.raises(onrecord.OptionError, match="publisher"):
        onrecord.read("x.html", publishd="2024")


def test_an_explanation_names_rule_and_words() -> None:
    first = onrecord.explain(onrecord.read_text(STORY))[0]
    assert first.rule
    assert "⟦" in first.passage


def test_predicates_given_from_outside_get_a_value_and_a_number() -> None:
    text = "The mayor resigned, but the council may not have noticed."
    spans = [(text.index(word), text.index(word) + len(word)) for word in ("resigned", "noticed")]
    resigned, noticed = onrecord.factuality(text, spans)
    assert (resigned.span, resigned.value) == (spans[0], "CT+")
    assert noticed.number < 0 < resigned.number
    with pytest.raises(ValueError, match="no word"):
        onrecord.factuality(text, [(9, 10)])


def test_a_notebook_shows_a_reading_as_its_page() -> None:
    shown = onrecord.read_text(STORY)._repr_html_()
    assert shown is not None
    assert shown.startswith("<iframe srcdoc=")


def test_importing_the_package_does_not_load_the_engine() -> None:
    check = "import sys, onrecord, onrecord.cli; sys.exit('spacy' in sys.modules or 'trafilatura' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


def test_every_public_name_is_there_and_no_other() -> None:
    assert all(getattr(onrecord, name) for name in onrecord.__all__)
    assert set(dir(onrecord)) == set(onrecord.__all__)
    with pytest.raises(AttributeError, match="read_all"):
        onrecord.read_any  # noqa: B018
