"""The page in a real browser; skipped where there is none."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace
from tests.exports.sample import hostile, sample

from onrecord.exports.page import write_html

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as tool:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        yield tool.chromium.launch(executable_path=CHROMIUM, args=arguments)


class Opened:
    """A page, with what it asked for and what it complained of."""

    def __init__(self, browser: Any, path: Path, address: str, **context: Any) -> None:
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **context}).new_page()
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        self.page.goto(f"file://{path}{address}")

    def lit(self, name: str = "lit") -> list[str]:
        words: list[str] = self.page.eval_on_selector_all(
            f".{name}", "all => all.map(one => one.firstChild.textContent)"
        )
        return words


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "page.html"
    file.write_text("".join(write_html([sample()])), encoding="utf-8")
    return file


def test_a_record_lights_its_words_and_the_words_open_their_record(browser: Any, path: Path) -> None:
    opened = Opened(browser, path, "")
    opened.page.click("#v1 .head")
    assert opened.lit() == ["shell", "shelled", "the attack"]
    assert "Port Amal" in opened.lit("lit-part")
    assert opened.page.url.endswith("#v1")
    opened.page.click("a.w:text-is('strike')")
    assert opened.page.url.endswith("#v2")
    assert "on" in opened.page.get_attribute("#v2", "class")
    assert opened.complaints == []
    assert [url for url in opened.requests if not url.startswith(("file:", "data:"))] == []


def test_words_of_several_records_open_them_in_turn(browser: Any, tmp_path: Path) -> None:
    reading = sample()
    strike = reading.events[1].trigger
    shared = replace(reading, statements=[*reading.statements, replace(reading.statements[2], id="s9", cue=strike)])
    file = tmp_path / "shared.html"
    file.write_text("".join(write_html([shared])), encoding="utf-8")
    opened = Opened(browser, file, "")
    seen = []
    for _ in range(3):
        opened.page.click("a.w[href='#v2']")
        seen.append(opened.page.url.rpartition("#")[2])
    assert seen == ["v2", "s9", "v2"]


def test_the_address_brings_back_the_state_and_back_goes_back(browser: Any, path: Path) -> None:
    opened = Opened(browser, path, "#v2;hide=figure,relation;theme=dark")
    assert opened.lit() == ["strike"]
    assert not opened.page.is_visible("#f1")
    assert opened.page.get_attribute("html", "data-theme") == "dark"
    opened.page.click("#s1 .head")
    opened.page.go_back()
    assert opened.lit() == ["strike"]


def test_keys_walk_hide_help_and_let_go(browser: Any, path: Path) -> None:
    opened = Opened(browser, path, "")
    opened.page.keyboard.press("j")
    first = opened.page.url
    opened.page.keyboard.press("j")
    assert opened.page.url != first
    opened.page.keyboard.press("k")
    assert opened.page.url == first
    opened.page.keyboard.press("Escape")
    assert opened.lit() == []
    opened.page.keyboard.press("3")
    assert not opened.page.is_visible("#f1")
    opened.page.keyboard.press("?")
    assert opened.page.is_visible("#keys")
    opened.page.keyboard.press("Escape")
    assert not opened.page.is_visible("#keys")


def test_on_a_narrow_screen_the_ledger_folds_under_the_paragraph(browser: Any, path: Path) -> None:
    opened = Opened(browser, path, "", viewport={"width": 400, "height": 800})
    assert not opened.page.is_visible("#s2")
    opened.page.click("section:has(#s2) .fold")
    assert opened.page.is_visible("#s2")
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 400


def test_without_script_a_deep_link_still_opens_its_record(browser: Any, path: Path) -> None:
    opened = Opened(browser, path, "#v1", java_script_enabled=False)
    assert opened.page.is_visible("#v1 .more")
    assert not opened.page.is_visible("#v2 .more")


def test_hostile_words_run_nothing(browser: Any, tmp_path: Path) -> None:
    file = tmp_path / "hostile.html"
    words = "</script><script>alert(1)</script><img src=http://x.example/a onerror=alert(2)>\"' onclick=alert(3) "
    file.write_text("".join(write_html([hostile(words)])), encoding="utf-8")
    opened = Opened(browser, file, "")
    opened.page.click("#v1 .head")
    assert opened.complaints == []
    assert [url for url in opened.requests if not url.startswith(("file:", "data:"))] == []
