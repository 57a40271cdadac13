"""A hundred times the shipped data: opening them, what that holds in memory, and how the diagnosis
and all that follows from it grow from the shipped data on.

Times are those of the processor, with the collector at rest, as in the window
(``ui.work.collecting``).
"""

from __future__ import annotations

import argparse
import gc
import math
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import yaml

from liantu import paths
from liantu.analysis.reading import Reading
from liantu.jobs import Progress
from liantu.library import load
from liantu.library.checks.catalogue import check
from liantu.library.keeping.base import Base
from liantu.model.boards import Board
from liantu.model.scenario import Scenario
from liantu.telling import changes, events
from liantu.telling.lists.catalogue import LISTS
from liantu.telling.lists.column import Scope
from liantu.telling.searching import search
from tests.bench.folders import multiplied
from tests.bench.row import Row, worked
from tests.bench.usage import held

DATE, OTHER = "2022-12-31", "2021-06-30"
TIMES, FEW = 100, 10
MOST_MB, GROWTH, LATENCY_MS, KEY_MS = 1000, 1.1, 300, 50
"""Goals: MB without the window, exponent, ms until giving up is noticed, ms a key of a search."""
TYPED = ("双酚A", "聊城", "有限公司", "ljs", "jsn", "a", "氯", "不存在的东西")
ROUNDS = 3
FLOOR = "CSafeLoader"


class Watched(Progress):
    """Notes the longest work between two looks whether it is still wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.longest, self._last = 0.0, time.process_time()

    def check(self) -> None:
        """Look, and note how long ago the last look was."""
        now = time.process_time()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now
        super().check()


def things(reading: Reading) -> int:
    """The size by which growth is counted."""
    return len(reading.atlas.products) + len(reading.atlas.enterprises)


def steps(base: Reading) -> dict[str, Callable[[], object]]:
    """What follows from a folder that was read, each from the start."""
    atlas, chains = base.atlas, list(base.atlas.chains)
    made: dict[str, Reading] = {"reading": base}

    def diagnose() -> None:
        made["reading"] = Reading.of(atlas, Scenario(date=DATE))

    def now() -> Reading:
        return made["reading"]

    def another() -> object:
        before = now().at(OTHER)
        return changes.changes(before, now())

    def lists() -> object:
        return [LISTS[key].rows(now(), Scope(city=True)) for key in LISTS]

    return {
        "checks": lambda: check(atlas),
        "diagnosis": diagnose,
        "boards": lambda: now().boards,
        "summaries": lambda: [now().summary(c) for c in chains],
        "counts": lambda: [now().chain_counts(c) for c in chains],
        "rows of chains": lambda: [now().rows(b, c) for b in Board for c in chains],
        "first jobs": lambda: [now().jobs(c) for c in chains],
        "questions": lambda: now().questions,
        "exposures": lambda: now().exposures,
        "events": lambda: events.events(now()),
        "another date, changes": another,
        "all lists": lists,
        "search index": lambda: search.build(atlas),
    }


def grown(small: Reading, large: Reading, goal: float | None) -> list[Row]:
    """The exponent of growth of each step; without a goal where milliseconds decide."""
    few = [{name: worked(act) for name, act in steps(small).items()} for _ in range(ROUNDS)]
    size = math.log(things(large) / things(small))
    found = []
    for name, act in steps(large).items():
        before, after = min(taken[name] for taken in few), worked(act)
        exponent = math.log(after / before) / size
        seconds = f"(now {after / 1000:.1f} s)"
        found.append(Row(f"growth: {name}", exponent, seconds, goal=goal))
    return found


@dataclass(frozen=True, slots=True)
class Opened:
    """What the window keeps of a folder."""

    base: Base
    reading: Reading


def opening(folder: Path, name: str) -> tuple[Opened, list[Row]]:
    """Reading and diagnosing a folder step by step as ``session.read`` does, beside PyYAML's C
    loader on the same bytes.
    """
    watched = Watched()
    start = time.process_time()
    with watched.here():
        base = Base.read(folder, watched)
        loaded = load(folder, watched)
        read = time.process_time() - start
        reading = Reading.of(loaded.atlas, Scenario(date=DATE), progress=watched)
        judged = time.process_time() - start - read
        watched.check()
    memory = held()
    least = worked(lambda: [yaml.load(d, yaml.CSafeLoader) for d in base.files.values()]) / 1000
    return Opened(base, reading), [
        Row(f"{name}: read", read, "s", least, against=FLOOR),
        Row(f"{name}: diagnose", judged, "s"),
        Row(f"{name}: longest until giving up", watched.longest, "ms", goal=LATENCY_MS),
        Row(f"{name}: memory, opened", memory, "MB", goal=MOST_MB),
    ]


def searching(reading: Reading, name: str) -> list[Row]:
    """The slowest key of a search with pinyin."""
    made: list[search.Index] = [search.build(reading.atlas)]
    spelling = worked(lambda: made.append(search.with_pinyin(made[0])))
    index = made[-1]
    for typed in TYPED:
        index.find(typed)
    keys = [worked(lambda typed=typed: index.find(typed)) for typed in TYPED]
    return [
        Row(f"{name}: pinyin of {len(index.entries):,} things", spelling / 1000, "s"),
        Row(f"{name}: a key of a search", max(keys), "ms", goal=KEY_MS),
    ]


def rows(*, quick: bool = False) -> list[Row]:
    """All of it; quickly with ten times the data."""
    return measured(FEW if quick else TIMES)


def measured(count: int) -> list[Row]:
    """All of it with so many times the data."""
    gc.disable()
    name = f"{count} × data"
    with tempfile.TemporaryDirectory(prefix="liantu-large-") as root:
        folder = multiplied(paths.shipped_chains(), Path(root, "large"), count)
        small = Reading.of(load(paths.shipped_chains()).atlas, Scenario(date=DATE))
        opened, found = opening(folder, name)
        found += grown(small, opened.reading, GROWTH if count >= TIMES else None)
        found += searching(opened.reading, name)
    return [*found, Row(f"{name}: memory, all of that made", held(), "MB", goal=MOST_MB)]


def main() -> None:
    """Print all of it."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.large", description=__doc__)
    parser.add_argument("--times", type=int, default=TIMES)
    for row in measured(parser.parse_args().times):
        print(f"{row.name:44}{row.value:10.2f} {row.unit}")


if __name__ == "__main__":
    main()
