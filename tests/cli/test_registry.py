from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from onrecord.cli.program import program
from onrecord.cli.registry import registry

if TYPE_CHECKING:
    from click.testing import Result


@pytest.fixture
def mine(tmp_path: Path) -> str:
    return str(tmp_path / "mine.toml")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(registry, arguments)


def test_a_name_is_shown_with_its_codes() -> None:
    shown = run("show", "the Taliban").output
    assert "id: group/taliban" in shown
    assert "cameo: AFGREBTAL" in shown


def test_a_phrase_is_linked_with_its_reason() -> None:
    shown = run("show", "the Afghan defense minister").output
    assert "country AF" in shown
    assert "'defense minister' gives GOV" in shown


def test_an_unknown_name_ends_with_1_and_says_what_to_do() -> None:
    result = run("show", "wooden table")
    assert result.exit_code == 1
    assert "registry add" in result.output


def test_what_is_added_is_shown_exported_and_checked(mine: str) -> None:
    added = run(
        "add", "group/river", "--name", "River Front", "--type", "armed_group", "--alias", "RF-1", "--into", mine
    )
    assert added.exit_code == 0
    assert "group/river" in run("show", "RF-1", "--overlay", mine).output
    assert "\ngroup/river," in run("export", "--overlay", mine).output
    assert "no problems" in run("check", "--overlay", mine).output


def test_what_is_refused_leaves_the_file_as_it_was(mine: str, tmp_path: Path) -> None:
    run("add", "group/river", "--name", "River Front", "--type", "armed_group", "--into", mine)
    before = (tmp_path / "mine.toml").read_text()
    for bad in (
        ("add", "group/x", "--name", "May", "--type", "party", "--into", mine),
        ("edit", "group/none", "--name", "Some Name", "--into", mine),
        ("add", "group/taliban", "--name", "Taliban", "--into", mine),
        ("merge", "group/none", "group/river", "--into", mine),
    ):
        assert run(*bad).exit_code != 0
    assert (tmp_path / "mine.toml").read_text() == before


def test_merges_run_both_ways_are_refused(mine: str) -> None:
    assert run("merge", "group/is-sinai", "group/islamic-state", "--into", mine).exit_code == 0
    assert run("merge", "group/islamic-state", "group/is-sinai", "--into", mine).exit_code != 0


def test_a_dictionary_is_imported(mine: str, tmp_path: Path) -> None:
    source = tmp_path / "actors.txt"
    source.write_text("HILL_GUARD_ [KENMIL]\n", encoding="utf-8")
    assert run("import", str(source), "--format", "petrarch", "--into", mine).exit_code == 0
    assert "country: KE" in run("show", "Hill Guard", "--overlay", mine).output


STORY = "River Front said on Monday that it had left the town.\n"


def read(*arguments: str) -> Result:
    return CliRunner().invoke(program, ["read", *arguments, "--format", "jsonl"])


def test_reading_takes_the_user_s_own_actors_whatever_the_number_of_jobs(mine: str, tmp_path: Path) -> None:
    run("add", "group/river", "--name", "River Front", "--type", "armed_group", "--country", "NG", "--into", mine)
    files = [str(tmp_path / f"{name}.txt") for name in "ab"]
    for number, file in enumerate(files):
        Path(file).write_text(STORY + f"It was day {number}.\n", encoding="utf-8")
    alone = read(*files, "--registry", mine)
    assert alone.exit_code == 0
    assert '"registry":"group/river"' in alone.stdout
    assert read(*files, "--registry", mine, "--jobs", "2").stdout == alone.stdout


def test_a_bad_file_ends_the_run_before_anything_is_read(tmp_path: Path) -> None:
    bad, story = tmp_path / "bad.toml", tmp_path / "a.txt"
    bad.write_text('\n[[actor]]\nid = "group/x"\nname = "Xo Front"\ntype = "army"\n', encoding="utf-8")
    story.write_text(STORY, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", "read", str(story), "--registry", str(bad)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 3
    assert done.stdout == ""
    assert "bad.toml: line 2: group/x" in done.stderr
