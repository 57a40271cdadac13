"""What a change of lens, chain or weight costs in the window, painting included."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop

from liantu import paths
from liantu.diagram.lenses import BALANCE, DIAGNOSIS, STRUCTURE
from liantu.ui.app import make_app
from liantu.ui.window import Window
from liantu.ui.workbench import Workbench


def bench_of(window: Window) -> Workbench:
    """The furnished window after it has read its folder."""
    window.resize(1600, 1000)
    window.show()
    window.furnish()
    bench = window.bench
    assert bench is not None
    loop = QEventLoop()
    while not bench.workspace.ready:
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    return bench


def timed(bench: Workbench, act: Callable[[], object]) -> float:
    """Milliseconds of ``act`` and of the repaint of the whole window."""
    start = time.perf_counter()
    act()
    bench.frame.window().grab()
    return (time.perf_counter() - start) * 1000


def turn(bench: Workbench, weight: float) -> None:
    """Change one weight of the ranking."""
    switches = bench.workspace.reading.switches
    bench.assume(replace(switches, weights={**switches.weights, "unlock": weight}))


def main() -> None:
    """Print median and worst over the shipped chains."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LIANTU_CONFIG"] = folder
        app = make_app()
        window = Window(paths.shipped_chains())
        bench = bench_of(window)
        painted = statistics.median(timed(bench, lambda: None) for _ in range(9))
        chains: list[float] = []
        lenses: list[float] = []
        again: list[float] = []
        for chain in bench.workspace.reading.atlas.chains:
            chains.append(timed(bench, lambda chain=chain: bench.selection.open_chain(chain)))
            for lens in (DIAGNOSIS, BALANCE, STRUCTURE):
                lenses.append(timed(bench, lambda lens=lens: bench.map.lens_chosen.emit(lens.id)))
        for chain in bench.workspace.reading.atlas.chains:
            again.append(timed(bench, lambda chain=chain: bench.selection.open_chain(chain)))
        weights = [timed(bench, lambda part=part: turn(bench, part)) for part in (5.0, 50.0, 70.0)]
        rows = (("chain", chains), ("chain again", again), ("lens", lenses), ("weight", weights))
        for name, times in rows:
            median, worst = statistics.median(times), max(times)
            print(f"{name}: median {median:.0f} ms, worst {worst:.0f} ms, painting included")
        print(f"a repaint alone: {painted:.0f} ms")
        window.close()
        app.quit()


if __name__ == "__main__":
    main()
