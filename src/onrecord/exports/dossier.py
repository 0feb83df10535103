"""A readable dossier in Markdown (CommonMark with tables left out, so that it reads as it stands)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.exports.amounts import figure_words
from onrecord.exports.dates import published_words
from onrecord.exports.happening import Happening, put_in_words
from onrecord.exports.inert import inert
from onrecord.exports.view import SourceTag, View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.model import Reading, Statement

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
_LINE_START = re.compile(r"^(\s*)([-+=]|\d+[.)])")
_ADDRESS = re.compile(r"\b(https?|ftp|mailto|www)([:.])", re.IGNORECASE)


def literal(words: str) -> str:
    """Escape words of the report, so that nothing in them is taken for markup, HTML or a link."""
    escaped = _SPECIAL.sub(r"\\\1", " ".join(words.split()))
    return _ADDRESS.sub(r"\1\\\2", _LINE_START.sub(r"\1\\\2", escaped))


def write_md(readings: Iterable[Reading]) -> Iterator[str]:
    """Write one dossier a report, parted by a rule."""
    for number, reading in enumerate(readings):
        yield ("\n---\n\n" if number else "") + "\n".join(_lines(View(inert(reading)))) + "\n"


def _lines(view: View) -> Iterator[str]:
    report = view.report
    yield f"# {literal(report.title or report.source.ref)}"
    byline = [report.publisher, ", ".join(report.authors), published_words(report.published), report.source.ref]
    yield f"\n{literal(' · '.join(filter(None, byline)))}"
    yield from _list("Events", [_event(put_in_words(event, view)) for event in view.reading.events])
    yield from _list("Statements", [_statement(statement, view) for statement in view.reading.statements])
    yield from _list("Figures", [_figure(view, number) for number in range(len(view.reading.figures))])
    yield from _list("Relations", [_relation(view, number) for number in range(len(view.reading.relations))])
    yield from _list("Not done", [f"{literal(p.stage)}: {literal(p.message)}" for p in report.problems])
    if not view.records():
        yield "\nNothing in this text was put on record."


def _list(title: str, items: list[str]) -> Iterator[str]:
    if items:
        yield f"\n## {title} ({len(items)})\n"
        yield from (f"- {item}" for item in items)


def _event(happening: Happening) -> str:
    marks = [word for word, true in (("ahead", happening.ahead), ("background", happening.background)) if true]
    head = f"**{literal(happening.parties)}**: {literal(happening.what)}, “{literal(happening.words)}”"
    rest = [literal(part) for part in happening.circumstances] + marks
    lines = [" · ".join([head, *rest]) + f" ({happening.id})"]
    lines += [
        f"  - {_tag(held.tag)}: {f'*{held.words}*' if held.by_author else held.words}" for held in happening.commitments
    ]
    return "\n".join(lines)


def _tag(tag: SourceTag) -> str:
    kind = "" if tag.kind in {"report", "source not named"} else f" ({tag.kind}{', unnamed' if tag.anonymous else ''})"
    return literal(tag.label) + kind


def _statement(statement: Statement, view: View) -> str:
    tags = view.source_tags(statement)
    said = f"**{' and '.join(_tag(tag) for tag in tags)}** *{literal(view.quotes(statement.cue)) or 'states'}*"
    notes = [f"inside {statement.within}" if statement.within else ""]
    notes += [f"unnamed: {literal(tags[0].reason)}" if tags[0].reason else ""]
    notes += [f"under duress: {literal(view.quote(statement.duress))}" if statement.duress else ""]
    noted = "; ".join(filter(None, notes))
    content = f"\n  > {literal(view.quotes(statement.content))}" if statement.content else ""
    return f"{said} ({statement.id}{'; ' + noted if noted else ''}){content}"


def _figure(view: View, number: int) -> str:
    figure = view.reading.figures[number]
    counted = view.counted(figure)
    of = f" of {literal(counted)}" if counted else ""
    as_of = f", {literal(view.when(figure.as_of))}" if figure.as_of else ""
    said = f"**{literal(figure_words(figure))}**{of}{as_of}, “{literal(view.quote(figure.span))}”"
    return f"{said}, according to {literal(view.voice(figure.statement))} ({figure.id})"


def _relation(view: View, number: int) -> str:
    tie = view.reading.relations[number]
    said = f"**{literal(view.name(tie.subject))}** {tie.type.replace('_', ' ')} **{literal(view.name(tie.object))}**"
    return f"{said}, according to {literal(view.voice(tie.statement))} ({tie.id})"
