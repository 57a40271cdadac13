"""Saving one edit of the shipped data, and of ten times as much, step by step.

Milliseconds of the steps that the window waits for on its worker; the goal: a second for the
shipped data, with a backup.
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from liantu import paths
from liantu.library import keeping, load
from liantu.library.editing import Draft, edited
from liantu.library.plain import plain
from liantu.library.writing import writer
from liantu.model import Atlas
from tests.bench.folders import multiplied
from tests.bench.row import Row, worked

GOAL = 1000
"""Milliseconds of a saving with its backup."""


def milliseconds(job: Callable[[], object]) -> float:
    """Of one run, of the processor: how long a disk takes says nothing of the program."""
    return worked(job)


def renamed(atlas: Atlas, name: str) -> Atlas:
    """The first enterprise called otherwise."""
    id_ = next(iter(atlas.enterprises))
    values = plain(atlas, "enterprise", id_)
    assert values is not None
    return edited(atlas, [Draft("enterprise", id_, {**values, "name": name})])


def measured(folder: Path, state: Path, rounds: int = 5) -> dict[str, float]:
    """The median of each step."""
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
    return {name: statistics.median(taken) for name, taken in times.items()}


def measure(folder: Path, state: Path) -> None:
    """Print the median of each step."""
    files = keeping.Base.read(folder).files
    print(f"{len(files)} files, {sum(map(len, files.values())) / 1000:.0f} kB")
    for name, taken in measured(folder, state).items():
        print(f"  {name:20}{taken:7.0f} ms")


def rows(*, quick: bool = False) -> list[Row]:
    """An edit saved with a backup."""
    with tempfile.TemporaryDirectory(prefix="liantu-saving-") as root:
        folder = keeping.own_copy(paths.shipped_chains(), Path(root, "一"))
        taken = measured(folder, Path(root, "state"), 3 if quick else 5)
    return [
        Row("save an edit", taken["save"], "ms", goal=GOAL),
        Row("keep for recovery", taken["autosave"], "ms"),
    ]


def main() -> None:
    """The shipped data, then ten times as much."""
    with tempfile.TemporaryDirectory(prefix="liantu-saving-") as root:
        folder = keeping.own_copy(paths.shipped_chains(), Path(root, "一"))
        measure(folder, Path(root, "state"))
        measure(multiplied(paths.shipped_chains(), Path(root, "十"), 10), Path(root, "state"))


if __name__ == "__main__":
    main()
