"""Plain text to a page: furniture to `dropped`, the title once, every other line a block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.errors import UnreadableError
from onrecord.model import Dropped, Problem
from onrecord.readers.charset import decode
from onrecord.readers.compose import MAX_TEXT, SPLIT_IT, MediaFound, Page, Part
from onrecord.readers.furniture import PICTURE, normal
from onrecord.readers.published import published_in_text
from onrecord.readers.text.lines import find_units
from onrecord.readers.text.sort import sort_units

if TYPE_CHECKING:
    from onrecord.options import Options
    from onrecord.readers.intake import Intake

LONGEST_SOURCE = 2 * MAX_TEXT


def read_text(data: bytes, intake: Intake, options: Options) -> Page:
    """Read one plain text. Raises UnreadableError for bytes that are no text."""
    source, note = decode(data, intake.ref, intake.charset)
    if len(source) > LONGEST_SOURCE:
        found = f"holds {len(source):,} characters, more than the {LONGEST_SOURCE:,} of one report with its furniture"
        raise UnreadableError(intake.ref, found, SPLIT_IT)
    page = parts_of_text(source)
    if note:
        page.problems.append(Problem(stage="reader:text", message=note))
    page.published = published_in_text(page.dropped, _head(page), options, intake.url)
    return page


def _head(page: Page) -> list[str]:
    """Give the lines between title and first paragraph."""
    first = next((i for i, part in enumerate(page.parts) if part.kind == "paragraph"), 0)
    return [part.text for part in page.parts[:first] if part.kind in {"byline", "kicker", "note"}]


def parts_of_text(source: str, title: str | None = None) -> Page:
    """Sort the lines of a text. `title`, where it is known from elsewhere, goes first and is not repeated."""
    units = find_units(source)
    page, pictures = Page(parts=[]), list[str]()
    if title and normal(title):
        page.title = " ".join(title.split())
        page.parts.append(Part("title", page.title))
    for unit, kind, reason in sort_units(units, page.title):
        if kind is None:
            page.dropped.append(Dropped(text=unit.text, reason=reason, place=unit.place))
            if reason == PICTURE and unit.text not in pictures:
                pictures.append(unit.text)
            continue
        if kind == "title":
            page.title = unit.text
        page.parts.append(Part(kind, unit.text, unit.place))
    page.media = [MediaFound("image", name) for name in pictures]
    return page
