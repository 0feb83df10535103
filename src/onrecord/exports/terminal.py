"""A report for reading on a terminal: words and symbols carry everything, colour only helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.exports.amounts import figure_words
from onrecord.exports.dates import published_words
from onrecord.exports.happening import Happening, put_in_words
from onrecord.exports.inert import inert
from onrecord.exports.view import Commitment, SourceTag, View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.model import Figure, Reading, Relation, Statement

HUE = {"statement": "cyan", "event": "yellow", "figure": "magenta", "relation": "green"}
ID_WIDTH = 4
SYMBOLS = "→↗◷≈≥≤–—…·○●“”’‘━╍┈╳"
STAND_INS = [">", "^", "@", "~", ">=", "<=", "-", "-", "...", ".", "o", "*", '"', '"', "'", "'", "=", "-", ".", "X"]
ASCII = dict(zip(map(ord, SYMBOLS), STAND_INS, strict=True))
"""For terminals that cannot show more: each symbol's stand-in."""
NOTHING = "Nothing in this text was put on record."
LEGEND = "━━━ certain  ╍╍╍ probable  ┈┈┈ possible   ·  not committed  ╳ not so  ○ unnamed  ↗ ahead"


def write_text(readings: Iterable[Reading]) -> Iterator[str]:
    """Write readings as plain text of 100 columns, for pipes and files."""
    for number, reading in enumerate(readings):
        console = Console(width=100, color_system=None, force_terminal=False, record=False, legacy_windows=False)
        with console.capture() as captured:
            console.print(show(reading))
        yield ("\n" if number else "") + "\n".join(line.rstrip() for line in captured.get().splitlines()) + "\n"


def show(reading: Reading) -> RenderableType:
    """Set a reading for a terminal of any width."""
    view = View(inert(reading))
    parts: list[RenderableType] = [_head(view)]
    parts += _section("Statements", [_statement(one, view) for one in view.reading.statements])
    parts += _section("Events", [_event(put_in_words(one, view)) for one in view.reading.events])
    parts += _section("Figures", [_figure(one, view) for one in view.reading.figures])
    parts += _section("Relations", [_relation(one, view) for one in view.reading.relations])
    parts += _section("Not done", [_row("!", "red", Text(f"{p.stage}: {p.message}")) for p in view.report.problems])
    parts.append(Text("\n" + (LEGEND if reading.events else "" if view.records() else NOTHING), style="dim"))
    return Group(*parts)


def _head(view: View) -> RenderableType:
    report = view.report
    byline = [report.publisher, ", ".join(report.authors), published_words(report.published), report.language]
    lines = [Text(report.title or report.source.ref, style="bold"), Text(" · ".join(filter(None, byline)), style="dim")]
    if report.title:
        lines.append(Text(report.source.ref, style="dim", overflow="fold"))
    if view.reading.incomplete:
        lines.append(Text("Incomplete: a stage failed, its records are missing.", style="red"))
    return Group(*lines)


def _section(title: str, rows: list[RenderableType]) -> list[RenderableType]:
    if not rows:
        return []
    return [Text(f"\n{title.upper()}  {len(rows)}", style="bold"), *rows]


def _row(mark: str, style: str, *lines: RenderableType) -> RenderableType:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=ID_WIDTH, no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    grid.add_row(Text(mark, style=style), Group(*lines))
    return Padding(grid, (0, 0, 0, 0))


def _tag(tag: SourceTag) -> Text:
    """Set a source: a filled dot for a known one, a hollow one for an anonymous, then name and kind."""
    kind = "" if tag.kind in {"report", "source not named"} else f" ({tag.kind}{', unnamed' if tag.anonymous else ''})"
    shown = Text("○ " if tag.anonymous else "● ", style=HUE["statement"])
    return shown.append(tag.label, style="bold").append(kind, style="dim")


def _statement(statement: Statement, view: View) -> RenderableType:
    tags = view.source_tags(statement)
    first = Text(" and ").join([_tag(tag) for tag in tags])
    first.append(f"  {view.quotes(statement.cue)}", style=HUE["statement"])
    if statement.within in view.statements:
        first.append(f"  inside {statement.within}", style="dim")
    lines: list[RenderableType] = [first]
    if statement.content:
        lines.append(Text(view.quotes(statement.content)))
    notes = [f"unnamed: {tags[0].reason}" if tags[0].reason else ""]
    notes += [f"said under duress: {view.quote(statement.duress)}" if statement.duress else ""]
    notes += [f"told to {view.quote(statement.told_to.span)}" if statement.told_to else "", view.when(statement.time)]
    if noted := " · ".join(filter(None, notes)):
        lines.append(Text(noted, style="dim"))
    return _row(statement.id, HUE["statement"], *lines)


def _event(happening: Happening) -> RenderableType:
    first = Text(happening.parties, style="bold")
    first.append(f"  {happening.what}", style=HUE["event"])
    if happening.ahead:
        first.append("  ↗ ahead", style="dim")
    if happening.background:
        first.append("  ◷ background", style="dim")
    second = Text(f"“{happening.words}”").append("".join(f" · {part}" for part in happening.circumstances))
    return _row(happening.id, HUE["event"], first, second, *[_commitment(one) for one in happening.commitments])


def _commitment(held: Commitment) -> Text:
    shown = Text(held.certainty.sign, style=HUE["event"])
    if held.by_author:
        return shown.append(f" the report: {held.words}")
    shown.append(" ").append_text(_tag(held.tag)).append(f" {held.words}")
    return shown.append(f"  {held.tag.statement or ''}", style="dim")


def _figure(figure: Figure, view: View) -> RenderableType:
    line = Text(figure_words(figure), style="bold")
    if counted := view.counted(figure):
        line.append(f"  of {counted}")
    line.append(f"  “{view.quote(figure.span)}”")
    notes = [view.when(figure.as_of), f"according to {view.voice(figure.statement)}"]
    if figure.conventional:
        notes.append("bounds by convention")
    return _row(figure.id, HUE["figure"], line.append("  " + " · ".join(filter(None, notes)), style="dim"))


def _relation(relation: Relation, view: View) -> RenderableType:
    line = Text(view.name(relation.subject), style="bold")
    line.append(f"  {relation.type.replace('_', ' ')}  ", style=HUE["relation"])
    line.append(view.name(relation.object), style="bold")
    notes = [view.when(relation.valid), f"according to {view.voice(relation.statement)}"]
    return _row(relation.id, HUE["relation"], line.append("  " + " · ".join(filter(None, notes)), style="dim"))
