"""What stands behind one id, for reading: the exact words first, then who else says so and why it hangs together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.exports.amounts import bounds_words
from onrecord.exports.certainty import CERTAINTY
from onrecord.exports.dates import published_words, range_words
from onrecord.exports.explanation import explain_reading
from onrecord.exports.inert import inert, inert_words
from onrecord.exports.listing.cells import cells_of, shortened, standing_words
from onrecord.exports.terminal import write_text
from onrecord.model.shown import IncidentShown, RecordShown, StoryShown
from onrecord.standing.credit import wires

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.model import Reading
    from onrecord.model.shown import Shown, VoiceShown

MOST_LINKS = 12


def detail(shown: Shown) -> str:
    """Set what an id names as plain text."""
    if isinstance(shown, RecordShown):
        lines = _record(shown)
    elif isinstance(shown, IncidentShown):
        lines = map(inert_words, _incident(shown))
    elif isinstance(shown, StoryShown):
        lines = map(inert_words, _story(shown))
    else:
        lines = write_text([shown])
    return "\n".join(lines).rstrip("\n") + "\n"


def _record(shown: RecordShown) -> Iterator[str]:
    reading = inert(shown.reading)
    yield _report_line(reading)
    yield ""
    yield str(explain_reading(reading, shown.record.id)[0])
    yield ""
    yield f"id       {shown.id}"
    if shown.incident:
        yield f"incident {shown.incident}  (`onrecord show {shown.incident}`: who else says so, and who does not)"
    yield f"report   {reading.report.id}"


def _report_line(reading: Reading) -> str:
    report = reading.report
    said = [report.title or report.source.ref, report.publisher, published_words(report.published), report.url]
    return " · ".join(filter(None, said))


def _incident(shown: IncidentShown) -> Iterator[str]:
    cells = cells_of(shown.row)
    yield f"{cells['what']}  {cells['who → whom']}"
    yield " · ".join(filter(None, (cells["where"], cells["happened"])))
    yield ""
    for line in cells["standing"].split("\n"):
        yield f"  {line}    (reports · originating sources · opposing)"
    for value in dict.fromkeys(voice.value for voice in shown.voices):
        yield f"\n{CERTAINTY[value].sign}  {CERTAINTY[value].report}"  # type: ignore[index]
        yield from (_voice(voice) for voice in shown.voices if voice.value == value)
    if shown.tolls:
        yield "\nTolls, by date of report"
        for toll in shown.tolls:
            amount = bounds_words(toll.low, toll.high) or "?"
            day = range_words(toll.published, toll.published) or "no date"
            yield f"  {day:<18} {amount} {toll.what}  {toll.record}"
    if shown.links:
        yield "\nWhy these records are one incident"
        for link in shown.links[:MOST_LINKS]:
            parts = ", ".join(f"{name} {value:+.2f}" for name, value in link.reasons.items())
            yield f"  {link.one} = {link.other}  {link.score:.2f}: {parts}"
    yield f"\nid {shown.row.id}"


def _voice(voice: VoiceShown) -> str:
    where = " ".join(filter(None, (voice.publisher, range_words(voice.published, voice.published))))
    return f"  {voice.source}: “{voice.words}”  {where}  {voice.record}"


def _story(shown: StoryShown) -> Iterator[str]:
    standing = standing_words(shown.row.reports, shown.row.sources, 0).rsplit(" · ", 1)[0]
    yield f"{shown.row.title or '(no title)'}  {standing}"
    yield range_words(shown.row.earliest, shown.row.latest)
    yield "\nReports"
    names = {wire.id: wire.name for wire in wires()}
    for report in shown.reports:
        where = " ".join(filter(None, (report.publisher, range_words(report.published, report.published))))
        copy = "" if report.line == report.id else f"  copy of {shortened(report.line)}"
        via = f"  via {names[report.house]}" if report.house in names else ""
        yield f"  {report.title or '(no title)'}  {where}{via}{copy}  {shortened(report.id)}"
    yield "\nIncidents"
    yield from _incidents(cells_of(row) for row in shown.incidents)
    yield f"\nid {shown.row.id}"


def _incidents(rows: Iterable[dict[str, str]]) -> Iterator[str]:
    for cells in rows:
        yield f"  {cells['what']}  {cells['who → whom']}  {'; '.join(cells['standing'].split(chr(10)))}  {cells['id']}"
