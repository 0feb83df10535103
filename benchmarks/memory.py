"""A worker's memory over many reports: bounded, and flat after the first quarter."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from benchmarks.result import Result

if TYPE_CHECKING:
    from pathlib import Path

WORKER = """
import resource, sys
import onrecord
pages, count = sys.argv[2:], int(sys.argv[1])
def resident():
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * resource.getpagesize() / 2**20
for i in range(count):
    for _ in onrecord.read_all([pages[i % len(pages)]]):
        pass
    if i + 1 in (count // 4, count // 2, count):
        print(resident(), flush=True)
"""


def measure_memory(pages: list[Path], count: int) -> list[Result]:
    """Resident MB of one process after a quarter, half and all of `count` reports (Linux only)."""
    command = [sys.executable, "-c", WORKER, str(count), *map(str, pages)]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    quarter, half, full = (float(line) for line in run.stdout.split())
    detail = f"{quarter:.0f}, {half:.0f}, {full:.0f} MB after a quarter, half and all of {count} reports"
    return [
        Result("worker's memory / 600 MB", full / 600, 1.0, at_most=True, detail=detail),
        Result("memory at the end / after a quarter", full / quarter, 1.1, at_most=True, detail=detail),
    ]
