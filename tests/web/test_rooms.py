"""The pages and their data, without a browser."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from onrecord.cli.program import program
from onrecord.store.connection import open_for_reading
from onrecord.store.judgement import standing_judgements
from onrecord.web.app import make_app

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.testclient import TestClient

LISTS = ("statements", "events", "figures", "incidents", "stories", "sources", "timeline")


def rows(client: TestClient, path: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(path).json()["rows"]
    return found


def settled(client: TestClient) -> list[dict[str, Any]]:
    for _ in range(600):
        told = rows(client, "/api/intake")
        if all(one["state"] not in {"waiting", "reading"} for one in told):
            return told
        time.sleep(0.1)
    return pytest.fail("the reading does not end")


@pytest.mark.parametrize("of", LISTS)
def test_every_list_is_a_page_and_json_and_a_file(client: TestClient, of: str) -> None:
    found = rows(client, f"/api/{of}")
    assert found
    assert client.get(f"/ledger/{of}").status_code == 200
    assert len(client.get(f"/export/{of}.jsonl").text.splitlines()) >= len(found)
    assert client.get(f"/export/{of}.csv").text.splitlines()[0].startswith("id,")


def test_every_record_of_a_list_leads_to_its_words(client: TestClient) -> None:
    for of in ("statements", "events", "figures"):
        for row in rows(client, f"/api/{of}")[:5]:
            address = client.get(f"/record/{row['id']}").headers["location"]
            page, _, short = address.partition("#")
            assert f'id="{short}"' in client.get(page).text


def test_incident_and_story_show_who_stands_behind_them(client: TestClient) -> None:
    for row in rows(client, "/api/incidents"):
        shown = client.get(f"/api/incident/{row['id']}").json()
        page = client.get(f"/incident/{row['id']}").text
        assert all(f"/record/{voice['record']}" in page for voice in shown["voices"])
    for row in rows(client, "/api/stories"):
        assert client.get(f"/story/{row['id']}").status_code == 200


def test_pages_turn_without_loss(client: TestClient) -> None:
    every = [row["id"] for row in rows(client, "/api/events?limit=200")]
    paged = [row["id"] for at in range(0, len(every), 3) for row in rows(client, f"/api/events?limit=3&offset={at}")]
    assert paged == every


def test_filters_filter(client: TestClient) -> None:
    kinds = {row["source_kind"] for row in rows(client, "/api/statements?source_kind=official")}
    assert kinds == {"official"}
    assert rows(client, "/api/statements?named=false") != rows(client, "/api/statements?named=true")


def test_the_api_is_described_and_keeps_to_it(client: TestClient) -> None:
    described = client.get("/api/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    for path in described["paths"]:
        if "{" not in path:
            assert client.get(path).status_code == 200, path
    names = set(described["components"]["schemas"])
    assert {"EventRow", "Reading", "IncidentShown"} <= names


def test_a_judgement_is_in_the_store_at_once_and_can_be_taken_back(client: TestClient, store: Path) -> None:
    item = client.get("/api/review").json()
    sent = {"deed": "reject", "report": item["report"], "key": item["key"], "note": "not what it says"}
    assert client.post("/review", data=sent).status_code == 303
    (held,) = standing_judgements(open_for_reading(store))
    j = held.judgement
    assert (j.who, j.kind, j.target, j.note) == ("anna", "reject", item["key"], "not what it says")
    assert j.quote
    assert client.get("/api/review").json()["key"] != item["key"]
    assert client.get("/api/review?who=ben").json()["key"] == item["key"]
    client.post("/review", data={"deed": "undo"})
    assert not list(standing_judgements(open_for_reading(store)))
    assert client.get("/api/review").json()["key"] == item["key"]


def test_the_queue_begins_with_the_least_sure_and_visits_every_record_once(client: TestClient) -> None:
    seen, after, scores = [], "", []
    while item := client.get("/api/review", params={"after": after}).json():
        seen.append((item["kind"], item["key"]))
        scores.append(abs(item["entry"]["score"] - 0.5))
        after = item["cursor"]
    assert len(seen) == len(set(seen)) > 20
    assert scores == sorted(scores)


@pytest.mark.parametrize("sent", [{"deed": "burn"}, {"deed": "confirm", "report": "sha256:0", "key": "x"}, {}])
def test_what_cannot_be_judged_is_refused(client: TestClient, sent: dict[str, str]) -> None:
    assert client.post("/review", data=sent).status_code in {400, 409}


def test_a_pasted_text_and_a_dropped_file_are_read_into_an_empty_store(tmp_path: Path) -> None:
    from starlette.testclient import TestClient  # noqa: PLC0415 - a client of its own

    app = make_app(str(tmp_path / "new.db"), host="127.0.0.1", port=8765)
    with TestClient(app, base_url="http://127.0.0.1:8765") as client:
        assert "Nothing is on record yet" in client.get("/").text
        text = "Minister Lena Vogt said on Monday that troops had shelled the village of Aral, killing two farmers."
        page = f"<html><body><article><h1>Quake</h1><p>{text.replace('Monday', 'Friday')}</p></article></body></html>"
        client.post("/intake", data={"text": text})
        client.post("/intake", files={"files": ("../../etc/page.html", page.encode(), "text/html")})
        told = settled(client)
        assert [(one["name"], one["state"]) for one in told] == [("page.html", "stored"), (text[: text.index(" that")] + " that troops", "stored")]  # fmt: skip  # noqa: E501
        assert len(rows(client, "/api/reports")) == 2
        assert any(row["source"] == "Lena Vogt" for row in rows(client, "/api/statements"))
        client.post("/intake", data={"text": text})
        assert settled(client)[0]["state"] == "duplicate"


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/", "http://localhost/x", "http://169.254.169.254/latest", "http://[::1]/", "http://10.0.0.1/", "http://2130706433/", "http://user:pass@127.0.0.1/"])  # fmt: skip  # noqa: E501
def test_a_pasted_address_of_the_inside_is_not_opened(client: TestClient, url: str) -> None:
    client.post("/intake", data={"text": url})
    (told,) = settled(client)
    assert told["state"] == "refused"
    assert len(rows(client, "/api/reports")) == 4


def test_a_room_that_is_only_read_in_needs_no_language_engine() -> None:
    script = "import sys, onrecord.web.app; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_nothing_given_is_said(client: TestClient) -> None:
    assert client.post("/intake", data={"text": "  "}).status_code == 400


def test_another_address_than_loopback_needs_a_token(tmp_path: Path) -> None:
    asked = ["serve", "--store", str(tmp_path / "s.db"), "--host", "0.0.0.0"]  # noqa: S104
    refused = CliRunner().invoke(program, asked)
    assert "--token" in str(refused.output) + str(refused.exception)
    short = CliRunner().invoke(program, [*asked, "--token", "short"])
    assert "16 characters" in str(short.output) + str(short.exception)
    assert not (tmp_path / "s.db").exists()
