"""Fetching, against a real server on this machine; the guard's allowance for it is given explicitly."""

from __future__ import annotations

import gzip
import threading
import time
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from onrecord.errors import UnreadableError
from onrecord.fetch import Limits, fetch_page, is_public
from onrecord.options import Options
from onrecord.readers import Refused, read_source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PAGE = b"<html><head><title>Ferry sinks</title></head><body><h1>Ferry sinks</h1><p>A ferry sank off the coast on Monday, port officials said, and two sailors are missing.</p></body></html>"  # noqa: E501


class Site(BaseHTTPRequestHandler):
    robots = b""
    robots_status = 404
    asked: list[str] = []

    def do_GET(self) -> None:
        type(self).asked.append(self.path)
        routes: dict[str, Callable[[], None]] = {
            "/robots.txt": lambda: self.answer(self.robots_status, self.robots, "text/plain"),
            "/story": lambda: self.answer(200, PAGE, "text/html; charset=utf-8"),
            "/packed": lambda: self.answer(200, gzip.compress(PAGE), "text/html", ("Content-Encoding", "gzip")),
            "/bomb": lambda: self.answer(
                200, gzip.compress(b"a" * 5_000_000), "text/html", ("Content-Encoding", "gzip")
            ),
            "/strange": lambda: self.answer(200, PAGE, "text/html", ("Content-Encoding", "br")),
            "/moved": lambda: self.answer(302, b"", "text/html", ("Location", "/story")),
            "/loop": lambda: self.answer(302, b"", "text/html", ("Location", "/loop")),
            "/inward": lambda: self.answer(
                302, b"", "text/html", ("Location", "http://169.254.169.254/latest/meta-data/")
            ),
            "/file": lambda: self.answer(302, b"", "text/html", ("Location", "file:///etc/passwd")),
            "/large": lambda: self.answer(200, b"x" * 100_000, "text/html"),
            "/gone": lambda: self.answer(410, b"gone", "text/html"),
            "/film": lambda: self.answer(200, b"\x00\x00", "video/mp4"),
            "/drip": self.drip,
        }
        routes.get(self.path, lambda: self.answer(404, b"", "text/html"))()

    def answer(self, status: int, data: bytes, kind: str, *more: tuple[str, str]) -> None:
        self.send_response(status)
        for name, value in (("Content-Type", kind), ("Content-Length", str(len(data))), *more):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(600):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            pass

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture
def site() -> Iterator[str]:
    Site.robots, Site.robots_status, Site.asked = b"", 404, []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def here_only(address: str) -> bool:
    return address == "127.0.0.1"


def test_page_comes_with_a_capture_record(site: str) -> None:
    page = fetch_page(f"{site}/story", allow=here_only, now=lambda: datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC))
    assert page.data == PAGE
    assert (page.media_type, page.charset) == ("text/html", "utf-8")
    assert page.capture["at"] == "2024-05-06T07:08:09Z"
    assert page.capture["tool"].startswith("onrecord/")
    assert page.capture["content-type"] == "text/html; charset=utf-8"


def test_fetched_page_becomes_a_report(site: str) -> None:
    (report,) = read_source(f"{site}/story", Options(), fetch=lambda url: fetch_page(url, allow=here_only))
    assert not isinstance(report, Refused)
    assert report.url == f"{site}/story"
    assert report.title == "Ferry sinks"
    assert report.capture is not None
    assert report.capture["status"] == "200"


def test_address_without_permission_to_fetch_is_set_aside() -> None:
    (outcome,) = read_source("https://example.org/a", Options())
    assert isinstance(outcome, Refused)
    assert "fetching is not allowed" in outcome.reason


def test_redirect_is_followed_and_the_asked_address_kept(site: str) -> None:
    page = fetch_page(f"{site}/moved", allow=here_only)
    assert page.url == f"{site}/story"
    assert page.capture["asked"] == f"{site}/moved"


def test_packed_page_is_unpacked(site: str) -> None:
    assert fetch_page(f"{site}/packed", allow=here_only).data == PAGE


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/loop", "leads on more than"),
        ("/inward", "not on the public internet"),
        ("/file", "no http"),
        ("/large", "larger than"),
        ("/bomb", "larger than"),
        ("/strange", "packed as br"),
        ("/gone", "status 410"),
    ],
)
def test_what_cannot_be_fetched_says_why(site: str, path: str, words: str) -> None:
    with pytest.raises(UnreadableError, match=words):
        fetch_page(f"{site}{path}", allow=here_only, limits=Limits(size=50_000, redirects=3))


def test_server_that_drips_bytes_is_cut_off(site: str) -> None:
    with pytest.raises(UnreadableError, match="longer than"):
        fetch_page(f"{site}/drip", allow=here_only, limits=Limits(seconds=0.3, wait=5))


def test_film_is_set_aside(site: str) -> None:
    (outcome,) = read_source(f"{site}/film", Options(), fetch=lambda url: fetch_page(url, allow=here_only))
    assert isinstance(outcome, Refused)
    assert "video/mp4" in outcome.reason


def test_robots_are_respected(site: str) -> None:
    Site.robots, Site.robots_status = b"User-agent: *\nDisallow: /story\n", 200
    with pytest.raises(UnreadableError, match=r"robots\.txt"):
        fetch_page(f"{site}/story", allow=here_only)
    assert Site.asked == ["/robots.txt"]
    Site.robots = b"User-agent: onrecord\nAllow: /\n\nUser-agent: *\nDisallow: /\n"
    assert fetch_page(f"{site}/story", allow=here_only).data == PAGE


def test_failing_robots_server_means_no_fetch(site: str) -> None:
    Site.robots_status = 503
    with pytest.raises(UnreadableError, match="cannot be had"):
        fetch_page(f"{site}/story", allow=here_only)


def test_local_server_is_refused_by_default(site: str) -> None:
    with pytest.raises(UnreadableError, match="public internet"):
        fetch_page(f"{site}/story")
    assert Site.asked == []


@pytest.mark.parametrize(
    "url",
    [
        "https://user:word@example.org/",
        "ftp://example.org/",
        "http://",
        "http://[::1",
        "http://example.org:0/",
        "http://example.org:99999/",
    ],
)
def test_addresses_that_are_no_plain_web_addresses(url: str) -> None:
    with pytest.raises(UnreadableError):
        fetch_page(url, allow=here_only)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.0.1",
        "172.16.0.9",
        "169.254.169.254",
        "0.0.0.0",  # noqa: S104
        "100.64.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "198.18.0.1",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:7f00:1::",
        "fe80::1%eth0",
        "not an address",
    ],
)
def test_addresses_off_the_public_internet(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "1.1.1.1", "2606:4700:4700::1111"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)
