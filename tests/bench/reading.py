"""Reading the shipped data, against PyYAML's CSafeLoader on the same bytes.

The goal: composing (with places, limits, duplicate keys) within 0.6 × CSafeLoader, model
building apart. The two are timed in turn, in time of the processor, so that the ratio holds on a
busy machine.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable

import yaml

from liantu import paths
from liantu.jobs import collector_paused
from liantu.library import load
from liantu.library.parsing.composer import compose
from liantu.library.parsing.context import Context
from tests.bench.row import Row, worked

FLOOR, COMPOSER = "CSafeLoader", "composer"
LOADING = "loading (composer, model, checks)"


def compose_all(texts: list[str]) -> None:
    """The composer as loading calls it: with the cyclic collector at rest."""
    with collector_paused():
        for text in texts:
            compose(text, Context("f"))


def measured(rounds: int) -> tuple[int, int, dict[str, list[float]]]:
    """Characters, files, and the milliseconds of every job in each of ``rounds`` turns."""
    folder = paths.shipped_chains()
    texts = [p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.yaml"))]
    jobs: dict[str, Callable[[], object]] = {
        FLOOR: lambda: [yaml.load(t, yaml.CSafeLoader) for t in texts],
        COMPOSER: lambda: compose_all(texts),
        LOADING: lambda: load(folder),
    }
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(rounds):
        for name, job in jobs.items():
            times[name].append(worked(job))
    return sum(map(len, texts)), len(texts), times


def rows(*, quick: bool = False) -> list[Row]:
    """Composing, and loading as a whole, of the shipped data."""
    _, _, times = measured(3 if quick else 9)
    least = {name: min(taken) for name, taken in times.items()}
    floor = least[FLOOR]
    return [
        Row("read shipped data: compose", least[COMPOSER], "ms", floor, 0.6, True, FLOOR),
        Row("read shipped data: all", least[LOADING], "ms", floor, against=FLOOR),
    ]


def main(rounds: int = 9) -> None:
    """Print milliseconds and ratios, each the median of ``rounds`` runs in turn."""
    size, files, times = measured(rounds)
    print(f"{size / 1000:.0f} k characters in {files} files")
    for name, taken in times.items():
        pairs = (a / b for a, b in zip(taken, times[FLOOR], strict=True))
        print(f"{name:36}{statistics.median(taken):6.0f} ms {statistics.median(pairs):5.2f} ×")
    model = statistics.median(times[LOADING]) - statistics.median(times[COMPOSER])
    print(f"{'model and checks apart':36}{model:6.0f} ms")


if __name__ == "__main__":
    main()
