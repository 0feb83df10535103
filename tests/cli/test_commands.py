"""The commands, called as a user calls them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from onrecord.cli.output import file_name
from onrecord.cli.program import program
from onrecord.exports import EXPORTS
from onrecord.model.canonical import decode_reading

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

STORY = """Gunmen attack checkpoint

Gunmen attacked a checkpoint near Mopti on Friday, killing about 12 soldiers, two officials said.

The army denied that it had fled. "We did not retreat," said Col. Amadou Keita, a spokesman.
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    file = tmp_path / "story.txt"
    file.write_text(STORY, encoding="utf-8")
    return file


def run(*arguments: str | Path, given: bytes | None = None) -> Result:
    return CliRunner().invoke(program, [str(one) for one in arguments], input=given)


def test_read_shows_a_report_and_counts(story: Path) -> None:
    result = run("read", story)
    assert result.exit_code == 0
    assert "STATEMENTS" in result.stdout
    assert "Gunmen" in result.stdout
    assert "\x1b" not in result.stdout
    assert result.stderr == "1 input: read 1, duplicates 0, set aside 0\n"


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
def test_every_format_is_written_to_stdout_and_by_suffix(export: object, story: Path, tmp_path: Path) -> None:
    name, suffix = export.name, export.suffix  # type: ignore[attr-defined]
    shown = run("read", story, "--format", name, "--quiet")
    out = tmp_path / "deep" / f"out{suffix}"
    written = run("read", story, "--out", out, "--quiet")
    assert (shown.exit_code, written.exit_code) == (0, 0)
    assert (shown.stderr, written.stdout, written.stderr) == ("", "", "")
    assert out.read_bytes() == shown.stdout_bytes
    assert not list(tmp_path.rglob("*.part"))


def test_what_the_caller_knows_goes_into_the_record(story: Path) -> None:
    options = (
        "--published",
        "2024-05-12",
        "--publisher",
        "The Niger Post",
        "--url",
        "https://post.example/1",
        "--language",
        "en",
    )
    report = decode_reading(run("read", story, "--format", "jsonl", *options).stdout).report
    assert (report.publisher, report.url, report.language) == ("The Niger Post", "https://post.example/1", "en")
    assert report.published.value == "2024-05-12"
    assert report.published.basis == "given"


def test_columns_of_a_table_are_named_by_the_user(tmp_path: Path) -> None:
    table = tmp_path / "articles.csv"
    table.write_text(
        'head,copy\nRebels flee,"Rebels fled the town of Gao on Friday, the mayor said."\n', encoding="utf-8"
    )
    result = run("read", table, "--column", "text=copy", "--column", "title=head", "--format", "jsonl")
    assert decode_reading(result.stdout).report.title == "Rebels flee"


def test_standard_input_is_read() -> None:
    result = run("read", "-", "--format", "jsonl", given=STORY.encode())
    assert decode_reading(result.stdout).report.source.ref == "-"


@pytest.mark.usefixtures("story")
def test_a_folder_gets_a_file_a_report(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(STORY.replace("Mopti", "Gao"), encoding="utf-8")
    result = run("read", tmp_path, "--format", "md", "--out", f"{tmp_path}/out/")
    assert result.exit_code == 0
    assert [file.name for file in sorted((tmp_path / "out").iterdir())] == [
        "0001-gunmen-attack-checkpoint.md",
        "0002-gunmen-attack-checkpoint.md",
    ]


def test_some_inputs_set_aside_is_said_and_is_code_1(story: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_bytes(b"")
    result = run("read", story, tmp_path / "empty.html", tmp_path / "nosuch.html", story)
    assert result.exit_code == 1
    assert "4 inputs: read 1, duplicates 1, set aside 2" in result.stderr
    assert "nosuch.html: does not exist." in result.stderr
    assert "is the same report as" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["read"], 2, "Missing argument"),
        (["read", "x", "--format", "pdf"], 2, "'pdf' is not one of"),
        (["read", "x", "--out", "x.pdf"], 2, "format: got '.pdf', expected"),
        (["read", "x", "--jobs", "0"], 2, "--jobs"),
        (["read", "x", "--column", "text"], 2, "expected name=column"),
        (["read", "x", "--published", "someday"], 2, "published: got 'someday', expected"),
        (["read", "nosuch"], 3, "does not exist"),
        (["explain", "nosuch"], 3, "does not exist"),
        (["nosuch"], 2, "No such command"),
    ],
)
def test_an_error_says_what_was_given_and_has_its_code(arguments: list[str], code: int, said: str) -> None:
    result = run(*arguments)
    assert result.exit_code == code
    assert said in result.stderr
    assert "Traceback" not in result.stderr


