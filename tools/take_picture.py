"""`python -m tools.take_picture`: takes the README's picture, a bundled report as its page, with a real Chromium."""

from __future__ import annotations

import shutil
import sys
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

import onrecord
from onrecord.exports.page import write_html

PICTURE = Path("docs/images/page.png")
REPORT = "3-denial.html"
WIDTH, HEIGHT, SHARPNESS = 1280, 860, 1.5


def main() -> int:
    """Take the picture; 1 where there is no Chromium."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("No Chromium found. Install it (Debian: apt-get install chromium) and run this again.")
        return 1
    reading = onrecord.read(str(files("onrecord.demo").joinpath("reports", REPORT)))
    denied = next((event.id for event in reading.events if any(held.value == "CT-" for held in event.factuality)), "")
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as tool:
        page = Path(folder) / "page.html"
        page.write_text("".join(write_html([reading])), encoding="utf-8")
        browser = tool.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        shown = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=SHARPNESS)
        shown.goto(f"file://{page}#{denied}")
        shown.evaluate("document.fonts.ready.then(() => scrollTo(0, 0))")
        shown.wait_for_timeout(800)
        shown.screenshot(path=PICTURE)
        browser.close()
    print(f"wrote {PICTURE}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
