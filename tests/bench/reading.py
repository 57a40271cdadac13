"""Reading the shipped data, against PyYAML's CSafeLoader on the same bytes.

The goal: composing (with places, limits, duplicate keys) within 0.6 × CSafeLoader, model
building apart. The two are timed in turn, so that the ratio holds on a busy machine.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import yaml

from liantu import paths
from liantu.jobs import collector_paused
from liantu.library import load
from liantu.library.composer import compose
from liantu.library.context import Context


def once(job: Callable[[], object]) -> float:
    """Milliseconds of one run."""
    start = time.perf_counter()
    job()
    return (time.perf_counter() - start) * 1000


def compose_all(texts: list[str]) -> None:
    """The composer as loading calls it: with the cyclic collector at rest."""
    with collector_paused():
        for text in texts:
            compose(text, Context("f"))


def main(rounds: int = 9) -> None:
    """Print milliseconds and ratios, each the median of ``rounds`` runs in turn."""
    folder = paths.shipped_chains()
    texts = [p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.yaml"))]
    jobs: dict[str, Callable[[], object]] = {
        "CSafeLoader": lambda: [yaml.load(t, yaml.CSafeLoader) for t in texts],
        "composer": lambda: compose_all(texts),
        "loading (composer, model, checks)": lambda: load(folder),
    }
    times = {name: [once(job)] for name, job in jobs.items()}
    for _ in range(rounds - 1):
        for name, job in jobs.items():
            times[name].append(once(job))
    print(f"{sum(map(len, texts)) / 1000:.0f} k characters in {len(texts)} files")
    for name, taken in times.items():
        pairs = (a / b for a, b in zip(taken, times["CSafeLoader"], strict=True))
        print(f"{name:36}{statistics.median(taken):6.0f} ms {statistics.median(pairs):5.2f} ×")
    model = statistics.median(times["loading (composer, model, checks)"])
    model -= statistics.median(times["composer"])
    print(f"{'model and checks apart':36}{model:6.0f} ms")


if __name__ == "__main__":
    main()
