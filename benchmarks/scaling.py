"""Two workers against one, over the same pages."""

from __future__ import annotations

import subprocess
import sys
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.result import Result

if TYPE_CHECKING:
    from pathlib import Path


READ = (0, 1)
"""Exit codes of a run that read everything, or set some pages aside."""


def measure_scaling(folder: Path, pages: list[Path]) -> list[Result]:
    """Wall seconds of `--jobs 1` over `--jobs 2`; the outputs must be the same bytes."""
    seconds, outputs = [], []
    for jobs in ("1", "2"):
        out = folder / f"jobs-{jobs}.jsonl"
        command = [sys.executable, "-m", "onrecord", "read", *map(str, pages)]
        start = perf_counter()
        run = subprocess.run(
            [*command, "--format", "jsonl", "--out", str(out), "--jobs", jobs, "--quiet"],
            check=False, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        seconds.append(perf_counter() - start)
        if run.returncode not in READ:
            sys.exit(f"reading with --jobs {jobs} ended with {run.returncode}")
        outputs.append(out.read_bytes())
    if outputs[0] != outputs[1]:
        print("    OUTPUT DIFFERS between --jobs 1 and --jobs 2")
    ratio = seconds[0] / seconds[1] if outputs[0] == outputs[1] else 0.0
    detail = f"{len(pages)} pages: {seconds[0]:.1f} s with one, {seconds[1]:.1f} s with two"
    return [Result("--jobs 1 / --jobs 2", ratio, 1.6, at_most=False, detail=detail)]
