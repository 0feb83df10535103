"""Reports that bear on each other: what is one incident, who says so, and that the order of arrival leaves no trace."""

from __future__ import annotations

import tomllib
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.reports import report_of

from onrecord.jobs.standing import Keeper
from onrecord.model import Reading, Report, Source, record_key
from onrecord.stages.pipeline import read_report
from onrecord.store.finding import show
from onrecord.store.judgement import Judgement
from onrecord.store.parts import Delivery, digest_of
from onrecord.store.views import Views
from onrecord.store.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model.listing import IncidentRow

NUMBERS = count()
CASES = {path.stem: tomllib.loads(path.read_text()) for path in sorted(Path("tests/cases/standing").glob("*.toml"))}


def with_title(report: Report) -> Report:
    first, *rest = report.blocks
    return msgspec.structs.replace(report, blocks=[msgspec.structs.replace(first, kind="title"), *rest])


def read_case(case: dict[str, Any]) -> list[Reading]:
    found = []
    for said in case["report"]:
        text = said["text"].strip()
        digest = digest_of(text.encode())
        report = msgspec.structs.replace(
            with_title(report_of(text, said["published"])),
            id=f"sha256:{digest_of((said['publisher'] + digest).encode())}",
            text_id=f"sha256:{digest}",
            publisher=said["publisher"],
            title=text.split("\n")[0],
            source=Source(ref=said["publisher"], media_type="text/plain", sha256=digest),
        )
        found.append(read_report(report))
    return found


@pytest.fixture(scope="module")
def readings() -> dict[str, list[Reading]]:
    return {name: read_case(case) for name, case in CASES.items()}


def keep(path: Path, given: Sequence[Reading], batch: int = 100, judgements: Sequence[Judgement] = ()) -> Views:
    # a new file each time: a reader that is still open keeps the old one's journal
    path = path.with_name(f"{next(NUMBERS)}-{path.name}")
    with Writer(path, "test", clock=lambda: "2026-01-06T00:00:00Z") as writer:
        keeper = Keeper(writer.connection)
        for reading in given:
            writer.store(Delivery(reading.report, reading, reading.report.text.encode(), "pipeline-1"))
            if batch == 1:
                keeper.catch_up()
        for judgement in judgements:
            keeper.catch_up(batch)
            writer.judge(judgement)
        keeper.catch_up(batch)
    return Views(path)


def incident_of(views: Views, words: Sequence[str]) -> IncidentRow:
    return max((row for row in views.incidents() if row.words in words), key=lambda row: row.reports)


@pytest.mark.parametrize("name", CASES)
def test_cases(name: str, readings: dict[str, list[Reading]], tmp_path: Path) -> None:
    views = keep(tmp_path / "s.db", readings[name])
    for wanted in CASES[name]["incident"]:
        row = incident_of(views, wanted["words"])
        found = {"reports": row.reports, "fewest": row.sources[0], "most": row.sources[1], "opposing": row.opposing}
        assert found == {**found, **{key: value for key, value in wanted.items() if key != "words"}}


@pytest.fixture(scope="module")
def everything(readings: dict[str, list[Reading]]) -> list[Reading]:
    return [reading for found in readings.values() for reading in found]


def snapshot(views: Views) -> list[list[tuple[object, ...]]]:
    """Give everything that is derived, without the numbers of rows."""
    links = (
        "SELECT a.key, b.key, score, reasons FROM link JOIN happening AS a ON a.id = one JOIN happening AS b "
        "ON b.id = other"
    )
    members = (
        "SELECT happening.key, text.key, incident.key FROM happening LEFT JOIN text ON text.id = happening.text "
        "LEFT JOIN incident ON incident.id = happening.incident WHERE happening.text IS NOT NULL"
    )
    queries = (
        "SELECT key, type, earliest, latest, country, reports, fewest, most, opposing, standing FROM incident",
        "SELECT key, earliest, latest, reports, fewest, most FROM story",
        members,
        links,
    )
    return [sorted(views.connection.execute(sql), key=repr) for sql in queries]


@pytest.fixture(scope="module")
def full(everything: list[Reading], tmp_path_factory: pytest.TempPathFactory) -> list[list[tuple[object, ...]]]:
    return snapshot(keep(tmp_path_factory.mktemp("full") / "s.db", everything))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), batch=st.sampled_from([1, 3, 100]))
def test_neither_order_nor_batches_leave_a_trace(
    data: st.DataObject, batch: int, everything: list[Reading], full: object, tmp_path: Path
) -> None:
    shuffled = data.draw(st.permutations(everything))
    assert snapshot(keep(tmp_path / "s.db", shuffled, batch)) == full


def key_in(reading: Reading, word: str) -> str:
    text = reading.report.text
    event = next(e for e in reading.events if any(text[a:b].startswith(word) for a, b in e.trigger))
    return record_key(reading.report.text_id, "event", event.trigger)


def decision(kind: str, one: str, other: str) -> Judgement:
    return Judgement(who="ana", kind=kind, record="event", target=one, after=msgspec.json.encode(other).decode())


def test_a_split_sticks(readings: dict[str, list[Reading]], tmp_path: Path) -> None:
    first, second, *_ = readings["two_protests"]
    one, other = key_in(first, "protest"), key_in(second, "protest")
    split = decision("split", one, other)
    views = keep(tmp_path / "s.db", [first, second], judgements=[split])
    assert incident_of(views, ["protest", "protested"]).reports == 1
    assert incident_of(keep(tmp_path / "s.db", [first, second]), ["protest", "protested"]).reports == 2


def test_a_merge_sticks_and_both_old_names_open_the_incident(
    readings: dict[str, list[Reading]], tmp_path: Path
) -> None:
    _, second, third = readings["two_protests"]
    one, other = key_in(second, "protest"), key_in(third, "protest")
    before = {row.id for row in keep(tmp_path / "s.db", [second, third]).incidents()}
    assert {f"i{one}", f"i{other}"} <= before
    views = keep(tmp_path / "s.db", [second, third], judgements=[decision("merge", one, other)])
    opened = [show(views, f"i{key}") for key in (one, other)]
    assert opened[0].row == opened[1].row
    assert opened[0].row.reports == 2


def test_a_judgement_that_is_taken_back_leaves_no_trace(readings: dict[str, list[Reading]], tmp_path: Path) -> None:
    given = readings["two_protests"]
    plain = snapshot(keep(tmp_path / "a.db", given))
    one, other = key_in(given[0], "protest"), key_in(given[1], "protest")
    split = decision("split", one, other)
    back = msgspec.structs.replace(split, kind="undo", undoes=1)
    assert snapshot(keep(tmp_path / "b.db", given, judgements=[split])) != plain
    assert snapshot(keep(tmp_path / "c.db", given, judgements=[split, back])) == plain


def test_one_story_in_many_copies_is_one_voice(readings: dict[str, list[Reading]], tmp_path: Path) -> None:
    wire = readings["wire_credit"][0]
    copies = [wire]
    for number in range(30):
        text = f"{wire.report.text}\nPrinted in edition number {number} of this paper."
        report = msgspec.structs.replace(
            wire.report, id=f"sha256:{number:064d}", text_id=f"sha256:{digest_of(text.encode())}", text=text,
            publisher=f"Paper {number}",
        )  # fmt: skip
        copies.append(msgspec.structs.replace(wire, report=report))
    views = keep(tmp_path / "s.db", copies)
    row = incident_of(views, ["sank", "sinks"])
    assert row.reports == 31
    assert row.sources == (1, 1)
    assert views.connection.execute("SELECT count(*) FROM band").fetchone()[0] < 200
