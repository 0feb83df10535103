"""The command: floors, what is known beside a score, pages, and what happens without data sets."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from evaluation.score import Score
from evaluation.tasks import TASKS

from evaluation import __main__, ablation, calibration, floors, known, robustness, tables

if TYPE_CHECKING:
    from pathlib import Path


def score(value: float, metric: str = "F1 (P 0.10, R 0.20)", **fields: bool) -> Score:
    return Score("times", "a set", metric, value, 10, misses=["missed: words of a set"], **fields)


@pytest.fixture
def floor_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "floors.toml"
    monkeypatch.setattr(floors, "FLOORS", path)
    return path


@pytest.mark.parametrize("command", [__main__.main, robustness.main, calibration.main, ablation.main])
def test_without_data_sets_a_word_and_no_failure(
    command: object, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ONRECORD_DATA", "nosuch")
    assert callable(command)
    assert command([]) == 0
    assert "No data sets at nosuch" in capsys.readouterr().out


def test_the_gate_passes_without_data_sets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_DATA", "nosuch")
    assert __main__.main(["--gate"]) == 0


def test_an_unknown_task_is_answered_with_the_known_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ONRECORD_DATA", str(tmp_path))
    with pytest.raises(SystemExit):
        __main__.main(["nonsense"])
    assert "statements" in capsys.readouterr().err


def test_the_name_of_a_score_does_not_carry_its_figures() -> None:
    assert known.key_of(score(0.5)) == "times | a set | F1"


@pytest.mark.usefixtures("floor_file")
def test_floors_are_set_just_below_and_never_lowered() -> None:
    floors.raise_floors([score(0.8), score(0.3, "error", less=True), score(9.0, "speed", held=False)])
    floors.raise_floors([score(0.7), score(0.4, "error", less=True)])
    assert floors.load_floors() == {"times | a set | F1": 0.795, "times | a set | error": 0.305}


@pytest.mark.usefixtures("floor_file")
def test_a_fall_fails_and_so_does_a_score_that_is_gone(capsys: pytest.CaptureFixture[str]) -> None:
    both = [score(0.8), score(0.3, "error", less=True)]
    floors.raise_floors(both)
    assert floors.check_floors(both, ["times"]) == 0
    assert floors.check_floors([score(0.79), both[1]], ["times"]) == 1
    assert floors.check_floors([both[0], score(0.31, "error", less=True)], ["times"]) == 1
    assert "0.310" in capsys.readouterr().out
    assert floors.check_floors([both[0]], ["times"]) == 1
    assert floors.check_floors([], ["figures"]) == 0


def test_what_is_held_and_known_belongs_to_a_task() -> None:
    for key in [*floors.load_floors(), *known.known_figures()]:
        assert key.split(" | ")[0] in TASKS, key


def test_a_page_quotes_no_data_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "PAGE", tmp_path / "page.md")
    monkeypatch.setattr(tables, "DATA", tmp_path / "scores.json")
    tables.write_pages([score(0.5)])
    assert "| times | a set |" in (tmp_path / "page.md").read_text("utf-8")
    assert json.loads((tmp_path / "scores.json").read_text("utf-8"))[0]["value"] == 0.5
    assert all("words of a set" not in file.read_text("utf-8") for file in tmp_path.iterdir())


def test_misses_are_printed_by_kind(capsys: pytest.CaptureFixture[str]) -> None:
    misses = ["missed a", "a: missed b", "extra c", "d for e"]
    tables.print_scores([Score("times", "a set", "F1", 0.5, 4, misses=misses)], 1)
    printed = capsys.readouterr().out
    assert "missed a" in printed
    assert "missed b" not in printed
    assert "(2 missed)" in printed
    assert "(1 wrong)" in printed


def test_a_part_of_a_page_is_replaced_and_the_rest_stays(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("Before.\n<!-- x -->\nold\n<!-- end of x -->\nAfter.\n", "utf-8")
    tables.write_part(page, "x", "new\n")
    assert page.read_text("utf-8") == "Before.\n<!-- x -->\nnew\n<!-- end of x -->\nAfter.\n"
    with pytest.raises(ValueError, match="no part 'y'"):
        tables.write_part(page, "y", "new")
