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
from liantu.ui.desk import Desk
from liantu.ui.window import Window


def furnished(window: Window) -> Desk:
    """The desk of a window after it has read its folder."""
    window.resize(1600, 1000)
    window.show()
    window.furnish()
    assert window.desk is not None
    settle(window.desk)
    return window.desk


def settle(desk: Desk) -> None:
    """Wait until no reading is being made."""
    loop = QEventLoop()
    while desk.bridge.busy or not desk.bridge.session.ready:
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def timed(desk: Desk, act: Callable[[], object]) -> float:
    """Milliseconds of ``act`` and of the repaint of the whole window."""
    start = time.perf_counter()
    act()
    settle(desk)
    desk.shell.grab()
    return (time.perf_counter() - start) * 1000


def turn(desk: Desk, weight: float) -> None:
    """Change one weight of the ranking."""
    switches = desk.bridge.session.reading.switches
    desk.bridge.assume(replace(switches, weights={**switches.weights, "unlock": weight}))


def main() -> None:
    """Print median and worst over the shipped chains."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LIANTU_CONFIG"] = folder
        app = make_app()
        window = Window(paths.shipped_chains())
        desk = furnished(window)
        painted = statistics.median(timed(desk, lambda: None) for _ in range(9))
        chains: list[float] = []
        lenses: list[float] = []
        again: list[float] = []
        for chain in desk.bridge.session.reading.atlas.chains:
            chains.append(timed(desk, lambda chain=chain: desk.selection.open_chain(chain)))
            for lens in (DIAGNOSIS, BALANCE, STRUCTURE):
                lenses.append(
                    timed(desk, lambda lens=lens: desk.map.panel.lens_chosen.emit(lens.id))
                )
        for chain in desk.bridge.session.reading.atlas.chains:
            again.append(timed(desk, lambda chain=chain: desk.selection.open_chain(chain)))
        weights = [timed(desk, lambda part=part: turn(desk, part)) for part in (5.0, 50.0, 70.0)]
        rows = (("chain", chains), ("chain again", again), ("lens", lenses), ("weight", weights))
        for name, times in rows:
            median, worst = statistics.median(times), max(times)
            print(f"{name}: median {median:.0f} ms, worst {worst:.0f} ms, painting included")
        print(f"a repaint alone: {painted:.0f} ms")
        window.close()
        app.quit()


if __name__ == "__main__":
    main()
