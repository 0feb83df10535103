"""`python -m tools.check_docs`: every stage, reader and export has its page, and no link leads nowhere."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from onrecord.exports import EXPORTS
from onrecord.readers import READERS
from onrecord.stages.pipeline import STAGES

DOCS = Path("docs")
LINK = re.compile(r"\]\(([^)#\s]{1,300})(?:#[^)\s]{0,200})?\)")
PAGE_OF_STAGE = {
    "syntax": "syntax", "quotations": "statements", "attributions": "statements", "statements": "statements",
    "toponyms": "places", "places": "places", "mentions": "entities", "entities": "entities",
    "time_expressions": "times", "published": "times", "times": "times", "numbers": "figures", "figures": "figures",
    "triggers": "events", "happenings": "events", "events": "factuality", "relations": "relations",
}  # fmt: skip
"""Which page explains which stage."""


def main() -> int:
    """Print what is wrong; 1 if anything is."""
    problems = [*_stages(), *_named("readers.md", READERS), *_named("output.md", EXPORTS), *_links()]
    for problem in problems:
        print(problem)
    return 1 if problems else 0


def _stages() -> list[str]:
    found = []
    for stage in STAGES:
        page = DOCS / f"{PAGE_OF_STAGE.get(stage.gives, stage.gives)}.md"
        if not page.exists():
            found.append(f"stage {stage.gives!r} has no page {page}")
    return found


def _named(page: str, entries: tuple[object, ...]) -> list[str]:
    text = (DOCS / page).read_text(encoding="utf-8")
    names = [str(getattr(entry, "name", entry)) for entry in entries]
    return [f"docs/{page} does not speak of {name!r}" for name in names if f"`{name}`" not in text]


def _links() -> list[str]:
    return [
        f"{page}: link to {target}, which is not there"
        for page in [*Path().glob("*.md"), *DOCS.rglob("*.md")]
        for target in LINK.findall(page.read_text(encoding="utf-8"))
        if "://" not in target and not target.startswith("mailto:") and not (page.parent / target).exists()
    ]


if __name__ == "__main__":
    sys.exit(main())
