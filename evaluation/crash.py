"""`python -m evaluation.crash --rounds 20`: kill an ingest at random moments, run it again, compare the dumps."""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from onrecord.store.connection import open_for_reading
from onrecord.store.dump import dump
from onrecord.store.verify import verify

STORY = "Troops shelled {0} {1} on Monday, the mayor said. He said that {1} people were killed there.\n"
SPAN = 4.0
"""Seconds after the start within which a run is killed: start-up and the whole ingest."""


def main() -> int:
    """Run the rounds; 1 where a store differs from the undisturbed one, or does not verify."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.crash", description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--reports", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    chance, failed, cut = random.Random(chosen.seed), 0, 0  # noqa: S311
    with tempfile.TemporaryDirectory() as name:
        inputs, whole = Path(name) / "in", Path(name) / "whole.db"
        inputs.mkdir()
        for number in range(chosen.reports):
            (inputs / f"{number:04}.txt").write_text(STORY.format("Brod", number), encoding="utf-8")
        _ingest(inputs, whole).wait()
        wanted = _dump(whole)
        for number in range(chosen.rounds):
            store = Path(name) / f"{number}.db"
            cut += _kill(inputs, store, chance.uniform(0, SPAN))
            _ingest(inputs, store).wait()
            found = [] if _dump(store) == wanted else ["its dump differs"]
            found += verify(store)
            failed += bool(found)
            print(f"round {number + 1}: {'; '.join(found) or 'same dump, verified'}")
    print(f"{chosen.rounds} rounds, {cut} killed before the end, {failed} failed")
    return 1 if failed else 0


def _ingest(inputs: Path, store: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "onrecord", "ingest", str(inputs), "--store", str(store), "--quiet"]
    return subprocess.Popen(command, start_new_session=True)  # noqa: S603 - our own program


def _kill(inputs: Path, store: Path, after: float) -> bool:
    running = _ingest(inputs, store)
    time.sleep(after)
    if running.poll() is not None:
        return False
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    return True


def _dump(store: Path) -> bytes:
    connection = open_for_reading(store)
    try:
        return b"".join(dump(connection))
    finally:
        connection.close()


if __name__ == "__main__":
    sys.exit(main())
