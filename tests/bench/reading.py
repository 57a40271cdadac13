"""Reading the shipped data, against PyYAML's CSafeLoader on the same bytes."""

from __future__ import annotations

import time
from collections.abc import Callable

import yaml

from liantu import paths
from liantu.library import load
from liantu.library.composer import compose
from liantu.library.context import Context


def best(job: Callable[[], object], runs: int = 5) -> float:
    """Seconds of the quickest run."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        job()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Print milliseconds and ratios."""
    folder = paths.shipped_chains()
    texts = [p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.yaml"))]
    plain = best(lambda: [yaml.load(t, yaml.CSafeLoader) for t in texts])
    composed = best(lambda: [compose(t, Context("f")) for t in texts])
    whole = best(lambda: load(folder))
    print(f"{sum(map(len, texts)) / 1000:.0f} kB in {len(texts)} files")
    print(f"CSafeLoader {plain * 1000:.0f} ms")
    print(f"composer {composed * 1000:.0f} ms = {composed / plain:.2f} ×")
    print(f"reading, model and checks {whole * 1000:.0f} ms = {whole / plain:.2f} ×")


if __name__ == "__main__":
    main()
