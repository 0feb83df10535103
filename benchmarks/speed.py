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
from onrecord.stages.pipeline import STAGES
from onrecord.stages.syntax import engine

if TYPE_CHECKING:
    from pathlib import Path


def measure_speed(pages: list[Path]) -> list[Result]:
    """CPU seconds of reader and stages over those of trafilatura (with metadata) and the bare parser."""
    bare: defaultdict[str, float] = defaultdict(float)
    ours: defaultdict[str, float] = defaultdict(float)
    tokens = 0
    for page in pages:
        data = page.read_bytes()
        start = process_time()
        trafilatura.bare_extraction(data, with_metadata=True)
        bare["extraction"] += process_time() - start
        start = process_time()
        reports = [item for item in read_source(str(page), Options()) if isinstance(item, Report)]
        ours["readers"] += process_time() - start
        for report in reports:
            start = process_time()
            texts = [report.text[slice(*block.span)] for block in report.blocks]
            tokens += sum(len(doc) for doc in engine().pipe(texts, batch_size=64))
            bare["syntax"] += process_time() - start
            _run_stages(report, ours)
    total, base = sum(ours.values()), sum(bare.values())
    for name, seconds in sorted(ours.items(), key=lambda item: -item[1]):
        each = seconds / max(1, tokens) * 1e6
        print(f"    {name:20} {seconds / base:6.3f} of extraction + parsing, {each:6.1f} µs a token")
    detail = f"{len(pages)} pages, {tokens} tokens, {total:.1f} s over {base:.1f} s"
    return [Result("whole reading / (extraction + parsing)", total / base, 1.25, at_most=True, detail=detail)]


def _run_stages(report: Report, spent: defaultdict[str, float]) -> None:
    draft = Draft(report)
    for stage in STAGES if report.language == "en" else ():
        start = process_time()
        setattr(draft, stage.gives, stage.run(draft))
        spent[stage.gives] += process_time() - start
