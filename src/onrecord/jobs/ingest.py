"""Inputs into a store: each ends stored, as a duplicate, or set aside; what is there is not read again."""

from __future__ import annotations

import functools
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from onrecord.errors import OptionError
from onrecord.jobs.ingest_work import (
    Arrival,
    IngestWork,
    Task,
    arrivals,
    forget_store,
    ingest_one,
    ingest_packed,
    ingest_works,
)  # fmt: skip
from onrecord.jobs.pool import Pool
from onrecord.jobs.standing import keep_up
from onrecord.provenance import versions
from onrecord.readers import Piece, Refused
from onrecord.readers.dates import given_date
from onrecord.store.parts import Delivery, digest_of
from onrecord.store.quarantine import SetAside, bytes_of, waiting
from onrecord.store.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.options import Options

Fate = Literal["stored", "duplicate", "set aside"]


@dataclass(frozen=True, slots=True)
class Ingested:
    """What became of one input; `refused` says why where it was set aside, `report` is the id where it was not."""

    ref: str
    fate: Fate
    report: str | None = None
    incomplete: bool = False
    refused: Refused | None = None


@dataclass(slots=True)
class Ledger:
    """Counts that add up: every input is stored, a duplicate, or set aside for a reason."""

    fates: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    incomplete: int = 0

    def add(self, one: Ingested) -> None:
        """Count one input."""
        self.fates[one.fate] += 1
        self.incomplete += one.incomplete
        if one.refused:
            self.reasons[one.refused.reason] += 1

    def __str__(self) -> str:
        """Say the counts on one line; the reasons come most frequent first."""
        ranked = sorted(self.reasons.items(), key=lambda item: (-item[1], item[0]))
        reasons = "; ".join(f"{number} {reason}" for reason, number in ranked[:8])
        more = f"; {len(ranked) - 8} more reasons" if len(ranked) > 8 else ""
        incomplete = f" ({self.incomplete} incomplete)" if self.incomplete else ""
        total, noun = self.fates.total(), "input" if self.fates.total() == 1 else "inputs"
        aside = f", set aside {self.fates['set aside']}" + (f" ({reasons}{more})" if reasons else "")
        return (
            f"{total:,} {noun}: stored {self.fates['stored']}{incomplete}, duplicates {self.fates['duplicate']}{aside}"
        )


def pipeline_version(options: Options) -> str:
    """Name what made a reading: package, model, a hash each for what can change a record, the user's own actors."""
    own = {f"actors {Path(name).name}": digest_of(Path(name).read_bytes())[:12] for name in options.registry}
    return "; ".join(f"{name} {value}" for name, value in {**versions(), **own}.items())


def ingest(
    refs: Iterable[str], store: str, options: Options, *, jobs: int = 1, command: str = ""
) -> Iterator[Ingested]:
    """Read every report that the references name and store it, in input order, whatever the number of `jobs`.

    Raises StoreError where the store cannot be opened or written, OptionError for options that cannot be used.
    """
    pipeline = _checked(options, jobs)
    with Writer(store, command or "ingest", pipeline) as writer:
        task = Task(store=store, pipeline=pipeline)
        found = _arrivals(ingest_works(refs, options), options, task, jobs)
        yield from keep_up(writer.connection, (put(writer, arrival, pipeline) for arrival in found))


def retry(numbers: list[int], store: str, options: Options, *, jobs: int = 1, command: str = "") -> Iterator[Ingested]:
    """Read again what was set aside: what its reference names now, else the page that was kept of it.

    `numbers` are those of `onrecord.store.quarantine`; none means all. What has neither is left where it is.
    """
    pipeline = _checked(options, jobs)
    with Writer(store, command or "retry", pipeline) as writer:
        works: dict[str, IngestWork] = {}
        tried = []
        for one in waiting(writer.connection, numbers):
            work = _work_again(writer, one)
            if work is not None:
                works[work if isinstance(work, str) else one.ref] = work
                tried.append(one.number)
        task = Task(store=store, pipeline=pipeline)
        again = (
            part
            for work in works.values()
            for part in (ingest_works([work], options) if isinstance(work, str) else [work])
        )
        found = _arrivals(again, options, task, jobs)
        yield from keep_up(writer.connection, (put(writer, arrival, pipeline) for arrival in found))
        writer.retried(tried)


def _work_again(writer: Writer, one: SetAside) -> str | Piece | None:
    container = one.ref.partition("#")[0].partition("!")[0]
    rows, _, line = container.rpartition(":")
    name = rows if line.isdigit() and not container.startswith("http") else container
    if name.startswith(("http://", "https://")) or Path(name).exists():
        return name
    data = bytes_of(writer.connection, one.number)
    return Piece(ref=one.ref, data=data, media_type="text/html") if data and b"<html" in data[:4096].lower() else None


def rehearse(refs: Iterable[str], store: str, options: Options, *, jobs: int = 1) -> Iterator[Ingested]:
    """Say what `ingest` would do with each input, and write nothing; the reports are not parsed."""
    task = Task(store=store, pipeline=_checked(options, jobs), dry=True)
    seen: set[str] = set()
    for arrival in _arrivals(ingest_works(refs, options), options, task, jobs):
        if arrival.report is None:
            yield _aside(arrival)
            continue
        fate: Fate = "duplicate" if arrival.known or arrival.report.id in seen else "stored"
        seen.add(arrival.report.id)
        yield Ingested(arrival.report.source.ref, fate, arrival.report.id)


def put(writer: Writer, arrival: Arrival, pipeline: str) -> Ingested:
    """Write one arrival. Raises StoreError where that fails."""
    report, reading = arrival.report, arrival.reading
    if report is None:
        found = _aside(arrival)
        if found.refused:
            why = found.refused
            writer.set_aside(why.ref, why.reason, why.advice, arrival.data)
        return found
    if reading is None:
        writer.store_again(report, pipeline)
        return Ingested(report.source.ref, "duplicate", report.id)
    fate = writer.store(Delivery(report, reading, arrival.data or b"", pipeline))
    return Ingested(report.source.ref, fate, report.id, reading.incomplete and fate == "stored")


def _aside(arrival: Arrival) -> Ingested:
    refused = arrival.refused or Refused(ref="?", reason="gave nothing", advice="Report this as a fault.")
    return Ingested(refused.ref, "set aside", refused=refused)


def _checked(options: Options, jobs: int) -> str:
    if jobs < 1:
        option = "jobs"
        raise OptionError(option, jobs, "a number of processes, 1 or more")
    if options.published:
        given_date(options.published)
    return pipeline_version(options)


def _arrivals(works: Iterable[IngestWork], options: Options, task: Task, jobs: int) -> Iterator[Arrival]:
    if jobs > 1:
        pool = Pool(jobs, options, functools.partial(ingest_packed, task=task), arrivals)
        for one in pool.read_all(works):
            yield Arrival(refused=one) if isinstance(one, Refused) else one
        return
    try:
        for work in works:
            yield from ingest_one(work, options, task)
    finally:
        forget_store()
