"""The rooms in a real browser; skipped where there is none. Any request off loopback fails a test."""

from __future__ import annotations

import json
import shutil
import urllib.parse
import urllib.request
from typing import TYPE_CHECKING, Any

import pytest
from tests.web.payloads import PAYLOADS

from onrecord.store.connection import open_for_reading
from onrecord.store.judgement import standing_judgements

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
LISTS = ("statements", "events", "figures", "incidents", "stories", "sources", "timeline")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as tool:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        yield tool.chromium.launch(executable_path=CHROMIUM, args=arguments)


class Visit:
    """A page of the room, with what it asked for elsewhere and what it complained of."""

    def __init__(self, browser: Any, base: str, **context: Any) -> None:
        self.base = base
        self.complaints: list[str] = []
        self.page = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **context}).new_page()
        self.page.on("request", lambda request: self._seen(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.complaints.append(dialog.message), dialog.dismiss()))

    def _seen(self, url: str) -> None:
        if not url.startswith((self.base, "data:")):
            self.complaints.append(f"asked for {url}")

    def go(self, path: str) -> Any:
        answer = self.page.goto(self.base + path)
        assert answer is None or answer.ok, path
        return self.page


def rows(base: str, name: str) -> list[dict[str, Any]]:
    with urllib.request.urlopen(f"{base}/api/{name}") as answer:  # noqa: S310 - our own room
        found: list[dict[str, Any]] = json.load(answer)["rows"]
    return found


def addresses(base: str) -> list[str]:
    first = {name: rows(base, name)[0]["id"] for name in ("reports", "incidents", "stories")}
    lists = [f"/ledger/{name}" for name in LISTS]
    return [
        "/", *lists, f"/report/{first['reports']}", f"/incident/{first['incidents']}", f"/story/{first['stories']}",
        "/review", "/judgements", "/intake", "/search?q=ferry",
    ]  # fmt: skip


@pytest.mark.parametrize("width", [1280, 820, 390])
def test_every_page_is_whole_at_every_width(
    browser: Any, served: Callable[[Path], str], store: Path, width: int
) -> None:
    base = served(store)
    visit = Visit(browser, base, viewport={"width": width, "height": 800})
    for address in addresses(base):
        page = visit.go(address)
        assert page.is_visible("h1"), address
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        families = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert families == "rgb(251, 249, 244)", address
    assert visit.complaints == []


def test_every_page_works_without_script(browser: Any, served: Callable[[Path], str], store: Path) -> None:
    base = served(store)
    visit = Visit(browser, base, java_script_enabled=False)
    page = visit.go("/ledger/events")
    page.click(".open >> nth=0")
    assert page.is_visible(".entry:target .more")
    page = visit.go("/review")
    page.click("button[value=confirm]")
    assert page.is_visible("text=Judged last")
    assert visit.complaints == []


def test_a_row_is_reached_by_keys_and_opens_its_words(browser: Any, served: Callable[[Path], str], store: Path) -> None:
    visit = Visit(browser, served(store))
    page = visit.go("/ledger/events")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_selector(".entry.on")
    assert page.locator(".lit").count() >= 1
    page.go_back()
    page.keyboard.press("?")
    assert page.is_visible("#keys")
    assert visit.complaints == []


def test_review_by_keyboard_alone(browser: Any, served: Callable[[Path], str], store: Path) -> None:
    visit = Visit(browser, served(store))
    page = visit.go("/review")
    for key in ("a", "r", "n", "a", "u"):
        before = page.url, page.content()
        page.keyboard.press(key)
        page.wait_for_function(
            "words => document.documentElement.outerHTML.length && document.readyState == 'complete'", arg=""
        )
        page.wait_for_timeout(250)
        assert (page.url, page.content()) != before, key
        assert page.locator(".judged .lit, .judged .lit-content").count() >= 1, key
    page.keyboard.press("m")
    page.keyboard.type("read it again")
    page.keyboard.press("Enter")
    with page.expect_navigation():
        page.keyboard.press("a")
    held = [(one.judgement.kind, one.judgement.note) for one in standing_judgements(open_for_reading(store))]
    assert held == [("confirm", None), ("reject", None), ("confirm", "read it again")]
    assert visit.complaints == []


def test_two_coders_lose_nothing(browser: Any, served: Callable[[Path], str], store: Path) -> None:
    base = served(store)
    one, two = Visit(browser, base), Visit(browser, base)
    one.go("/review?who=anna")
    two.go("/review?who=ben")
    for _ in range(3):
        for visit in (one, two):
            with visit.page.expect_navigation():
                visit.page.keyboard.press("a")
    who = [held.judgement.who for held in standing_judgements(open_for_reading(store))]
    assert sorted(who) == ["anna"] * 3 + ["ben"] * 3


def test_hostile_words_run_nothing(
    browser: Any, served: Callable[[Path], str], hostile_store: Callable[[list[str]], Path]
) -> None:
    base = served(hostile_store(PAYLOADS))
    visit = Visit(browser, base)
    visit.page.add_init_script("window.hit = new Proxy({}, {get() { console.log('it ran'); }})")
    for row in rows(base, "reports?limit=200"):
        visit.go(f"/report/{row['id']}#v1")
    for name in LISTS:
        visit.go(f"/ledger/{name}?limit=200")
    for row in rows(base, "incidents")[:3]:
        visit.go(f"/incident/{row['id']}")
    for row in rows(base, "stories")[:2]:
        visit.go(f"/story/{row['id']}")
    for payload in PAYLOADS[:12]:
        visit.page.goto(f"{base}/search?{urllib.parse.urlencode({'q': payload})}")
        visit.page.goto(f"{base}/review?{urllib.parse.urlencode({'who': payload[:80]})}")
        visit.page.fill(".note input", payload)
        visit.page.click("button[value=reject]")
    visit.go("/judgements")
    assert visit.complaints == []
