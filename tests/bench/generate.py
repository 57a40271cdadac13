"""``python -m tests.bench.generate FOLDER [--times 100]``: a data folder so many times as large as
the shipped one, for anyone who wants to see what the program makes of it.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from liantu import paths
from tests.bench.folders import multiplied


def main() -> None:
    """Write it and say how much there is."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.generate", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--times", type=int, default=100)
    given = parser.parse_args()
    if given.folder.exists() and any(given.folder.iterdir()):
        parser.error(f"{given.folder} is not empty")
    start = time.perf_counter()
    multiplied(paths.shipped_chains(), given.folder, given.times)
    files = list(given.folder.rglob("*.yaml"))
    size = sum(path.stat().st_size for path in files)
    print(f"{len(files)} files, {size / 1e6:.0f} MB in {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main()
