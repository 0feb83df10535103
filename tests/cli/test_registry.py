from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from onrecord.cli.registry import registry

if TYPE_CHECKING:
    from pathlib import Path

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
