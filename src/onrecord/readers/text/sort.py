"""What each line of a plain text is: title, story, byline, caption, or furniture."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from onrecord.readers.date_lines import parse_date_line
from onrecord.readers.furniture import ends_sentence, furniture_reason, is_in, is_prose, normal
from onrecord.readers.labels import kind_by_words
from onrecord.readers.published import DATE_LINE
from onrecord.readers.repeats import find_repeats
from onrecord.readers.text.region import find_story, find_title

if TYPE_CHECKING:
    from onrecord.model.report import BlockKind
    from onrecord.readers.text.lines import Unit

Sorted: TypeAlias = "tuple[Unit, BlockKind | None, str]"
"""A unit, its kind (None where it is dropped) and the reason why it was dropped."""

SHORT_TAIL = 8
"""Words up to which a line after the last paragraph that is no sentence is no story."""
BULLETS = ("• ", "* ", "‣ ", "◦ ", "▪ ", "· ", "– ", "- ")


def sort_units(units: list[Unit], title: str | None = None) -> list[Sorted]:
    """Sort a text's units, in order; `title` is the title where it is known."""
    reasons = [furniture_reason(unit.text) for unit in units]
    for number, unit in enumerate(units):
        if reasons[number] is None and parse_date_line(unit.text):
            reasons[number] = DATE_LINE
    prose = [i for i, unit in enumerate(units) if reasons[i] is None and is_prose(unit.text)]
    if not prose:
        return [_plain(unit, reason) for unit, reason in zip(units, reasons, strict=True)]
    first, last = find_story(units, reasons, prose)
    head = find_title(units, reasons, prose, first) if title is None else None
    _drop_doubled_title(units, reasons, title or (units[head].text if head is not None else None), head)
    _drop_before(units, reasons, first if head is None else head)
    _drop_lists(units, reasons, prose)
    _drop_tail(units, reasons, last)
    kept = [i for i in range(len(units)) if reasons[i] is None]
    repeats = find_repeats([units[i].text for i in kept])
    repeated = {kept[number] for number in repeats}
    return [
        (unit, None, reason) if reason else (unit, "title" if i == head else _kind(unit, i < first, i in repeated), "")
        for i, (unit, reason) in enumerate(zip(units, reasons, strict=True))
    ]


def _plain(unit: Unit, reason: str | None) -> Sorted:
    """Sort a line of a text that holds no sentence, a bare headline perhaps: what is no furniture is a paragraph."""
    if reason:
        return (unit, None, reason)
    kind = _kind(unit, early=False, repeated=False)
    return (unit, "paragraph" if kind == "kicker" else kind, "")


def _drop_doubled_title(units: list[Unit], reasons: list[str | None], title: str | None, head: int | None) -> None:
    key = normal(title or "")
    if not key:
        return
    for i, unit in enumerate(units):
        if i != head and reasons[i] is None and _same_title(normal(unit.text), key):
            reasons[i] = "the title again"


def _same_title(line: str, title: str) -> bool:
    """Tell the title, alone or with the site's name after a bar or dash ("Title | Herald")."""
    if line == title:
        return True
    rest = line[len(title) :].strip() if line.startswith(title) and len(title.split()) > 2 else ""
    return rest.startswith(("|", "-", "–", "—", "::", "»")) and len(rest.split()) <= 7


def _drop_before(units: list[Unit], reasons: list[str | None], head: int) -> None:
    """Lines before a title, or before a story without one, are the page's menu; a single one is a kicker."""
    before = [i for i in range(head) if reasons[i] is None and kind_by_words(units[i].text) is None]
    for i in before if len(before) > 1 else []:
        reasons[i] = "before the title: menu"


def _drop_lists(units: list[Unit], reasons: list[str | None], prose: list[int]) -> None:
    """After a mark such as "Related stories" the headlines that follow are other pages', up to the next paragraph."""
    inside = False
    for i, unit in enumerate(units):
        if reasons[i] is not None:
            inside = inside or is_in("list_marks", normal(unit.text))
        elif is_prose(unit.text):
            inside = False
        elif inside and i > prose[0]:
            reasons[i] = "in a list of other pages"


def _drop_tail(units: list[Unit], reasons: list[str | None], last: int) -> None:
    """Drop what follows the story: readers' comments, other stories, short or several lines that are no sentence."""
    cut = _comment_mark(units, reasons)
    tail = {i for i in range(last + 1, len(units)) if reasons[i] is None and _is_loose(units[i].text)}
    apart = next((i for i in range(last + 1, len(units)) if reasons[i] is None and is_prose(units[i].text)), len(units))
    for i, unit in enumerate(units):
        if reasons[i] is None and cut is not None and i > cut:
            reasons[i] = "after the mark of readers' comments"
        elif i in tail and (len(tail) > 2 or len(unit.text.split()) <= SHORT_TAIL):
            reasons[i] = "after the end of the story"
        elif i >= apart and reasons[i] is None:
            reasons[i] = "after the end of the story, apart from it"


def _comment_mark(units: list[Unit], reasons: list[str | None]) -> int | None:
    """Find the line that heads the readers' comments; one with more prose after it than before heads something else."""
    marks = [i for i, unit in enumerate(units) if reasons[i] and is_in("comment_marks", normal(unit.text))]
    if not marks:
        return None
    prose = [i for i, unit in enumerate(units) if reasons[i] is None and is_prose(unit.text)]
    before = sum(i < marks[0] for i in prose)
    return marks[0] if 2 * before > len(prose) else None


def _is_loose(text: str) -> bool:
    """Tell a line that is no sentence, no label, no signature in brackets, no quote with speaker, no "Dead: 192"."""
    tally = text.rpartition(": ")[2].replace(",", "").isdigit()
    return not (tally or ends_sentence(text) or kind_by_words(text) or "\n" in text or text.startswith(("[", "(")))


def _kind(unit: Unit, early: bool, repeated: bool) -> BlockKind:  # noqa: FBT001 - two plain facts about the unit
    text = unit.text
    if "\n" in text:
        return "pull_quote"
    known = kind_by_words(text)
    if known is not None:
        return known
    if text.startswith(BULLETS):
        return "list_item"
    if repeated and not early:
        return "pull_quote"
    if is_prose(text) or ends_sentence(text):
        return "paragraph"
    return "kicker" if len(text.split()) <= 20 else "paragraph"
