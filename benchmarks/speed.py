"""What all that is ours adds to extraction and parsing, page by page, both sides in the same run."""

from __future__ import annotations

from collections import defaultdict
from time import process_time
from typing import TYPE_CHECKING

import trafilatura

from benchmarks.result import Result
from onrecord.model import Report
from onrecord.options import Options
from onrecord.readers import read_source
from onrecord.stages.draft import Draft
from onrecord.stages.pipeline import STAGES, read_report
from onrecord.stages.syntax import engine

if TYPE_CHECKING:
    from pathlib import Path


def measure_speed(pages: list[Path]) -> list[Result]:
    """CPU seconds of reader and stages over those of trafilatura (with metadata) and the bare parser."""
    bare: defaultdict[str, float] = defaultdict(float)
    ours: defaultdict[str, float] = defaultdict(float)
    tokens = 0
    _warm_up(pages[0])
    for number, page in enumerate(pages):
        start = process_time()
        trafilatura.bare_extraction(page.read_bytes(), with_metadata=True)
        bare["extraction"] += process_time() - start
        start = process_time()
        found = list(read_source(str(page), Options()))
        ours["readers"] += process_time() - start
        reports = [item for item in found if isinstance(item, Report) and item.language == "en"]
        for report in reports:
            if number % 2:  # each side goes first in turn: the second finds the machine's caches warm
                _run_stages(report, ours)
            tokens += _run_parser(report, bare)
            if not number % 2:
                _run_stages(report, ours)
    total, base = sum(ours.values()), sum(bare.values())
    print(f"    extraction {bare['extraction'] / base:.3f}, parsing {bare['syntax'] / base:.3f} of the two together")
    for name, seconds in sorted(ours.items(), key=lambda item: -item[1]):
        each = seconds / max(1, tokens) * 1e6
        print(f"    {name:20} {seconds / base:6.3f} of extraction + parsing, {each:6.1f} µs a token")
    detail = f"{len(pages)} pages, {tokens} tokens, {total:.1f} s over {base:.1f} s"
    return [Result("whole reading / (extraction + parsing)", total / base, 1.25, at_most=True, detail=detail)]


def _warm_up(page: Path) -> None:
    """Load everything that either side loads once a process."""
    trafilatura.bare_extraction(page.read_bytes(), with_metadata=True)
    for report in read_source(str(page), Options()):
        if isinstance(report, Report):
            list(engine().pipe([report.text]))
            read_report(report)


def _run_parser(report: Report, spent: defaultdict[str, float]) -> int:
    start = process_time()
    texts = [report.text[slice(*block.span)] for block in report.blocks]
    with engine().memory_zone():
        tokens = sum(len(doc) for doc in engine().pipe(texts, batch_size=64))
    spent["syntax"] += process_time() - start
    return tokens


def _run_stages(report: Report, spent: defaultdict[str, float]) -> None:
    draft = Draft(report)
    for stage in STAGES:
        start = process_time()
        setattr(draft, stage.gives, stage.run(draft))
        spent[stage.gives] += process_time() - start
