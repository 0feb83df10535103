"""A store with the bundled reports, and a room that serves it."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from importlib.resources import files
from typing import TYPE_CHECKING

import msgspec
import pytest
import uvicorn
from starlette.testclient import TestClient
from tests.exports.sample import hostile

from onrecord import read
from onrecord.jobs.standing import Keeper
from onrecord.store.parts import Delivery, digest_of
from onrecord.store.writer import Writer
from onrecord.web.app import make_app

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from onrecord.model import Reading

DEMO = ("1-wire-brief.txt", "3-denial.html", "6-wire-morning.html", "7-wire-evening.html")
PORT = 8765


def put(path: Path, readings: list[Reading]) -> Path:
    """Store readings as if they had been read of bytes that hold their own id."""
    with Writer(path, "test", "test") as writer:
        for reading in readings:
            data = reading.report.id.encode()
            source = msgspec.structs.replace(reading.report.source, sha256=digest_of(data))
            report = msgspec.structs.replace(reading.report, source=source)
            writer.store(Delivery(report, msgspec.structs.replace(reading, report=report), data, "test"))
        Keeper(writer.connection).catch_up()
    return path


@pytest.fixture(scope="session")
def demo_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = files("onrecord").joinpath("demo", "reports")
    readings = [read(str(folder.joinpath(name))) for name in DEMO]
    return put(tmp_path_factory.mktemp("web") / "demo.db", readings)


@pytest.fixture
def store(demo_store: Path, tmp_path: Path) -> Path:
    return shutil.copy(demo_store, tmp_path / "store.db")


@pytest.fixture
def client(store: Path) -> Iterator[TestClient]:
    app = make_app(str(store), host="127.0.0.1", port=PORT, who="anna")
    with TestClient(app, base_url=f"http://127.0.0.1:{PORT}", follow_redirects=False) as made:
        yield made


@pytest.fixture
def served() -> Iterator[Callable[[Path], str]]:
    """Serve stores on free ports of loopback for real."""
    running: list[tuple[uvicorn.Server, threading.Thread]] = []

    def serve(path: Path) -> str:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        app = make_app(str(path), host="127.0.0.1", port=port, who="anna")
        server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error"))
        thread = threading.Thread(target=server.run)
        thread.start()
        running.append((server, thread))
        while not server.started and thread.is_alive():
            time.sleep(0.02)
        return f"http://127.0.0.1:{port}"

    yield serve
    for server, thread in running:
        server.should_exit = True
        thread.join()


@pytest.fixture
def hostile_store(tmp_path: Path) -> Callable[[list[str]], Path]:
    """Make a store whose reports hold the given words in every field that shows text."""

    def make(payloads: list[str]) -> Path:
        return put(tmp_path / "hostile.db", [_numbered(hostile(words), i) for i, words in enumerate(payloads)])

    return make


def _numbered(reading: Reading, number: int) -> Reading:
    name = f"sha256:{number:064x}"
    # a date is no free field: readers give ISO dates or none
    published = msgspec.structs.replace(reading.report.published, earliest="2024-05-12", latest="2024-05-12")
    report = msgspec.structs.replace(reading.report, id=name, text_id=name, published=published)
    return msgspec.structs.replace(reading, report=report)