def test_an_output_that_cannot_be_written_is_code_4(story: Path) -> None:
    result = run("read", story, "--out", story / "below" / "x.html")
    assert result.exit_code == 4
    assert "cannot be written" in result.stderr


def test_explain_gives_the_reason_of_one_record_or_all(story: Path) -> None:
    everything = run("explain", story)
    assert everything.exit_code == 0
    assert "rule" in everything.stdout
    first = run("explain", story, "s1")
    assert first.stdout.startswith("s1  statement")
    assert run("explain", story, "v99").exit_code == 2


def test_schema_is_the_schema_of_what_is_written() -> None:
    assert "Reading" in json.loads(run("schema").stdout)["$ref"]


def test_version_names_all_that_can_change_a_record() -> None:
    lines = run("--version").stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["onrecord", "model", "readers", "pipeline", "lexicon", "registry"]


def test_demo_reads_its_reports_without_anything_else(tmp_path: Path) -> None:
    result = run("demo", "--out", tmp_path / "out")
    assert result.exit_code == 0
    assert "7 inputs: read 7, duplicates 0, set aside 0" in result.stderr
    assert sorted(file.suffix for file in (tmp_path / "out").iterdir()) == sorted(export.suffix for export in EXPORTS)


@pytest.mark.parametrize("command", ["read", "explain", "demo", "schema"])
def test_every_command_has_a_help_page(command: str) -> None:
    assert "Usage:" in run(command, "--help").stdout


def test_a_file_name_is_plain_whatever_the_title() -> None:
    reading = decode_reading(
        run("read", "-", "--format", "jsonl", given=b"# ../../Caf\xc3\xa9: 100%\n\nA man said no.").stdout
    )
    name = file_name(reading)
    assert name
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def process(*arguments: str | Path, **options: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "onrecord", *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)  # type: ignore[call-overload,no-any-return]


def test_a_real_process_writes_utf8_whatever_the_locale(story: Path) -> None:
    run_ = process(
        "read",
        story,
        "--format",
        "md",
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
    )
    out, errors = run_.communicate(timeout=120)
    assert run_.returncode == 0
    assert "# Gunmen attack checkpoint" in out.decode("utf-8")
    assert b"Traceback" not in errors


def test_text_on_a_narrow_character_set_has_stand_ins(story: Path) -> None:
    out, _ = process("read", story, env={**os.environ, "PYTHONIOENCODING": "ascii"}).communicate(timeout=120)
    assert "STATEMENTS" in out.decode("ascii")


def test_a_closed_pipe_ends_quietly(story: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "onrecord", "read", str(story)]
    ended = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False, timeout=120)
    os.close(writing)
    assert b"Traceback" not in ended.stderr
    assert b"BrokenPipe" not in ended.stderr


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_an_interrupt_ends_in_words(tmp_path: Path) -> None:
    for number in range(1000):
        (tmp_path / f"{number}.txt").write_text(STORY.replace("12", str(number)), encoding="utf-8")
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # a shell's background jobs do not hear Ctrl-C
    running = process("read", tmp_path, "--format", "jsonl", "--jobs", "2", start_new_session=True, preexec_fn=heard)
    assert running.stdout is not None
    running.stdout.readline()
    os.killpg(running.pid, signal.SIGINT)
    _, errors = running.communicate(timeout=120)
    assert running.returncode == 130
    assert b"Interrupted." in errors
    assert b"Traceback" not in errors
