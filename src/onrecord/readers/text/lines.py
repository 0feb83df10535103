"""Plain text to units: one a line, or one a paragraph where lines were wrapped at a column."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

WIDEST_WRAP = 120
NARROWEST_WRAP = 40
MAX_ATTRIBUTION = 12
LEAST_GOING_ON = 0.4
"""Share of a wrapped text's lines that go on with a small letter, a digit or a sign (or all in capitals)."""

_BLANKS = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"))
_DASHES = ("- ", "– ", "— ", "―", "—", "–")


@dataclass(frozen=True, slots=True)
class Unit:
    """A line or an unwrapped paragraph: its words with single blanks, and its characters in the source."""

    text: str
    start: int
    end: int
    after_blank: bool

    @property
    def place(self) -> str:
        """Where it stood, as a block's `place`."""
        return f"chars {self.start}-{self.end}"


def find_units(source: str) -> list[Unit]:
    """Cut a text into units. A line and the dash line under it that names its speaker stay one, with a line break."""
    chunks = _chunks(source)
    width = _wrap_width(chunks)
    units: list[Unit] = []
    for chunk in chunks:
        if _is_quote(chunk):
            units.append(_merge(chunk, "\n"))
        elif len(chunk) > 1 and width and _is_wrapped(chunk, width):
            units.append(_merge(chunk, " "))
        else:
            units.extend(_pair_quotes(chunk))
    return units


def _chunks(source: str) -> list[list[Unit]]:
    chunks: list[list[Unit]] = []
    at, blank = 0, True
    for raw in source.splitlines(keepends=True):
        text = " ".join(raw.translate(_BLANKS).split())
        if text:
            start = at + len(raw) - len(raw.lstrip())
            line = Unit(text, start, start + len(raw.strip()), blank)
            if blank:
                chunks.append([line])
            else:
                chunks[-1].append(line)
        blank = not text
        at += len(raw)
    return chunks


def _wrap_width(chunks: list[list[Unit]]) -> int:
    """Give the column at which a text was wrapped, 0 for one that was not: there lines begin as new sentences do."""
    width = max((len(line.text) for chunk in chunks if len(chunk) > 1 for line in chunk), default=0)
    going_on = [line.text for chunk in chunks for line in chunk[1:]]
    small = sum(not line[0].isupper() or line.isupper() for line in going_on)
    wrapped = NARROWEST_WRAP <= width <= WIDEST_WRAP and small >= LEAST_GOING_ON * len(going_on)
    return width if wrapped else 0


def _is_wrapped(chunk: list[Unit], width: int) -> bool:
    """Tell a wrapped paragraph: on nearly every line the next line's first word would not have fitted."""
    full = sum(
        len(line.text) + 1 + len(following.text.split(" ", 1)[0]) > min(width, WIDEST_WRAP) - 2
        for line, following in pairwise(chunk)
    )
    return full >= 0.8 * (len(chunk) - 1)


def _is_quote(chunk: list[Unit]) -> bool:
    """Tell a pull quote with its speaker under it, standing alone: "words" / "- senior official"."""
    return len(chunk) == 2 and _is_attribution(chunk[1].text) and not _is_dashed(chunk[0].text)


def _is_attribution(line: str) -> bool:
    name = line.lstrip("-–—― ")
    return _is_dashed(line) and 1 <= len(name.split()) <= MAX_ATTRIBUTION and not name.endswith((".", "?", "!"))


def _is_dashed(line: str) -> bool:
    return line.startswith(_DASHES)


def _pair_quotes(chunk: list[Unit]) -> list[Unit]:
    """Keep a quoted line and the dash line after it together inside a run of lines."""
    units: list[Unit] = []
    for line in chunk:
        quoted = units and units[-1].text[0] in "\"“‘'«" and units[-1].text[-1] in "\"”’'»"
        if quoted and _is_attribution(line.text):
            units.append(_merge([units.pop(), line], "\n"))
        else:
            units.append(line)
    return units


def _merge(lines: list[Unit], joint: str) -> Unit:
    text = joint.join(line.text for line in lines)
    return Unit(text, lines[0].start, lines[-1].end, lines[0].after_blank)
