"""What a program calls: read one report, many, or a text that it has already; and ask why a record is there."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from onrecord.errors import OptionError, UnreadableError
from onrecord.exports.explanation import Explanation, explain_reading
from onrecord.exports.listing.store import Store
from onrecord.exports.page import frame_html
from onrecord.jobs import read_many
from onrecord.jobs.one import read_with
from onrecord.knowledge.relink import registry_with
from onrecord.model import Reading
from onrecord.options import Options
from onrecord.readers import Refused, read_bytes
from onrecord.stages.factuality.spans import factuality_of_spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onrecord.jobs import Outcome
    from onrecord.model import Span
    from onrecord.stages.factuality.spans import SpanFactuality

Reading.as_html = staticmethod(frame_html)
# a notebook shows a reading as its page; the model itself does not know exports


def read(ref: str | os.PathLike[str], **options: Any) -> Reading:
    """Read one report: a file or an http(s) address.

    Options are those of `onrecord.Options`: published (ISO date), publisher, url, language, columns,
    registry (your own actors: TOML or CSV files).
    Raises UnreadableError where `ref` gives no report or more than one, OptionError or DataError for an option that
    cannot be used.
    """
    found = read_many([str(ref)], _options(options))
    first, second = next(found, None), next(found, None)
    if isinstance(first, Refused):
        raise UnreadableError(first.ref, first.reason, first.advice)
    if second is not None or not isinstance(first, Reading):
        raise UnreadableError(str(ref), "holds more than one report", "Use read_all, which gives each of them.")
    return first


def read_all(refs: Iterable[str | os.PathLike[str]], *, jobs: int = 1, **options: Any) -> Iterator[Outcome]:
    """Read every report that files, folders and addresses give, in input order, in `jobs` processes.

    Yields a Reading for each report, a Duplicate for one that came before, and a Refused for an input that gives none.
    Raises OptionError for an option that cannot be used.
    """
    return read_many([str(ref) for ref in refs], _options(options), jobs)


def read_text(text: str, *, ref: str = "text", **options: Any) -> Reading:
    """Read a text that is already there; `ref` is the name that the report is kept under.

    Raises UnreadableError where the text holds no article, OptionError for an option that cannot be used.
    """
    data = text.encode("utf-8", "surrogatepass")
    known = _options(options)
    for found in read_bytes(data, ref, known, media_type="text/plain"):
        if isinstance(found, Refused):
            raise UnreadableError(found.ref, found.reason, found.advice)
        return read_with(found, known)
    raise UnreadableError(ref, "is empty", "Give a text.")


def factuality(text: str, spans: Sequence[Span]) -> list[SpanFactuality]:
    """Say, for each predicate that you point out in an English text, whether a reader should take it to be so.

    `spans` are character positions (start, end) of the predicates. One SpanFactuality a span, in their order: its
    FactBank value, a number from -3 (not so) to +3 (so), and the words that hedge or deny it. Sources are believed
    unless they do so themselves. Raises ValueError where a span holds no word.
    """
    return factuality_of_spans(text, spans)


def explain(
    reading: Reading, record: str | None = None, registry: str | os.PathLike[str] | Sequence[str] = ()
) -> list[Explanation]:
    """Say why a record ("v3") is there, or all records: rule, words, score. Raises OptionError for an unknown id.

    For a place ("p1") and an entity ("e1") also which candidates there were, with features and weights. `registry`
    names the files of your own actors that the reading was made with.
    """
    files = _files(registry)
    return explain_reading(reading, record, registry_with(files) if files else None)


def open(store: str | os.PathLike[str]) -> Store:  # noqa: A001 - onrecord.open reads well, and nothing here opens files
    """Open a store to ask it for statements, events, incidents, figures, sources, stories, changes; search; show.

    Each gives typed rows, with `.to_pandas()`, `.to_polars()` and `.to_arrow()` where these are installed. Raises
    StoreError where the store cannot be read.
    """
    return Store(store)


def _options(given: dict[str, Any]) -> Options:
    known = Options.__struct_fields__
    if unknown := sorted(set(given) - set(known)):
        option = "options"
        raise OptionError(option, unknown[0], " or ".join(known))
    if "registry" in given:
        given = given | {"registry": _files(given["registry"])}
    return Options(**given)


def _files(given: str | os.PathLike[str] | Iterable[str | os.PathLike[str]]) -> tuple[str, ...]:
    """Give one file or several as a tuple of paths."""
    return tuple(os.fspath(file) for file in ([given] if isinstance(given, str | os.PathLike) else given))
