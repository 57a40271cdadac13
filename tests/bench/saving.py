"""Saving one edit of the shipped data, and of ten times as much, step by step.

Milliseconds of the steps that the window waits for on its worker; the goal: a second for the
shipped data, with a backup.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from liantu import paths
from liantu.library import keeping, load, writer
from liantu.library.editing import Draft, edited
from liantu.library.plain import plain
from liantu.model import Atlas
from tests.bench.folders import multiplied


def milliseconds(job: Callable[[], object]) -> float:
    """Of one run."""
    start = time.perf_counter()
    job()
    return (time.perf_counter() - start) * 1000


def renamed(atlas: Atlas, name: str) -> Atlas:
    """The first enterprise called otherwise."""
    id_ = next(iter(atlas.enterprises))
    values = plain(atlas, "enterprise", id_)
    assert values is not None
    return edited(atlas, [Draft("enterprise", id_, {**values, "name": name})])


def measure(folder: Path, state: Path, rounds: int = 5) -> None:
    """Print the median of each step."""
    times: dict[str, list[float]] = {}
    for at in range(rounds):
        base, before = keeping.Base.read(folder), load(folder).atlas
        after = renamed(before, f"试验第{at}有限公司")
        new = writer.rewritten(base.files, before, after)
        steps: dict[str, Callable[[], object]] = {
            "read the bytes": partial(keeping.Base.read, folder),
            "look for changes": partial(keeping.changed_outside, base),
            "autosave": partial(keeping.recovery.keep, state, base, new, "改名"),
            "save": partial(keeping.save, base, before, after, state),
        }
        for name, job in steps.items():
            times.setdefault(name, []).append(milliseconds(job))
    size = sum(map(len, base.files.values()))
    print(f"{len(base.files)} files, {size / 1000:.0f} kB")
    for name, taken in times.items():
        print(f"  {name:20}{statistics.median(taken):7.0f} ms")


def main() -> None:
    """The shipped data, then ten times as much."""
    with tempfile.TemporaryDirectory(prefix="liantu-saving-") as root:
        folder = keeping.own_copy(paths.shipped_chains(), Path(root, "一"))
        measure(folder, Path(root, "state"))
        measure(multiplied(paths.shipped_chains(), Path(root, "十"), 10), Path(root, "state"))


if __name__ == "__main__":
    main()
