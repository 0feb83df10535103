"""Pages for the tests of the readers, made of our own sentences."""

from __future__ import annotations

from onrecord.model import Report, slice_of
from onrecord.options import Options
from onrecord.readers import Refused, read_bytes

FIRST = "The harbour ministry said on Monday that two patrol boats had been hit near the border town of Velm."
SECOND = '"We saw smoke over the pier," said a fisherman who asked not to be named, "and then nothing moved."'
THIRD = "Officials in the capital denied that any vessel was lost, and said an inquiry would begin this week."
TITLE = "Two patrol boats hit near border town"


def html(body: str, head: str = "") -> bytes:
    head = f"<head><title>{TITLE} | Harbour Herald</title>{head}</head>"
    return f"<!doctype html><html>{head}<body>{body}</body></html>".encode()


def article(*paragraphs: str) -> str:
    inner = "".join(f"<p>{one}</p>" for one in paragraphs or (FIRST, SECOND, THIRD))
    return f"<article><h1>{TITLE}</h1>{inner}</article>"


def outcomes(data: bytes | str, ref: str = "page.html", **options: object) -> list[Report | Refused]:
    raw = data.encode() if isinstance(data, str) else data
    return list(read_bytes(raw, ref, Options(**options)))  # type: ignore[arg-type]


def report(data: bytes | str, ref: str = "page.html", **options: object) -> Report:
    (found,) = outcomes(data, ref, **options)
    assert isinstance(found, Report), found
    return found


def refused(data: bytes | str, ref: str = "page.html", **options: object) -> Refused:
    (found,) = outcomes(data, ref, **options)
    assert isinstance(found, Refused), found.text[:200]
    return found


def of_kind(found: Report, kind: str) -> list[str]:
    return [slice_of(found.text, block.span) for block in found.blocks if block.kind == kind]


def dropped(found: Report) -> str:
    return "\n".join(one.text for one in found.dropped)
