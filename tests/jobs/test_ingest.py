"""Every input ends stored, a duplicate or set aside; any order, any number of jobs, any kill: the same evidence."""

from __future__ import annotations

import gzip
import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from warcio.warcwriter import WARCWriter

from onrecord.jobs.ingest import Ledger, ingest, rehearse, retry
from onrecord.model import Report
from onrecord.options import Options
from onrecord.readers import Refused, read_source
from onrecord.store.connection import open_for_reading
from onrecord.store.dump import dump
from onrecord.store.packing import unpack
from onrecord.store.quarantine import waiting
from onrecord.store.verify import verify

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

STORY = "Troops shelled {place} on Monday, the mayor of {place} said. He said that nine people were killed.\n"
PAGE = "<html><head><title>{place}</title></head><body><article><h1>{place} shelled</h1><p>{story}</p></article></body></html>"  # noqa: E501
PLACES = ("Brod", "Karst", "Lund", "Osijek", "Pula", "Riga")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inputs = tmp_path / "in"
    inputs.mkdir()
    for number, place in enumerate(PLACES):
        (inputs / f"{number}.txt").write_text(STORY.format(place=place), encoding="utf-8")
    (inputs / "empty.txt").write_bytes(b"")
    return inputs


def counts(found: Iterable[object]) -> tuple[int, int, int]:
    ledger = Ledger()
    for one in found:
        ledger.add(one)  # type: ignore[arg-type]
    return ledger.fates["stored"], ledger.fates["duplicate"], ledger.fates["set aside"]


def dumped(store: Path) -> bytes:
    return b"".join(dump(open_for_reading(store)))


def test_a_second_run_finds_everything_there(folder: Path, tmp_path: Path) -> None:
    store = str(tmp_path / "s.db")
    assert counts(rehearse([str(folder)], store, Options())) == (6, 0, 1)
    assert not (tmp_path / "s.db").exists()
    assert counts(ingest([str(folder)], store, Options())) == (6, 0, 1)
    assert counts(ingest([str(folder)], store, Options())) == (0, 6, 1)
    rows = open_for_reading(store).execute("SELECT sha256, packed FROM source WHERE size > 0").fetchall()
    assert len(rows) == 6
    assert all(hashlib.sha256(unpack(packed)).hexdigest() == sha256 for sha256, packed in rows)
    assert list(verify(store)) == []


def test_neither_order_nor_jobs_leave_a_trace(folder: Path, tmp_path: Path) -> None:
    files = [str(file) for file in sorted(folder.iterdir())]
    counts(ingest(files, str(tmp_path / "a.db"), Options()))
    counts(ingest(files[::-1], str(tmp_path / "b.db"), Options(), jobs=2))
    assert dumped(tmp_path / "a.db") == dumped(tmp_path / "b.db")


def test_what_was_set_aside_is_tried_again(folder: Path, tmp_path: Path) -> None:
    store = str(tmp_path / "s.db")
    counts(ingest([str(folder)], store, Options()))
    (folder / "empty.txt").write_text(STORY.format(place="Split"), encoding="utf-8")
    assert counts(retry([], store, Options())) == (1, 0, 0)
    assert list(waiting(open_for_reading(store))) == []
    assert list(verify(store)) == []


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize("seed", [1, 2])
def test_a_killed_run_is_continued(folder: Path, tmp_path: Path, seed: int) -> None:
    store = tmp_path / "s.db"
    command = [sys.executable, "-m", "onrecord", "ingest", str(folder), "--store", str(store), "--quiet"]
    running = subprocess.Popen(command, start_new_session=True)
    deadline = time.monotonic() + 60
    while not store.exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    time.sleep(random.Random(seed).uniform(0, 0.3))  # noqa: S311
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    counts(ingest([str(folder)], str(store), Options()))
    counts(ingest([str(folder)], str(tmp_path / "whole.db"), Options()))
    assert dumped(store) == dumped(tmp_path / "whole.db")
    assert list(verify(store)) == []


def archive(*, packed: bool) -> tuple[bytes, list[int]]:
    """Make a WARC of one page a place; give it and where each record begins."""
    out, starts = BytesIO(), []
    writer = WARCWriter(out, gzip=packed)
    for place in PLACES:
        starts.append(out.tell())
        page = PAGE.format(place=place, story=STORY.format(place=place).strip()).encode()
        record = writer.create_warc_record(
            f"https://news.example/{place}", "resource", payload=BytesIO(page), warc_content_type="text/html"
        )
        writer.write_record(record)
    return out.getvalue(), starts


def read(path: Path) -> tuple[set[str | None], list[Refused]]:
    found = list(read_source(str(path), Options()))
    reports = {one.url for one in found if isinstance(one, Report)}
    return reports, [one for one in found if isinstance(one, Refused)]


@pytest.mark.parametrize("packed", [True, False])
def test_no_record_of_a_mutated_archive_is_lost_without_a_word(tmp_path: Path, *, packed: bool) -> None:
    data, starts = archive(packed=packed)
    path = tmp_path / ("a.warc.gz" if packed else "a.warc")
    chance = random.Random(7)  # noqa: S311
    urls = [f"https://news.example/{place}" for place in PLACES]
    for number in range(60):
        at = chance.randrange(1, len(data))
        hit = max(index for index, start in enumerate(starts) if start <= at)
        cut = number % 3 == 0
        mutated = data[:at] if cut else data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]
        path.write_bytes(mutated)
        reports, refused = read(path)
        spared = urls[:hit] if cut else urls[:hit] + urls[hit + 1 :]
        assert set(spared) <= reports, (number, at, cut)
        whole_by_luck = cut and at in starts
        assert whole_by_luck or refused or len(reports) == len(PLACES), (number, at, cut)


def test_a_gzip_bomb_and_a_long_claim_are_said(tmp_path: Path) -> None:
    data, starts = archive(packed=True)
    bomb = gzip.compress(bytes(140 * 2**20))
    (tmp_path / "b.warc.gz").write_bytes(data[: starts[3]] + bomb + data[starts[3] :])
    reports, refused = read(tmp_path / "b.warc.gz")
    assert len(reports) == len(PLACES)
    assert "unpacks to more than" in refused[0].reason


def test_a_feed_gives_full_text_or_says_that_it_does_not(tmp_path: Path) -> None:
    story = STORY.format(place="Brod").strip()
    (tmp_path / "f.rss").write_text(
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Post</title>'
        f"<item><title>A</title><link>https://p.example/1</link><content:encoded><![CDATA[<p>{story}</p>]]>"
        "</content:encoded><pubDate>Mon, 06 May 2024 10:00:00 GMT</pubDate></item>"
        f"<item><title>B</title><description>{story}</description></item><item><title>C</title></item></channel></rss>",
        encoding="utf-8",
    )
    whole, brief, empty = read_source(str(tmp_path / "f.rss"), Options())
    assert isinstance(whole, Report)
    assert isinstance(brief, Report)
    assert isinstance(empty, Refused)
    assert (whole.publisher, whole.url, whole.published.value) == ("The Post", "https://p.example/1", "2024-05-06")
    assert not whole.problems
    assert "summary" in brief.problems[0].message
