"""Lists by filters, search that no query can break, ids that open their words."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING

import msgspec
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from tests.reports import report_of

import onrecord
from onrecord.cli.program import program
from onrecord.errors import OptionError
from onrecord.exports.listing import FORMATS, write_rows
from onrecord.exports.listing.cells import standing_words
from onrecord.jobs.standing import Keeper
from onrecord.model import Source
from onrecord.stages.pipeline import read_report
from onrecord.store.connection import open_for_writing
from onrecord.store.parts import Delivery, digest_of
from onrecord.store.search import query_of
from onrecord.store.writer import Writer

if TYPE_CHECKING:
    from pathlib import Path

PAPERS = {
    "Amal Gazette": "Rebels attacked the harbour of Mosul on Monday, police said. Twelve people were killed.",
    "Second Post": "Russia said on Tuesday that it would withdraw its troops from Syria. =SUM(1) | stood there.",
    "Third Echo": "Police arrested two men in Paris on Monday. An unnamed official said more arrests would follow.",
}
LISTS = ("ledger", "events", "incidents", "figures", "sources", "stories", "timeline")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("views") / "s.db"
    with Writer(path, "test", clock=lambda: "2026-01-06T00:00:00Z") as writer:
        for number, (publisher, text) in enumerate(PAPERS.items(), start=6):
            digest = digest_of(text.encode())
            report = msgspec.structs.replace(
                report_of(text, f"2026-01-0{number}"), id=f"sha256:{digest}", text_id=f"sha256:{digest}",
                publisher=publisher, title=text[:30], source=Source(ref=publisher, media_type="", sha256=digest),
            )  # fmt: skip
            writer.store(Delivery(report, read_report(report), text.encode(), "pipeline-1"))
        Keeper(writer.connection).catch_up()
    return str(path)


@pytest.mark.parametrize("name", LISTS)
def test_every_list_takes_every_filter_and_format(name: str, store: str) -> None:
    run = CliRunner()
    filters = [
        "--actor", "Police", "--place", "mosul", "--near", "36.3,43.1,100", "--type", "assault", "--from", "2020",
        "--to", "2026-12", "--reported-from", "2026-01-01", "--reported-to", "2026", "--certainty", "certain",
        "--source-kind", "official", "--anonymous", "--least-sources", "1", "--limit", "5", "--offset", "1",
    ]  # fmt: skip
    result = run.invoke(program, [name, "--store", store, *filters], catch_exceptions=False)
    assert result.exit_code == 0
    for form in ("jsonl", "csv", "md", "table"):
        assert run.invoke(program, [name, "--store", store, "--format", form]).exit_code == 0


def test_filters_choose(store: str) -> None:
    with onrecord.open(store) as opened:
        assert {row.publisher for row in opened.events(place="IQ")} == {"Amal Gazette"}
        assert {row.publisher for row in opened.events(near=(36.34, 43.13, 50))} == {"Amal Gazette"}
        assert opened.events(near=(-36.0, 43.13, 50)) == []
        assert {row.publisher for row in opened.events(reported_since="2026-01-08")} == {"Third Echo"}
        assert all(row.type == "COERCE" for row in opened.events(type="coerce"))
        assert opened.events(type="coerce")
        assert all(not row.named for row in opened.statements(named=False))
        assert len(opened.statements(limit=1)) == 1
        assert opened.incidents(least_sources=3) == []


def test_unknown_filters_and_values_are_said(store: str) -> None:
    with onrecord.open(store) as opened:
        for wrong in ({"colour": "red"}, {"since": "yesterday"}, {"certainty": "sure"}, {"limit": 0}):
            with pytest.raises(OptionError):
                opened.events(**wrong)


def test_every_id_of_a_list_opens(store: str) -> None:
    with onrecord.open(store) as opened:
        rows = [*opened.statements(), *opened.events(), *opened.figures(), *opened.incidents(), *opened.stories()]
        assert rows
        for row in rows:
            shown = opened.show(row.id)
            assert isinstance(shown, onrecord.Reading) or (getattr(shown, "id", None) or shown.row.id) == row.id
        with pytest.raises(OptionError):
            opened.show("nothing-at-all")
    run = CliRunner().invoke(program, ["show", rows[0].id, "--store", store])
    assert "⟦" in run.output
    assert json.loads(CliRunner().invoke(program, ["show", rows[0].id, "--store", store, "--format", "json"]).output)


def test_search_finds_and_leaves_out(store: str) -> None:
    with onrecord.open(store) as opened:
        assert [row.publisher for row in opened.search("harbour")] == ["Amal Gazette"]
        assert len(opened.search("police")) == 2
        assert [row.publisher for row in opened.search("police -harbour")] == ["Third Echo"]
        assert [row.publisher for row in opened.search('"two men"')] == ["Third Echo"]
        assert opened.search('"men two"') == []
        assert len(opened.search("harbour OR troops")) == 2
        assert len(opened.search("harb*")) == 1
        assert opened.search("... !!!") == []


@given(st.text(max_size=60) | st.text(alphabet='ab "*()-:^+{}ORNTAD', max_size=40))
def test_no_query_is_wrong(words: str) -> None:
    query = query_of(words)
    with closing(open_for_writing(":memory:")) as connection:
        asked = "SELECT rowid FROM text_index WHERE text_index MATCH ?"
        assert query is None or connection.execute(asked, (query,)).fetchall() == []


def test_changes_go_on_where_they_stopped(store: str) -> None:
    with onrecord.open(store) as opened:
        first = opened.changes(0, limit=2)
        rest = opened.changes(first[-1].seq)
        assert [row.kind for row in [*first, *rest]] == ["stored"] * 3
        assert opened.changes(rest[-1].seq) == []
        assert len(opened.changes("2026-01-06")) == 3
        assert opened.changes("2026-01-07") == []


def test_a_standing_reads_as_everywhere() -> None:
    assert standing_words(7, (3, 4), 1) == "7 · 3–4 · 1"
    assert standing_words(2, (1, 1), 0) == "2 · 1 · 0"


def test_empty_lists_say_so_in_words() -> None:
    assert b"Nothing on record fits" in write_rows([], "table")
    assert write_rows([], "jsonl") == b""
    assert {"table", "jsonl", "csv", "parquet", "md"} == set(FORMATS)


def test_no_store_is_said(tmp_path: Path) -> None:
    result = CliRunner().invoke(program, ["events", "--store", str(tmp_path / "none.db")])
    assert result.exit_code == 3
    assert "no such store" in result.output
