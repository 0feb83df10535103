"""`python -m benchmarks [speed startup scaling memory]`: measure, print ratios, fail where a bound is missed."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.memory import measure_memory
from benchmarks.pages import unpack_pages
from benchmarks.scaling import measure_scaling
from benchmarks.speed import measure_speed
from benchmarks.startup import measure_startup

NAMES = ("speed", "startup", "scaling", "memory")


def main() -> int:
    """Run the chosen benchmarks; 1 where a ratio misses its bound."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"any of: {', '.join(NAMES)} (default: all)")
    parser.add_argument("--pages", type=int, default=60, help="how many pages to read (default 60)")
    parser.add_argument("--reports", type=int, default=2000, help="reports of the memory run (default 2000)")
    chosen = parser.parse_args()
    names = chosen.names or NAMES
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pages = unpack_pages(folder, chosen.pages)
        results = [
            *(measure_speed(pages) if "speed" in names else []),
            *(measure_startup(folder) if "startup" in names else []),
            *(measure_scaling(folder, pages) if "scaling" in names else []),
            *(measure_memory(pages, chosen.reports) if "memory" in names else []),
        ]
    for result in results:
        print(result)
    return 0 if all(result.holds for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
