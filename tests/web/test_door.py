"""Who is let in, and what a browser may do with the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from onrecord.web.app import make_app
from onrecord.web.guard import LARGEST
from onrecord.web.hosts import is_known, is_loopback

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TOKEN = "a token of some length"  # noqa: S105 - made up here


@pytest.fixture
def guarded(store: Path) -> Iterator[TestClient]:
    app = make_app(str(store), host="192.0.2.1", port=8765, token=TOKEN)
    with TestClient(app, base_url="http://192.0.2.1:8765", follow_redirects=False) as made:
        yield made


@pytest.mark.parametrize("host", ["evil.example:8765", "evil.example", "127.0.0.1", "127.0.0.1:80", "localhost:8766", "127.0.0.1.evil.example:8765", "", "192.0.2.1:8765"])  # fmt: skip  # noqa: E501
def test_a_strange_host_name_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "[::1]:8765", "LOCALHOST:8765"])
def test_loopback_names_are_known(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1:8765", "http://127.0.0.1:9999"])
@pytest.mark.parametrize("path", ["/review", "/intake", "/api/events"])
def test_other_origins_are_refused(client: TestClient, origin: str, path: str) -> None:
    assert client.post(path, headers={"origin": origin}, data={"deed": "undo"}).status_code == 403


def test_a_cross_site_form_is_refused_even_without_an_origin(client: TestClient) -> None:
    assert client.post("/review", headers={"sec-fetch-site": "cross-site"}, data={"deed": "undo"}).status_code == 403


def test_without_the_token_nothing_is_shown(guarded: TestClient) -> None:
    assert guarded.get("/").headers["location"] == "/token"
    assert guarded.get("/api/events").status_code == 401
    assert guarded.get("/api/events", headers={"authorization": "Bearer wrong"}).status_code == 401
    assert guarded.get("/", headers={"cookie": f"onrecord={TOKEN}"}).status_code == 303
    assert guarded.get("/", headers={"cookie": "onrecord=\xe9; \x00".encode("latin-1")}).status_code == 303


def test_the_token_opens_the_room_by_header_and_by_form(guarded: TestClient) -> None:
    assert guarded.get("/api/events", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
    assert guarded.post("/token", data={"token": "wrong"}).status_code == 401
    answer = guarded.post("/token", data={"token": TOKEN})
    assert answer.status_code == 303
    assert {"HttpOnly", "SameSite=strict"} <= set(answer.headers["set-cookie"].split("; "))
    assert TOKEN not in answer.headers["set-cookie"]
    assert guarded.get("/").status_code == 200


def test_tokens_cannot_be_tried_fast(guarded: TestClient) -> None:
    assert [guarded.post("/token", data={"token": "x"}).status_code for _ in range(8)][-1] == 429


def test_too_large_a_request_is_refused_said_or_not(client: TestClient) -> None:
    assert client.post("/intake", headers={"content-length": str(LARGEST + 1)}).status_code == 413
    assert client.post("/intake", headers={"content-length": "-1"}).status_code == 413
    pieces = (b"x" * 1_000_000 for _ in range(LARGEST // 1_000_000 + 2))
    form = {"content-type": "application/x-www-form-urlencoded"}
    assert client.post("/intake", content=pieces, headers=form).status_code == 413


@pytest.mark.parametrize("path", ["/", "/ledger/events", "/nope", "/assets/room.js", "/api/events", "/review"])
def test_every_answer_carries_a_strict_policy(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "path",
    ["/assets/../app.py", "/assets/%2e%2e/app.py", "/assets/..%2f..%2fapp.py", "/assets//etc/passwd",
     "/assets/page.html", "/assets/%2fetc%2fpasswd", "/export/../events.csv", "/export/events.exe",
     "/ledger/sqlite_master", "/api/log",
     "/report/..%2f..%2fetc", "/report/' OR 1=1 --", "/incident/i%00"],
)  # fmt: skip
def test_nothing_else_can_be_reached(client: TestClient, path: str) -> None:
    assert client.get(path).status_code in {400, 404}


@pytest.mark.parametrize("query", ["limit=0", "limit=201", "limit=x", "offset=-1", "offset=100001", "nonsense=1", "certainty=maybe", "since=soon", f"actor={'x' * 201}", "near=1,2"])  # fmt: skip  # noqa: E501
def test_what_cannot_be_asked_is_said(client: TestClient, query: str) -> None:
    assert client.get(f"/api/events?{query}").status_code == 400


def test_addresses_of_strangers_and_of_this_machine() -> None:
    assert [is_loopback(host) for host in ("127.0.0.1", "::1", "localhost", "0.0.0.0", "example.org")] == [True, True, True, False, False]  # fmt: skip  # noqa: E501, S104
    assert is_known("10.1.2.3:8765", "0.0.0.0", 8765)  # noqa: S104
    assert not is_known("rebound.example:8765", "0.0.0.0", 8765)  # noqa: S104
