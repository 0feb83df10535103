"""Many inputs: order, duplicates, refusals, and the same bytes from any number of processes."""

from __future__ import annotations

import itertools
import os
from typing import TYPE_CHECKING

import msgspec
import pytest

from onrecord.errors import OptionError
from onrecord.jobs import Duplicate, Outcome, Tally, read_many
from onrecord.jobs import pool as pools
from onrecord.jobs.pool import DIED, Done, Pool
from onrecord.model import Reading
from onrecord.model.canonical import encode_reading
from onrecord.options import Options
from onrecord.readers import Refused

if TYPE_CHECKING:
    from pathlib import Path

STORY = "Troops shelled {place} on Monday, the mayor of {place} said. He said that nine people were killed.\n"
PLACES = ("Brod", "Karst", "Lund", "Osijek", "Pula")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number, place in enumerate(PLACES):
        (tmp_path / f"{number}.txt").write_text(STORY.format(place=place), encoding="utf-8")
    (tmp_path / "5-copy.txt").write_text(STORY.format(place="Brod"), encoding="utf-8")
    (tmp_path / "6-empty.txt").write_bytes(b"")
    lines = [
        f'{{"text": "{STORY.format(place=place).strip()}", "publisher": "{place} News"}}' for place in ("Riga", "Split")
    ]
    (tmp_path / "7-rows.jsonl").write_text("\n".join([*lines, "{broken"]), encoding="utf-8")
    return tmp_path


def in_short(outcomes: list[Outcome]) -> list[bytes | str]:
    return [encode_reading(one) if isinstance(one, Reading) else repr(one) for one in outcomes]


def test_outcomes_come_in_input_order_and_add_up(folder: Path) -> None:
    outcomes = list(read_many([str(folder)], Options()))
    kinds = [type(one) for one in outcomes]
    assert kinds == [Reading] * 5 + [Duplicate, Refused, Reading, Reading, Refused]
    tally = Tally()
    for outcome in outcomes:
        tally.add(outcome)
    assert (tally.read, tally.duplicates, tally.set_aside) == (7, 1, 2)
    assert str(tally).startswith("10 inputs: read 7, duplicates 1, set aside 2 (1 ")


def test_every_span_of_every_reading_lies_in_its_text(folder: Path) -> None:
    for outcome in read_many([str(folder)], Options()):
        if isinstance(outcome, Reading):
            text = outcome.report.text
            spans = [span for statement in outcome.statements for span in statement.content]
            spans += [span for event in outcome.events for span in event.trigger]
            assert all(0 <= start < end <= len(text) for start, end in spans)


def test_the_number_of_jobs_does_not_change_a_byte(folder: Path) -> None:
    alone = in_short(list(read_many([str(folder)], Options(), jobs=1)))
    assert in_short(list(read_many([str(folder)], Options(), jobs=2))) == alone


def test_copies_in_two_papers_are_two_reports(tmp_path: Path) -> None:
    lines = [f'{{"text": "{STORY.format(place="Brod").strip()}", "publisher": "{name}"}}' for name in ("A", "B", "A")]
    (tmp_path / "wire.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert [type(one) for one in read_many([str(tmp_path)], Options())] == [Reading, Reading, Duplicate]


def test_an_empty_folder_is_set_aside_with_a_reason(tmp_path: Path) -> None:
    (refused,) = read_many([str(tmp_path)], Options())
    assert isinstance(refused, Refused)
    assert "empty folder" in refused.reason


@pytest.mark.parametrize("options", [Options(published="someday"), Options(published="2024-13-01")])
def test_a_wrong_option_is_refused_before_anything_is_read(options: Options) -> None:
    with pytest.raises(OptionError, match="published"):
        list(read_many(["nosuch.txt"], options, jobs=2))


def test_no_jobs_is_no_number_of_jobs() -> None:
    with pytest.raises(OptionError, match="jobs"):
        list(read_many([], Options(), jobs=0))


def named_work(work: str, _options: Options) -> bytes:
    """Stand in for reading: give the name back; a fatal input kills the worker, as a crash in a library would."""
    if work.startswith("fatal"):
        os._exit(9)
    return msgspec.msgpack.encode([Done(None, Refused(ref=work, reason="named", advice=""))])


def quick_start() -> None:
    """Start a worker without the engine."""


@pytest.fixture
def quick_pool(monkeypatch: pytest.MonkeyPatch) -> Pool:
    monkeypatch.setattr(pools, "start_worker", quick_start)
    return Pool(1, Options(), read=named_work)


def test_a_worker_that_dies_sets_its_input_aside_and_the_run_goes_on(quick_pool: Pool) -> None:
    found = list(quick_pool.read_all(["a", "fatal", "b", "c"]))
    assert [(one.ref, one.reason) for one in found if isinstance(one, Refused)] == [
        ("a", "named"),
        ("fatal", DIED),
        ("b", "named"),
        ("c", "named"),
    ]


def test_workers_are_renewed_without_losing_work(quick_pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools, "RECYCLED_AFTER", 2)
    assert [one.ref for one in quick_pool.read_all(["a", "b", "c"]) if isinstance(one, Refused)] == ["a", "b", "c"]


def test_a_reader_that_stops_early_stops_the_workers(quick_pool: Pool) -> None:
    results = quick_pool.read_all(str(number) for number in itertools.count())
    first = next(results)
    results.close()  # type: ignore[attr-defined]
    assert isinstance(first, Refused)
    assert first.ref == "0"
