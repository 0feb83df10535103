"""A store keeps what it was given, once, and tells when somebody changed it."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import msgspec
import pytest
from tests.reports import report_of

from onrecord.errors import StoreError
from onrecord.model import Reading, Source
from onrecord.model.canonical import encode_reading
from onrecord.stages.pipeline import read_report
from onrecord.store.connection import APPLICATION_ID, open_for_reading
from onrecord.store.dump import dump, find_reading
from onrecord.store.judgement import Judgement
from onrecord.store.log import LOGGED
from onrecord.store.parts import Delivery, digest_of
from onrecord.store.verify import verify
from onrecord.store.writer import Writer

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = ["Soldiers left the town on Monday, officials said.", "Rebels denied the attack.", "Police arrested two men."]


def delivery(text: str, name: str = "a") -> Delivery:
    data = text.encode()
    report = msgspec.structs.replace(
        report_of(text, "2026-01-05"),
        id=f"sha256:{name}{digest_of(data)}",
        text_id=f"sha256:{digest_of(data)}",
        source=Source(ref=f"{name}.txt", media_type="text/plain", sha256=digest_of(data)),
    )
    return Delivery(report, read_report(report), data, "pipeline-1")


def fill(path: Path, texts: list[str]) -> None:
    with Writer(path, "test", clock=lambda: "2026-01-06T00:00:00Z") as writer:
        for text in texts:
            writer.store(delivery(text))


def test_a_reading_comes_back_as_it_went_in(tmp_path: Path) -> None:
    fill(tmp_path / "s.db", TEXTS)
    given = delivery(TEXTS[0]).reading
    found = find_reading(open_for_reading(tmp_path / "s.db"), given.report.id)
    assert found is not None
    assert encode_reading(found) == encode_reading(given)


def test_the_second_time_is_a_duplicate(tmp_path: Path) -> None:
    with Writer(tmp_path / "s.db", "test") as writer:
        assert [writer.store(delivery(text)) for text in (TEXTS[0], TEXTS[0], TEXTS[1])] == [
            "stored",
            "duplicate",
            "stored",
        ]
        writer.set_aside("empty.txt", "is empty", "Check the file.")
    rows = open_for_reading(tmp_path / "s.db").execute("SELECT outcome, count(*) FROM input GROUP BY 1 ORDER BY 1")
    assert rows.fetchall() == [("duplicate", 1), ("set aside", 1), ("stored", 2)]


def test_two_papers_with_one_text_share_its_reading(tmp_path: Path) -> None:
    with Writer(tmp_path / "s.db", "test") as writer:
        writer.store(delivery(TEXTS[0], "a"))
        writer.store(delivery(TEXTS[0], "b"))
    connection = open_for_reading(tmp_path / "s.db")
    counts = [connection.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("report", "text", "reading")]  # noqa: S608
    assert counts == [2, 1, 1]
    assert len({msgspec.json.decode(line, type=Reading).report.id for line in dump(connection)}) == 2


def test_the_dump_does_not_know_the_order(tmp_path: Path) -> None:
    fill(tmp_path / "one.db", TEXTS)
    fill(tmp_path / "two.db", TEXTS[::-1])
    one, two = (b"".join(dump(open_for_reading(tmp_path / name))) for name in ("one.db", "two.db"))
    assert one == two
    assert one.count(b"\n") == 3


@pytest.mark.parametrize("verb", ["DELETE FROM {}", "UPDATE {} SET seq = 0"])
def test_evidence_cannot_be_changed_by_sql(tmp_path: Path, verb: str) -> None:
    fill(tmp_path / "s.db", TEXTS)
    with Writer(tmp_path / "s.db", "test") as writer:
        writer.judge(Judgement(who="ann", kind="confirm", record="report", target="x"))
        writer.retried([1])
        for table in ("log", *LOGGED):
            with pytest.raises(sqlite3.IntegrityError):
                writer.connection.execute(verb.format(table))


def test_an_untouched_store_verifies(tmp_path: Path) -> None:
    fill(tmp_path / "s.db", TEXTS)
    assert list(verify(tmp_path / "s.db")) == []


@pytest.mark.parametrize(
    ("tamper", "found"),
    [
        ("UPDATE text SET packed = zeroblob(9) WHERE id = 2", "its content is not what was written"),
        ("UPDATE version SET record = (SELECT packed FROM text WHERE id = 1) WHERE id = 1", "rows are not what was"),
        ("UPDATE run SET command = 'another'", "line 1 (run"),
        ("UPDATE input SET ref = 'b.txt' WHERE id = 1", "line 2 (stored"),
        ("DELETE FROM reading WHERE id = 1", "rows are not what was written"),
        ("UPDATE log SET digest = x'00' WHERE seq = 3", "line 3"),
        ("DELETE FROM log WHERE seq = 2", "line 2 is missing"),
        ("DELETE FROM log WHERE seq = 4", "rows of line 4 are not in the log"),
        ("INSERT INTO source VALUES (NULL, 1, 'f00', 1, x'00')", "rows of line 1 are not in the log"),
        ("INSERT INTO judgement (seq, who, kind, record, target) VALUES (9, 'a', 'b', 'c', 'd')", "not in the log"),
        ("UPDATE report SET publisher = 'Another' WHERE id = 1", "report: expected"),
        ("UPDATE entity SET name = 'Nobody' WHERE id = 1", "entity: expected"),
        ("UPDATE event SET type = 'AID' WHERE id = 1", "event: expected"),
        ("INSERT INTO text_index (rowid, body) VALUES (9, 'planted')", "text_index"),
        ("INSERT INTO text_index (text_index, rowid, body) VALUES ('delete', 2, 'Rebels denied the attack.')", "text"),
        ("CREATE TABLE more (x)", "schema: more was added"),
        ("DROP INDEX event_by_type", "schema: event_by_type is missing"),
    ],
)
def test_tampering_is_found(tmp_path: Path, tamper: str, found: str) -> None:
    fill(tmp_path / "s.db", TEXTS)
    connection = sqlite3.connect(tmp_path / "s.db")
    triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(tamper)
    for _, sql in triggers:
        connection.execute(sql)
    connection.commit()
    problems = list(verify(tmp_path / "s.db"))
    assert any(found in problem for problem in problems), problems


def test_another_database_is_refused_untouched(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("CREATE TABLE mine (x)")
    other.commit()
    with pytest.raises(StoreError, match="not an onrecord store"):
        Writer(tmp_path / "other.db", "test")
    assert [row[0] for row in other.execute("SELECT name FROM sqlite_master")] == ["mine"]


def test_a_newer_store_is_refused(tmp_path: Path) -> None:
    fill(tmp_path / "s.db", TEXTS[:1])
    connection = sqlite3.connect(tmp_path / "s.db")
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    with pytest.raises(StoreError, match="newer onrecord"):
        open_for_reading(tmp_path / "s.db")


def test_no_store_and_no_database_are_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such store"):
        open_for_reading(tmp_path / "none.db")
    (tmp_path / "text.db").write_text("This is not a database, but a text that is long enough to be taken for one.")
    with pytest.raises(StoreError, match="not a database"):
        open_for_reading(tmp_path / "text.db")


def test_readers_read_while_a_writer_writes(tmp_path: Path) -> None:
    fill(tmp_path / "s.db", TEXTS[:1])
    reader = open_for_reading(tmp_path / "s.db")
    with Writer(tmp_path / "s.db", "test") as writer, writer.transaction("test"):
        assert reader.execute("SELECT count(*) FROM report").fetchone() == (1,)
    assert reader.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
